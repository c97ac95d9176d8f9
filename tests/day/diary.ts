import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright'

/** What a person did for one aim, as the browser saw it. */
export interface Entry {
  readonly what: string
  readonly clicks: number
  readonly fields: number
  /** From the first look to the end, waiting for crawls and analyses included. */
  readonly seconds: number
}

/** Counts what hands do in a browser, and keeps pictures of what eyes see. */
export class Diary {
  readonly entries: Entry[] = []
  readonly #folder: string
  #clicks = 0
  #fields = 0
  #pictures = 0

  constructor(folder: string) {
    this.#folder = folder
  }

  /** Clicks and filled fields of every page of `context` count. */
  async watch(context: BrowserContext): Promise<void> {
    await context.exposeFunction('toileDay', (kind: 'click' | 'field') => {
      if (kind === 'click') this.#clicks += 1
      else this.#fields += 1
    })
    // A list that closes when one of it is pressed lets no click come of it; a field that goes away when it is filled tells no change.
    await context.addInitScript(`
      let isChosen = false
      const written = new WeakSet()
      addEventListener('pointerdown', event => {
        isChosen = event.isTrusted && event.target.closest('[role=option]') !== null
        if (isChosen) toileDay('click')
      }, true)
      addEventListener('click', event => {
        if (event.isTrusted && event.detail > 0 && !isChosen) toileDay('click')
        isChosen = false
      }, true)
      addEventListener('input', ({ target }) => {
        if (!target.matches('input:not([type=checkbox], [type=radio]), textarea') || written.has(target)) return
        written.add(target)
        toileDay('field')
      }, true)
      addEventListener('focusout', event => written.delete(event.target), true)
      addEventListener('change', event => { if (event.target.matches('select')) toileDay('field') }, true)
    `)
  }

  /** Does `work` and writes down what it took. */
  async aim(what: string, work: () => Promise<void>): Promise<void> {
    const [clicks, fields, began] = [this.#clicks, this.#fields, performance.now()]
    await work()
    const entry = { what, clicks: this.#clicks - clicks, fields: this.#fields - fields, seconds: Math.round((performance.now() - began) / 1000) } // prettier-ignore
    this.entries.push(entry)
    process.stdout.write(`${what.padEnd(62)}${String(entry.clicks).padStart(4)} clicks${String(entry.fields).padStart(3)} fields${String(entry.seconds).padStart(5)} s\n`) // prettier-ignore
  }

  async look(page: Page, name: string, fullPage = false): Promise<void> {
    this.#pictures += 1
    await page.waitForTimeout(400)
    await page.screenshot({
      path: join(this.#folder, `${String(this.#pictures).padStart(2, '0')}-${name}.png`),
      fullPage,
    })
  }
}
