import { writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { chromium, type Browser, type Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { zones } from '#data/vocabulary/zones.ts'
import { largeMap } from '../viewer/large-map.ts'
import { pageText } from '#viewer/publish/page-text.ts'
import { buildClient } from '#viewer/server/build-client.ts'
import { readClientFiles } from '#viewer/server/client-files.ts'
import { mapPage } from '#viewer/publish/map-page.ts'
import { coveredNames } from './covered-names.ts'
import { expectNoViolations } from './expect-no-violations.ts'
import { inventedMap } from './invented-map.ts'
import { positionOf } from './position-of.ts'

const map = inventedMap()
const choice = { title: 'invented', statuses: ['IN'], zones, minWeight: 0 } as const
const rows = (page: Page) => page.locator('tbody th')
const panel = (page: Page) => page.locator('#reading')
const plain = (page: Page) => page.locator('.plain-map')
const names = (page: Page) => plain(page).locator('text').allTextContents()
/** Names of the map that lie beneath its buttons. */
const beneathButtons = (page: Page): Promise<(string | null)[]> =>
  page.evaluate(() => {
    const over = document.querySelector('.zoom')!.getBoundingClientRect()
    return [...document.querySelectorAll('.plain-map text')]
      .filter(name => {
        const { left, right, top, bottom } = name.getBoundingClientRect()
        return left < over.right && right > over.left && top < over.bottom && bottom > over.top
      })
      .map(({ textContent }) => textContent)
  })
/** More than are drawn without WebGL. */
const crowd = 2001

describe('the workbench in a browser without WebGL', () => {
  let browser: Browser
  beforeAll(async () => {
    const args = [...inject('chromiumFlags'), '--disable-gpu', '--disable-3d-apis']
    browser = await chromium.launch({ executablePath: inject('chromium'), args })
  })
  afterAll(() => browser.close())

  /** A page, and what its scripts complained of. `prepare` runs in it before its own scripts. */
  async function open(address: string, locale: string, prepare: () => void = () => undefined) {
    const context = await browser.newContext({ locale, viewport: { width: 1280, height: 720 } })
    await context.addInitScript(prepare)
    const page = await context.newPage()
    const trouble: string[] = []
    page.on('pageerror', error => trouble.push(error.message))
    page.on('console', message => message.type() === 'error' && trouble.push(message.text()))
    await page.goto(address)
    return { page, trouble }
  }

  it.each([
    ['fr', /^Ce navigateur n’a pas WebGL/],
    ['en', /^This browser has no WebGL/],
  ])('says so and draws the map as SVG, served: %s', async (locale, sentence) => {
    const { page, trouble } = await open(map.served.address, locale)
    await expect.poll(() => page.locator('.no-map').textContent()).toMatch(sentence)
    await expect.poll(() => names(page)).toContain('Liberty Lists')
    await expect.poll(() => page.locator('.legend').textContent()).toContain('44 sites')
    await expectNoViolations(page)
    expect(trouble).toEqual([])
    await page.context().close()
  })

  it('writes no name under a button, a title or a note, on small maps, two maps and what a filter leaves', async () => {
    const { page, trouble } = await open(map.served.address, 'fr')
    await expect.poll(() => names(page)).toContain('Liberty Lists')
    for (const [width, height, hash] of [
      [1280, 720, '#f.country=FR'],
      [900, 420, ''],
      [760, 420, ''],
      [360, 640, ''],
      [1000, 520, '#against=1&zone=content&zone2=blogroll'],
    ] as const) {
      await page.setViewportSize({ width, height })
      await page.evaluate(to => void (window.location.hash = to), hash)
      await expect.poll(async () => (await names(page)).length, { message: `${width}` }).toBeGreaterThan(2)
      await expect.poll(() => coveredNames(page), { message: `${width} ${hash}` }).toEqual([])
    }
    expect(trouble).toEqual([])
    await page.context().close()
  })

  it('answers to the hand and to the keyboard as the map of a graphics card does', async () => {
    const { page, trouble } = await open(map.served.address, 'en')
    const canvas = page.getByRole('application')
    const at = await positionOf(canvas, map.corpus, 'liberty-lists.example')
    await page.mouse.move(at.x, at.y)
    await expect.poll(() => page.locator('.hover-line').textContent()).toMatch(/^Liberty Lists: cited by/)
    await page.mouse.click(at.x, at.y)
    await expect.poll(() => panel(page).locator('.panel-head h2').textContent()).toContain('Liberty Lists')
    await expect.poll(() => plain(page).locator('circle').count()).toBe(1)
    await page.keyboard.press('Escape')
    await expect.poll(() => page.url()).not.toContain('site=')
    await canvas.focus()
    await page.keyboard.press('n')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.url()).toContain('site=')
    await page.mouse.move(at.x, at.y)
    await page.mouse.wheel(0, -100)
    await expect.poll(() => page.url()).toMatch(/at=[\d.]+%2C[\d.]+%2C0\.588/)
    await expect.poll(() => beneathButtons(page)).toEqual([])
    // What lies under the pointer stays there.
    await page.mouse.move(at.x + 1, at.y)
    await expect.poll(() => page.locator('.hover-line').textContent()).toMatch(/^Liberty Lists: cited by/)
    await page.getByRole('button', { name: /^Lasso/ }).click()
    const { x, y, width, height } = (await canvas.boundingBox())!
    await page.mouse.move(x + 3, y + 3)
    await page.mouse.down()
    for (const [right, down] of [
      [width - 3, 3],
      [width - 3, height - 3],
      [3, height - 3],
    ] as const)
      // prettier-ignore
      await page.mouse.move(x + right, y + down)
    await page.mouse.up()
    await expect.poll(() => panel(page).locator('.panel-head h2').textContent()).toMatch(/^\d+ sites/)
    expect(trouble).toEqual([])
    await page.context().close()
  })

  it('goes on with search, filters, matrix, review and crawl', async () => {
    const { page, trouble } = await open(map.served.address, 'en')
    await page.getByRole('combobox', { name: 'Find a site' }).fill('liberty')
    await page.keyboard.press('Enter')
    await expect.poll(() => panel(page).locator('.panel-head h2').textContent()).toContain('Liberty Lists')
    await panel(page).getByRole('button', { name: 'Close' }).click()
    await page.locator('.legend').getByRole('button', { name: /^France/ }).click() // prettier-ignore
    await expect.poll(() => page.getByRole('application').getAttribute('aria-label')).toMatch(/^Map of 20 sites/)
    await page.getByRole('button', { name: 'Matrix' }).click()
    await expect.poll(() => page.getByRole('region', { name: 'Matrix' }).count()).toBe(1)
    for (const [tab, heading] of [
      ['Review', /To be reviewed/],
      ['Crawl', /Crawl/],
      ['Publish', /Ink/],
    ] as const) {
      await panel(page).getByRole('button', { name: tab, exact: true }).click()
      const heads = panel(page).locator('h2')
      await expect.poll(() => heads.allTextContents()).toContainEqual(expect.stringMatching(heading))
    }
    expect(trouble).toEqual([])
    await page.context().close()
  })

  it('draws it in the published page, too, even where the browser lacks the names of WebGL', async () => {
    const file = map.beside('no-webgl.html')
    writeFileSync(file, (await mapPage.write(map.corpus, choice, {})).text)
    const { page, trouble } = await open(pathToFileURL(file).href, 'fr', () => {
      for (const name of ['WebGLRenderingContext', 'WebGL2RenderingContext']) Reflect.deleteProperty(window, name)
    })
    await expect.poll(() => page.locator('.no-map').textContent()).toContain('WebGL')
    await expect.poll(() => names(page)).toContain('Liberty Lists')
    expect(trouble).toEqual([])
    await page.context().close()
  })

  it(`has a sentence and the table instead of ${crowd} sites, until a filter leaves fewer`, async () => {
    const file = map.beside('crowd.html')
    const client = readClientFiles(await buildClient())
    writeFileSync(file, pageText(client, { map: largeMap(crowd, 3000), evidence: null }))
    const { page, trouble } = await open(pathToFileURL(file).href, 'en')
    await expect.poll(() => page.locator('.no-map').textContent()).toContain('No map can be drawn')
    await expect.poll(() => rows(page).count()).toBeGreaterThan(10)
    await page.locator('.legend').getByRole('button', { name: /^France/ }).click() // prettier-ignore
    await expect.poll(() => plain(page).locator('path').count()).toBeGreaterThan(600)
    expect(trouble).toEqual([])
    await page.context().close()
  })
})

describe('a map whose graphics the browser takes away', () => {
  const stage = (page: Page) => page.getByRole('application')
  /** Takes the graphics of the dots away; what gives them back stays with the page. */
  const lose = (page: Page): Promise<void> =>
    page.evaluate(() => {
      const canvas = document.querySelector<HTMLCanvasElement>('.sigma-nodes')!
      const context = canvas.getContext('webgl2') ?? canvas.getContext('webgl')!
      const loss = context.getExtension('WEBGL_lose_context')!
      loss.loseContext()
      Object.assign(window, { giveBack: () => loss.restoreContext() })
    })
  /** Dots are drawn: the canvas holds more than nothing. */
  const isDrawn = async (page: Page): Promise<boolean> => {
    const picture = await page.locator('.map').screenshot()
    return picture.length > 20_000
  }

  it('says so, draws it as SVG, lets everything else go on, and draws it again when they come back', async () => {
    const { page } = await map.visit()
    await expect.poll(() => isDrawn(page)).toBe(true)
    await lose(page)
    const notice = page.locator('.map-lost')
    await expect.poll(() => notice.textContent()).toContain('taken away the graphics (WebGL)')
    await expect.poll(() => names(page)).toContain('Liberty Lists')
    await page.getByRole('button', { name: 'Table', exact: true }).click()
    await expect.poll(() => rows(page).count()).toBe(44)
    await page.getByRole('button', { name: 'Map', exact: true }).click()
    await expect.poll(() => isDrawn(page)).toBe(true)
    await lose(page)
    await expect.poll(() => notice.count()).toBe(1)
    await page.evaluate(() => (window as unknown as { giveBack: () => void }).giveBack())
    await expect.poll(() => notice.count()).toBe(0)
    await expect.poll(() => plain(page).count()).toBe(0)
    await expect.poll(() => isDrawn(page)).toBe(true)
    await expect.poll(() => stage(page).getAttribute('aria-label')).toMatch(/^Map of 44 sites/)
    await page.context().close()
  })

  it('draws it again when asked, where the browser gives nothing back by itself', async () => {
    const { page } = await map.visit({ locale: 'fr', hash: '#site=liberty-lists.example' })
    await expect.poll(() => isDrawn(page)).toBe(true)
    await lose(page)
    await page.getByRole('button', { name: 'Redessiner la carte' }).click()
    await expect.poll(() => page.locator('.map-lost').count()).toBe(0)
    await expect.poll(() => isDrawn(page)).toBe(true)
    await expect.poll(() => panel(page).locator('.panel-head h2').textContent()).toContain('Liberty Lists')
    await page.context().close()
  })
})
