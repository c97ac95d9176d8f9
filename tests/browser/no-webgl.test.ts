import { writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { chromium, type Browser, type Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { zones } from '#data/vocabulary/zones.ts'
import { mapPage } from '#viewer/publish/map-page.ts'
import { expectNoViolations } from './expect-no-violations.ts'
import { inventedMap } from './invented-map.ts'

const map = inventedMap()
const choice = { title: 'invented', statuses: ['IN'], zones, minWeight: 0 } as const
const rows = (page: Page) => page.locator('tbody th')
const panel = (page: Page) => page.locator('#reading')

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
    ['fr', /ce navigateur n’a pas WebGL/],
    ['en', /this browser has no WebGL/],
  ])('says so and shows the sites as a table, served: %s', async (locale, sentence) => {
    const { page, trouble } = await open(map.served.address, locale)
    await expect.poll(() => page.locator('.no-map').textContent()).toMatch(sentence)
    await expect.poll(() => rows(page).count()).toBe(44)
    await expect.poll(() => page.locator('.legend').textContent()).toContain('44 sites')
    await expectNoViolations(page)
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
    await expect.poll(() => rows(page).count()).toBe(20)
    await page.getByRole('button', { name: 'Matrix' }).click()
    await expect.poll(() => page.getByRole('region', { name: 'Matrix' }).count()).toBe(1)
    for (const [tab, heading] of [
      ['Review', /To be reviewed/],
      ['Crawl', /Crawl/],
      ['Publish', /Ink/],
    ] as const) {
      await panel(page).getByRole('button', { name: tab, exact: true }).click()
      await expect.poll(() => panel(page).locator('h2').first().textContent()).toMatch(heading)
    }
    expect(trouble).toEqual([])
    await page.context().close()
  })

  it('says so in the published page, too, even where the browser lacks the names of WebGL', async () => {
    const file = map.beside('no-webgl.html')
    writeFileSync(file, (await mapPage.write(map.corpus, choice, {})).text)
    const { page, trouble } = await open(pathToFileURL(file).href, 'fr', () => {
      for (const name of ['WebGLRenderingContext', 'WebGL2RenderingContext']) Reflect.deleteProperty(window, name)
    })
    await expect.poll(() => page.locator('.no-map').textContent()).toContain('WebGL')
    await expect.poll(() => rows(page).count()).toBe(44)
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

  it('says so, lets everything else go on, and draws it again when they come back', async () => {
    const { page } = await map.visit()
    await expect.poll(() => isDrawn(page)).toBe(true)
    await lose(page)
    const notice = page.locator('.map-lost')
    await expect.poll(() => notice.textContent()).toContain('taken away the graphics (WebGL)')
    await expect.poll(() => isDrawn(page)).toBe(false)
    await page.getByRole('button', { name: 'Table', exact: true }).click()
    await expect.poll(() => rows(page).count()).toBe(44)
    await page.getByRole('button', { name: 'Map', exact: true }).click()
    await expect.poll(() => isDrawn(page)).toBe(true)
    await lose(page)
    await expect.poll(() => notice.count()).toBe(1)
    await page.evaluate(() => (window as unknown as { giveBack: () => void }).giveBack())
    await expect.poll(() => notice.count()).toBe(0)
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
