import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { readMapData } from '#viewer/server/read-map-data.ts'
import { findViolations } from './find-violations.ts'
import { inventedMap } from './invented-map.ts'

const map = inventedMap()

const panel = (page: Page) => page.locator('#reading')
const canvas = (page: Page) => page.getByRole('application')

/** Where a site's dot stands on the screen: the layout fitted into the canvas, 46 pixels from its nearer edges. */
async function positionOf(page: Page, id: string): Promise<{ x: number; y: number }> {
  const { ids, x, y } = readMapData({ corpus: map.corpus, file: '', title: '', now: Date.now })
  const box = (await canvas(page).boundingBox())!
  const middle = (values: readonly number[]): number => (Math.min(...values) + Math.max(...values)) / 2
  const extent = (values: readonly number[]): number => Math.max(...values) - Math.min(...values)
  const scale = Math.min((box.width - 92) / extent(x), (box.height - 92) / extent(y))
  const site = (ids as readonly string[]).indexOf(id)
  return {
    x: box.x + box.width / 2 + (x[site]! - middle(x)) * scale,
    y: box.y + box.height / 2 - (y[site]! - middle(y)) * scale,
  }
}

describe('the map in a browser', () => {
  it('explains itself at first sight and asks nobody but its own server', async () => {
    const { page, trouble } = await map.visit()
    await expect.poll(() => page.getByRole('heading', { level: 1 }).textContent()).toBe('Who cites whom')
    const legend = page.getByRole('complementary', { name: 'Legend' })
    await expect.poll(() => legend.textContent()).toContain('44 sites')
    expect(await legend.textContent()).toMatch(/France20.*United States20/)
    expect(await canvas(page).getAttribute('aria-label')).toMatch(/^Map of 44 sites and \d+ ties$/)
    await page.waitForTimeout(300)
    expect(trouble).toEqual([])
    await page.context().close()
  })

  it('speaks French to a French browser, and changes when asked', async () => {
    const { page, trouble } = await map.visit({ locale: 'fr' })
    await expect.poll(() => page.getByRole('heading', { level: 1 }).textContent()).toBe('Qui cite qui')
    expect(await page.locator('html').getAttribute('lang')).toBe('fr')
    expect(await page.locator('.legend').textContent()).toContain('États-Unis')
    await page.getByRole('button', { name: 'English' }).click()
    await expect.poll(() => page.getByRole('heading', { level: 1 }).textContent()).toBe('Who cites whom')
    await page.reload()
    await expect.poll(() => page.getByRole('heading', { level: 1 }).textContent()).toBe('Who cites whom')
    expect(trouble).toEqual([])
    await page.context().close()
  })

  it('finds a site without accents or capitals, by keyboard alone, and opens its panel', async () => {
    const { page, trouble } = await map.visit()
    await page.getByRole('combobox', { name: 'Find a site' }).fill('donnees CITOY')
    const options = page.getByRole('listbox').getByRole('option')
    await expect.poll(() => options.first().textContent()).toContain('Données citoyennes')
    expect(await options.count()).toBe(2)
    expect(await options.last().textContent()).toContain('Search “donnees CITOY” in link texts')
    await page.keyboard.press('Enter')
    await expect.poll(() => panel(page).locator('.panel-head h2').textContent()).toContain('Données citoyennes')
    expect(page.url()).toContain('#site=donnees-citoyennes.example')
    await expect.poll(() => panel(page).textContent()).toContain('Belgium')
    expect(trouble).toEqual([])
    await page.context().close()
  })

  it('says in words what is pointed at, opens a site on a click and a tie on a click on its line', async () => {
    const { page, trouble } = await map.visit()
    await canvas(page).waitFor()
    const source = await positionOf(page, 'atelier-suffrage.example')
    const target = await positionOf(page, 'micro-target-co.example')
    await page.mouse.move(source.x, source.y)
    await expect
      .poll(() => page.locator('.hover-line').textContent())
      .toMatch(/^Atelier Suffrage: cited by \d+ sites?, cites \d+$/)
    await page.mouse.click(source.x, source.y)
    await expect.poll(() => panel(page).locator('.panel-head h2').textContent()).toContain('Atelier Suffrage')
    await page.keyboard.press('Escape')
    const third = { x: source.x + (target.x - source.x) * 0.31, y: source.y + (target.y - source.y) * 0.31 }
    await page.mouse.move(third.x, third.y, { steps: 3 })
    await expect
      .poll(() => page.locator('.hover-line').textContent())
      .toMatch(/^Atelier Suffrage cites Micro Target Co: \d+ hyperlinks on \d+ pages$/)
    await page.mouse.click(third.x, third.y)
    await expect
      .poll(() => panel(page).locator('.panel-head h2').textContent())
      .toBe('2Atelier Suffragecites1Micro Target Co')
    expect(trouble).toEqual([])
    await page.context().close()
  })

  it('shows each hyperlink of a tie: anchor marked in its sentence, place, dates, and a safe link to the page', async () => {
    const { page, trouble } = await map.visit({ hash: '#from=atelier-suffrage.example&to=micro-target-co.example' })
    const item = panel(page).locator('.source-page').first()
    await expect.poll(() => item.locator('mark').first().textContent()).toBe('Micro Target Co')
    const sentence = await item.locator('blockquote').first().textContent()
    expect(sentence!.length).toBeGreaterThan('Micro Target Co'.length + 20)
    expect(await item.locator('.link-facts').first().textContent()).toMatch(/content.*seen.*November 2026/)
    const link = item.locator('h4 a')
    expect(await link.getAttribute('href')).toMatch(/^https:\/\/atelier-suffrage\.example\/post-\d+$/)
    expect(await link.getAttribute('rel')).toBe('noopener noreferrer')
    await panel(page)
      .getByRole('button', { name: /^blogroll/ })
      .click()
    await expect.poll(() => panel(page).textContent()).toContain('the same link on')
    await expect
      .poll(() => panel(page).locator('h3').allTextContents())
      .toEqual(['What this citation does', 'On every page: templates'])
    expect(trouble).toEqual([])
    await page.context().close()
  })

  it('goes from a site to a neighbour to the hyperlinks and back with the browser', async () => {
    const { page, trouble } = await map.visit({ hash: '#site=turnout-engine.example' })
    await panel(page).locator('.rows button').first().click()
    await expect.poll(() => panel(page).locator('mark').count()).toBeGreaterThan(0)
    await page.goBack()
    await expect.poll(() => panel(page).locator('.panel-head h2').textContent()).toContain('Turnout Engine')
    expect(trouble).toEqual([])
    await page.context().close()
  })

  it('walks over the sites by keyboard on the map', async () => {
    const { page, trouble } = await map.visit()
    await canvas(page).focus()
    await page.keyboard.press('n')
    await expect.poll(() => page.locator('.hover-line').textContent()).toMatch(/^Turnout Engine: cited by 15 sites/)
    await page.keyboard.press('n')
    await page.keyboard.press('Enter')
    await expect.poll(() => panel(page).locator('.panel-head h2').textContent()).toContain('Liberty Lists')
    for (const key of ['ArrowLeft', 'ArrowUp', '+', '-', '0', 'Escape']) await page.keyboard.press(key)
    expect(trouble).toEqual([])
    await page.context().close()
  })

  it('gives the same data as a table that sorts', async () => {
    const { page, trouble } = await map.visit({ hash: '#screen=table' })
    const names = page.locator('tbody th')
    await expect.poll(() => names.count()).toBe(44)
    expect(await names.first().textContent()).toContain('Turnout Engine')
    await page.getByRole('button', { name: 'Site', exact: true }).click()
    await expect.poll(() => names.first().textContent()).toContain('Agence Belvédère')
    expect(await page.locator('th[aria-sort="ascending"]').textContent()).toContain('Site')
    expect(trouble).toEqual([])
    await page.context().close()
  })

  it.each([
    ['the map', ''],
    ['a site', '#site=turnout-engine.example'],
    ['a tie', '#from=atelier-suffrage.example&to=micro-target-co.example'],
    ['the table', '#screen=table'],
    ['a site outside the map', '#site=unreviewed.example'],
    ['a site that nobody knows', '#site=nobody.example'],
  ])('has nothing that axe finds on %s, in French', async (_, hash) => {
    const { page } = await map.visit({ hash, locale: 'fr' })
    await page.locator('#reading').waitFor()
    await expect.poll(() => page.locator('[aria-busy="true"]').count()).toBe(0)
    expect(await findViolations(page)).toEqual([])
    await page.context().close()
  })
})
