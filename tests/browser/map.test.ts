import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { inventedMap } from './invented-map.ts'
import { positionOf } from './position-of.ts'

const map = inventedMap()

const panel = (page: Page) => page.locator('#reading')
const canvas = (page: Page) => page.getByRole('application')

describe('the map in a browser', () => {
  it('explains itself at first sight and asks nobody but its own server', async () => {
    const { page, trouble } = await map.visit()
    await expect.poll(() => page.getByRole('heading', { level: 1 }).textContent()).toBe('Who cites whom')
    const legend = page.getByRole('complementary', { name: 'Legend' })
    await expect.poll(() => legend.textContent()).toContain('44 sites')
    await expect.poll(() => legend.textContent()).toMatch(/France20.*United States20/)
    await expect.poll(() => canvas(page).getAttribute('aria-label')).toMatch(/^Map of 44 sites and \d+ ties$/)
    await page.waitForTimeout(300)
    expect(trouble).toEqual([])
    await page.context().close()
  })

  it('speaks French to a French browser, and changes when asked', async () => {
    const { page, trouble } = await map.visit({ locale: 'fr' })
    await expect.poll(() => page.getByRole('heading', { level: 1 }).textContent()).toBe('Qui cite qui')
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('fr')
    await expect.poll(() => page.locator('.legend').textContent()).toContain('États-Unis')
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
    await expect.poll(() => options.count()).toBe(2)
    await expect.poll(() => options.last().textContent()).toContain('Search “donnees CITOY” in the texts of hyperlinks')
    await page.keyboard.press('Enter')
    await expect.poll(() => panel(page).locator('.panel-head h2').textContent()).toContain('Données citoyennes')
    await expect.poll(() => page.url()).toContain('#site=donnees-citoyennes.example')
    await expect.poll(() => panel(page).textContent()).toContain('Belgium')
    expect(trouble).toEqual([])
    await page.context().close()
  })

  it('says in words what is pointed at, opens a site on a click and a tie on a click on its line', async () => {
    const { page, trouble } = await map.visit()
    await canvas(page).waitFor()
    const source = await positionOf(canvas(page), map.corpus, 'atelier-suffrage.example')
    const target = await positionOf(canvas(page), map.corpus, 'micro-target-co.example')
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
    const sentence = item.locator('blockquote').first()
    await expect.poll(async () => (await sentence.textContent())!.length).toBeGreaterThan('Micro Target Co'.length + 20)
    await expect.poll(() => item.locator('.link-facts').first().textContent()).toMatch(/content.*seen.*November 2026/)
    const link = item.locator('h4 a')
    await expect.poll(() => link.getAttribute('href')).toMatch(/^https:\/\/atelier-suffrage\.example\/post-\d+$/)
    await expect.poll(() => link.getAttribute('rel')).toBe('noopener noreferrer')
    await panel(page)
      .getByRole('button', { name: /^blogroll/ })
      .click()
    await expect.poll(() => panel(page).textContent()).toContain('the same hyperlink on')
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
    await expect.poll(() => names.first().textContent()).toContain('Turnout Engine')
    await page.getByRole('button', { name: 'Site', exact: true }).click()
    await expect.poll(() => names.first().textContent()).toContain('Agence Belvédère')
    await expect.poll(() => page.locator('th[aria-sort="ascending"]').textContent()).toContain('Site')
    expect(trouble).toEqual([])
    await page.context().close()
  })
})
