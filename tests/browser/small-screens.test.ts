import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { expectNoViolations } from './expect-no-violations.ts'
import { inventedMap } from './invented-map.ts'
import { positionOf } from './position-of.ts'
import { settle } from './settle.ts'

const map = inventedMap()

const tie = '#from=atelier-suffrage.example&to=micro-target-co.example'
const phone = { size: [360, 740], touch: true, locale: 'fr' } as const

/** What can be touched and is smaller than 44 pixels either way (WCAG 2.5.5), but for words inside of sentences. */
const tooSmall = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, select, summary, textarea, input, a[href]')]
      .filter(element => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
      .filter(element => !(element instanceof HTMLAnchorElement && getComputedStyle(element).display === 'inline'))
      // A box that is ticked is touched by its words.
      .map(element => (element.matches('[type=checkbox]') ? (element.closest('label, td, th') ?? element) : element))
      .filter(element => {
        const { width, height, bottom } = element.getBoundingClientRect()
        // What is skipped to by keyboard lies above the page.
        return width > 0 && bottom > 0 && (width < 43.5 || height < 43.5)
      })
      .map(element => `${element.tagName} ${element.className} ${element.textContent?.slice(0, 30)}`),
  )

/** The lower edge of what lies there. */
const bottomOf = (box: { y: number; height: number } | null): number => (box === null ? Infinity : box.y + box.height)

/** What is printed in words; what only a screen reader says is not. */
const onPaper = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const words = [...document.querySelectorAll<HTMLElement>('#root *:not(.unseen, .unseen *)')]
      .filter(element => element.checkVisibility())
      .flatMap(element => [...element.childNodes].filter(child => child.nodeType === Node.TEXT_NODE))
    return words.map(word => word.textContent).join(' ')
  })

const overflows = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)

describe('a phone', () => {
  it('shows the map first, its legend folded, and the panel as a sheet from below', async () => {
    const { page, trouble } = await map.visit(phone)
    const panel = page.locator('#reading')
    const stage = page.getByRole('application')
    await expect.poll(async () => (await stage.boundingBox())?.height ?? 0).toBeGreaterThan(430)
    await expect.poll(async () => (await stage.boundingBox())!.y).toBeLessThan(170)
    await expect.poll(() => page.locator('.legend').isVisible()).toBe(false)
    await expect.poll(() => panel.isVisible()).toBe(false)
    await page.getByRole('button', { name: 'Panneau de lecture' }).tap()
    await panel.getByRole('heading', { name: 'Par où commencer' }).waitFor()
    await expect.poll(async () => Math.round(bottomOf(await panel.boundingBox()))).toBe(740)
    const height = async (): Promise<number> => (await stage.boundingBox())!.height
    for (const screen of [740, 640]) {
      await page.setViewportSize({ width: 360, height: screen })
      await expect.poll(height).toBeGreaterThanOrEqual(screen * 0.4)
      await expect.poll(async () => (await panel.boundingBox())!.height).toBeGreaterThan(screen * 0.25)
    }
    await page.getByRole('button', { name: 'Agrandir le panneau' }).tap()
    await expect.poll(async () => (await panel.boundingBox())!.height).toBeGreaterThan(640 * 0.5)
    await page.getByRole('button', { name: 'Réduire le panneau' }).tap()
    await expect.poll(height).toBeGreaterThanOrEqual(640 * 0.4)
    await expectNoViolations(page)
    await page.getByText('Légende', { exact: true }).tap()
    await page.locator('.legend').waitFor()
    await expectNoViolations(page)
    expect(trouble).toEqual([])
    await page.context().close()
  })

  it('cuts no word of its switches, and shows no sample of a line where there are none', async () => {
    const { page } = await map.visit({ ...phone, hash: '#as=similar' })
    // What is not known of the whole map is said beside the folded legend.
    const notices = page.locator('.fold-notices')
    await expect.poll(() => notices.innerText()).toContain('ne garde pas les textes des pages')
    await page.getByText('Légende', { exact: true }).tap()
    await expect.poll(() => notices.isVisible()).toBe(false)
    await expect.poll(() => page.locator('.caption').textContent()).toContain('ne garde pas les textes des pages')
    await expect.poll(() => page.locator('.legend .key.ties li').count()).toBe(0)
    const cut = (): Promise<string[]> =>
      page.locator('.switch button').evaluateAll(all =>
        all
          .filter(one => one.checkVisibility())
          .filter(one => {
            const word = document.createRange()
            word.selectNodeContents(one)
            return word.getBoundingClientRect().width > one.clientWidth - 4
          })
          .map(one => one.textContent ?? ''),
      )
    await expect.poll(cut).toEqual([])
    // What is found lies above the switches: a finger chooses it, and nothing beneath it.
    await page.getByRole('combobox', { name: 'Chercher un site' }).fill('liberty')
    await page.getByRole('listbox').getByRole('option').first().tap()
    await expect.poll(() => page.url()).toMatch(/#site=liberty-lists\.example&as=similar$/)
    await expect.poll(() => page.locator('.bar [data-screen="map"]').getAttribute('aria-pressed')).toBe('true')
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).not.toBe('INPUT')
    await page.context().close()
  })

  it('opens a link to a tie on its quotes, with more room to read than a map would leave', async () => {
    const { page } = await map.visit({ ...phone, hash: tie })
    const quote = page.locator('#reading blockquote').first()
    await quote.waitFor()
    await expect.poll(async () => bottomOf(await quote.boundingBox())).toBeLessThan(740)
    await expect.poll(async () => (await page.locator('#reading').boundingBox())!.y).toBeGreaterThan(150)
    // The strip above it is a map still: both sites of the tie lie in it, well apart, and can be touched.
    await expect.poll(() => page.url()).toMatch(/[#&]at=/)
    const stage = page.getByRole('application')
    const [from, to] = ['atelier-suffrage.example', 'micro-target-co.example']
    const framed = async () => {
      const { x, y, width, height } = (await stage.boundingBox())!
      const [one, other] = [await positionOf(stage, map.corpus, from), await positionOf(stage, map.corpus, to)]
      const isIn = (at: typeof one) => at.x > x + 8 && at.x < x + width - 8 && at.y > y + 8 && at.y < y + height - 8
      return isIn(one) && isIn(other) && Math.hypot(one.x - other.x, one.y - other.y) > height / 4
    }
    await expect.poll(framed).toBe(true)
    const { x, y } = await positionOf(stage, map.corpus, to)
    await page.touchscreen.tap(x, y)
    await expect.poll(() => page.url()).toContain(`#site=${to}`)
    // What was seen before comes back with the room for it.
    await page.locator('#reading').getByRole('button', { name: 'Fermer' }).tap()
    await expect.poll(() => page.url()).not.toMatch(/[#&]at=/)
    await page.context().close()
  })

  const screens = {
    'first sight': '',
    'the start of reading': '#panel=about',
    'the filters': '#panel=filters&f.country=FR',
    'what is to be reviewed': '#panel=review',
    'the crawl': '#panel=crawl',
    'the tools': '#panel=tools',
    'the publishing panel': '#panel=publish',
    'a site': '#site=turnout-engine.example',
    'a tie': tie,
    'the table': '#screen=table',
    'the matrix': '#screen=matrix',
    'two maps': '#against=1&zone=content&zone2=blogroll',
  }

  it('has room for fingers on every screen, nothing beyond its edge at 320 pixels, and nothing that axe finds by night', async () => {
    const { page } = await map.visit({ ...phone, size: [320, 640], dark: true })
    for (const [name, hash] of Object.entries(screens)) {
      await page.evaluate(to => (window.location.hash = to), hash)
      await settle(page)
      for (const fold of await page.locator('#reading details:not([open]) > summary').all())
        if (await fold.isVisible()) await fold.evaluate(summary => (summary.parentElement as HTMLDetailsElement).open = true) // prettier-ignore
      await expect.poll(() => overflows(page), { message: name }).toBe(false)
      await expect.poll(() => tooSmall(page), { message: name }).toEqual([])
      await expectNoViolations(page, name)
    }
    await page.context().close()
  })

  it('shows two maps one above the other', async () => {
    const { page } = await map.visit({ ...phone, hash: '#against=1&zone=content&zone2=blogroll' })
    const maps = page.getByRole('application')
    await expect.poll(() => maps.count()).toBe(2)
    const boxes = () => Promise.all([maps.first().boundingBox(), maps.last().boundingBox()])
    await expect.poll(async () => (await boxes())[1]!.y - bottomOf((await boxes())[0])).toBeGreaterThanOrEqual(-1)
    await expect.poll(async () => (await boxes()).map(box => [box!.x, box!.width])).toEqual([[0, 360], [0, 360]]) // prettier-ignore
    await expect.poll(async () => Math.min(...(await boxes()).map(box => box!.height))).toBeGreaterThan(150)
    await page.context().close()
  })
})

describe('what a filter leaves', () => {
  it('is brought into sight; the last filter that goes brings back the whole map', async () => {
    const { page, trouble } = await map.visit()
    await page.getByRole('application').waitFor()
    await page.locator('.key-row').filter({ hasText: 'Turnout' }).first().click()
    await expect.poll(() => page.url()).toMatch(/[#&]at=/)
    await page.getByRole('button', { name: 'Show everything' }).click()
    await expect.poll(() => page.url()).not.toMatch(/[#&]at=/)
    expect(trouble).toEqual([])
    await page.context().close()
  })
})

describe('by night', () => {
  it('follows the system as it changes, and draws lines and names lighter than their ground', async () => {
    const { page, trouble } = await map.visit({ dark: true })
    await page.getByRole('application').waitFor()
    const ground = (): Promise<string> => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
    await expect.poll(ground).toBe('rgb(22, 24, 28)')
    await page.emulateMedia({ colorScheme: 'light' })
    await expect.poll(ground).toBe('rgb(252, 251, 249)')
    await page.emulateMedia({ colorScheme: 'dark', media: 'print' })
    await expect.poll(ground).toBe('rgb(255, 255, 255)')
    expect(trouble).toEqual([])
    await page.context().close()
  })
})

describe('on paper', () => {
  it('is a figure and what is read beside it, without what can only be clicked', async () => {
    const { page, trouble } = await map.visit({ hash: tie })
    await page.locator('#reading blockquote').first().waitFor()
    await page.emulateMedia({ media: 'print' })
    await page.locator('.print-figure svg').waitFor()
    const clicked = page.locator('.bar:visible, .zoom:visible, .legend:visible, .maps:visible')
    await expect.poll(() => clicked.count()).toBe(0)
    await expect.poll(() => page.locator('#reading blockquote').first().isVisible()).toBe(true)
    expect((await page.pdf()).length).toBeGreaterThan(10_000)
    expect(trouble).toEqual([])
    await page.context().close()
  })

  it('breaks no word of a heading, has nothing beyond its edge, and does not say what to click', async () => {
    const { page, trouble } = await map.visit({ locale: 'fr', size: [680, 962] })
    await settle(page)
    await page.emulateMedia({ media: 'print' })
    const printed = async (hash: string): Promise<void> => {
      await page.evaluate(to => void (window.location.hash = to), hash)
      await settle(page)
      await expect.poll(() => overflows(page), { message: hash }).toBe(false)
      await expect.poll(() => onPaper(page), { message: hash }).not.toMatch(/cliquez|pointez/i)
    }
    for (const hash of ['#panel=about', '#panel=filters', '#screen=matrix', tie]) await printed(hash)
    await page.evaluate(() => localStorage.clear())
    await printed('#screen=table')
    const broken = (): Promise<string[]> =>
      page.locator('.table-screen thead button').evaluateAll(heads =>
        heads
          .filter(head => head.checkVisibility())
          .flatMap(head => {
            const [text] = head.childNodes
            return [...(text?.textContent ?? '').matchAll(/\S+/g)].filter(({ index, 0: word }) => {
              const range = document.createRange()
              range.setStart(text!, index)
              range.setEnd(text!, index + word.length)
              return range.getClientRects().length > 1
            })
          })
          .map(([word]) => word),
      )
    await expect.poll(broken).toEqual([])
    await expect.poll(() => page.locator('.table-screen thead button').count()).toBeGreaterThan(5)
    expect(trouble).toEqual([])
    await page.context().close()
  })
})
