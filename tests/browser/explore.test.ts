import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { expectNoViolations } from './expect-no-violations.ts'
import { inventedMap } from './invented-map.ts'

const map = inventedMap()

const panel = (page: Page) => page.locator('#reading')
const trail = (page: Page) => page.getByRole('group', { name: 'Filters' })
const canvas = (page: Page) => page.getByRole('application')
const shown = async (page: Page): Promise<string> => (await canvas(page).first().getAttribute('aria-label'))!

describe('exploring the map in a browser', () => {
  it('filters from the legend, with counts, and takes steps back one by one', async () => {
    const { page, trouble } = await map.visit()
    await page
      .locator('.legend')
      .getByRole('button', { name: /^France/ })
      .click()
    await expect.poll(() => shown(page)).toMatch(/^Map of 20 sites and/)
    await expect.poll(() => trail(page).textContent()).toContain('20 sites of 44')
    await expect
      .poll(() => page.locator('.key-row .key-count').allTextContents())
      .toContainEqual(expect.stringMatching('/'))
    await page
      .locator('.legend')
      .getByRole('button', { name: /^Belgium/ })
      .click()
    await expect.poll(() => shown(page)).toMatch(/^Map of 21 sites/)
    await trail(page).getByRole('button', { name: 'Undo' }).click()
    await expect.poll(() => shown(page)).toMatch(/^Map of 20 sites/)
    await trail(page)
      .getByRole('button', { name: /^Country: France/ })
      .click()
    await expect.poll(() => shown(page)).toMatch(/^Map of 44 sites/)
    await expect.poll(() => trail(page).count()).toBe(0)
    expect(trouble).toEqual([])
    await page.context().close()
  })

  it('tells the words of a direction; one lights its ties, lists them and colours the sites by who says it, as the address does', async () => {
    const { page, trouble } = await map.visit({ hash: '#cell=country&row=FR&col=US', locale: 'fr' })
    await panel(page).getByText('Les mots de ces liens').click()
    const word = panel(page).locator('details .row').first()
    await expect.poll(() => word.count()).toBe(1)
    const term = await word.locator('.row-name').textContent()
    await word.click()
    await expect.poll(() => panel(page).locator('.panel-title').textContent()).toContain(term)
    await expect.poll(() => panel(page).locator('.rows .found-text').count()).toBeGreaterThan(0)
    await panel(page).getByRole('button', { name: 'Colorer les sites selon qu’ils le disent' }).click()
    await expect.poll(() => page.locator('.legend').textContent()).toContain('ne le dit pas')
    await expectNoViolations(page)
    await expect.poll(() => decodeURIComponent(new URL(page.url()).hash.replaceAll('+', ' '))).toContain(`says=${term}`)
    const again = await map.visit({ hash: new URL(page.url()).hash, locale: 'fr', size: [360, 740], dark: true })
    await expect.poll(() => panel(again.page).locator('.panel-title').textContent()).toContain(term)
    expect([...trouble, ...again.trouble]).toEqual([])

    await again.page.context().close()
    await page.context().close()
  })

  it('keeps map and table together: one filter, one selection', async () => {
    const { page, trouble } = await map.visit({ hash: '#screen=both&f.kind=media' })
    await expect.poll(() => page.locator('tbody tr').count()).toBe(7)
    await expect.poll(() => shown(page)).toMatch(/^Map of 7 sites/)
    await page.locator('tbody').getByRole('button', { name: 'The Canvasser', exact: true }).click()
    await expect.poll(() => page.locator('tbody tr[aria-current]').textContent()).toContain('The Canvasser')
    await expect.poll(() => panel(page).locator('.panel-head h2').textContent()).toContain('The Canvasser')
    expect(trouble).toEqual([])
    await page.context().close()
  })

  it('reads the hyperlinks of a cell of the matrix, and keeps the sites of another', async () => {
    const { page, trouble } = await map.visit({ hash: '#screen=matrix' })
    await page.getByRole('button', { name: /^France → United States: \d+/ }).click()
    await expect.poll(() => panel(page).locator('.panel-head h2').textContent()).toBe('France → United States')
    await panel(page).locator('.rows button').first().click()
    await expect.poll(() => panel(page).locator('mark').count()).toBeGreaterThan(0)
    const flows = page.getByRole('region', { name: /^The heaviest first/ })
    const numbersOf = async (who: string): Promise<number[]> =>
      (await flows.locator('tr', { has: page.getByRole('button', { name: who, exact: true }) }).locator('td').allTextContents()).map(Number) // prettier-ignore
    const agrees = async (): Promise<unknown> => {
      const [there = [], back = []] = await Promise.all(['France → United States', 'United States → France'].map(numbersOf)) // prettier-ignore
      return [there.length, there[4] === back[1], back[4] === there[1], Math.abs(there[1]! / there[2]! - there[3]!) < 0.05] // prettier-ignore
    }
    await expect.poll(agrees).toEqual([5, true, true, true])
    // Arrows lead where the ratio is above 1.
    const moreThanExpected = (): Promise<number> =>
      flows.locator('tbody tr').evaluateAll(rows => rows.filter(row => new Set(row.querySelector('th')!.textContent.split(' → ')).size === 2 && Number(row.children[4]!.textContent) > 1).length) // prettier-ignore
    const arrows = page.locator('.traffic-arrow:not(.traffic-less)')
    await expect.poll(async () => (await arrows.count()) - (await moreThanExpected())).toBe(0)
    await page.getByRole('button', { name: /^Belgium and 3 .*: 1$/ }).click()
    await expect.poll(() => trail(page).textContent()).toContain('1 site of 44')
    await expect.poll(() => page.url()).toContain('f.country=BE&f.community=3')
    expect(trouble).toEqual([])
    await page.context().close()
  })

  it('colours, sizes and names the sites by a measure, in classes that filter too', async () => {
    const { page, trouble } = await map.visit()
    const legend = page.locator('.legend')
    await legend.getByLabel('Colour').selectOption('in_degree')
    await legend.getByLabel('Size').selectOption('pagerank')
    await legend.getByLabel('Label').selectOption('pagerank')
    await expect.poll(() => page.url()).toContain('colour=in_degree&size=pagerank&label=pagerank')
    const classes = legend.locator('.key').first().getByRole('button')
    await expect.poll(() => classes.count()).toBe(5)
    const counts = async (): Promise<number[]> => (await classes.locator('.key-count').allTextContents()).map(Number)
    await expect.poll(async () => (await counts()).reduce((sum, count) => sum + count, 0)).toBe(44)
    const last = (await counts()).at(-1)
    await classes.last().click()
    await expect.poll(() => shown(page)).toMatch(new RegExp(`^Map of ${last} sites`))
    await expectNoViolations(page)
    expect(trouble).toEqual([])
    await page.close()
  })

  it('reads the hyperlinks to a site, and those of a cell, by source page', async () => {
    const { page, trouble } = await map.visit({ hash: '#site=precinct-labs.example' })
    await panel(page).getByRole('button', { name: 'To Precinct Labs' }).click()
    const first = panel(page).locator('.source-page').first()
    await first
      .getByRole('link', { name: /^archived copy/ })
      .first()
      .waitFor()
    const wayback = async (): Promise<unknown> => {
      const links = await first.getByRole('link').evaluateAll(all => all.map(link => (link as HTMLAnchorElement).href))
      const copy = links.find(link => /^https:\/\/web\.archive\.org\/web\/202611\d\d\//.test(link))
      return { copies: copy?.slice('https://web.archive.org/web/20261112/'.length) === links[0] }
    }
    await expect.poll(wayback).toEqual({ copies: true })
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      panel(page).getByRole('link', { name: 'Download CSV' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('links.csv')
    await page.goto(`${page.url().split('#')[0]}#screen=matrix&cell=country&row=US&col=FR`)
    await page.reload()
    await expect
      .poll(() => page.locator('.cross button[aria-pressed="true"]').getAttribute('aria-label'))
      .toMatch(/^United States → France/)
    await panel(page).locator('.source-page .site-name').first().waitFor()
    await expectNoViolations(page)
    expect(trouble).toEqual([])
    await page.close()
  })

  it('looks at the surroundings of a site alone, and finds the way to another', async () => {
    const { page, trouble } = await map.visit({ hash: '#site=laboratoire-agora.example' })
    // A word by which its citations stand out leads to the ties whose sentences hold it.
    await panel(page).getByText('Its words when it cites').click()
    await panel(page)
      .getByRole('button', { name: /^bureau de vote/ })
      .click()
    await expect.poll(() => panel(page).locator('.panel-head h2').textContent()).toContain('bureau de vote')
    await panel(page).locator('.found-text').first().waitFor()
    await page.goBack()
    await panel(page).getByRole('button', { name: 'Only its neighbours' }).click()
    await expect.poll(() => trail(page).textContent()).toContain('around Laboratoire Agora, 1 step')
    await panel(page).getByRole('button', { name: 'Only its neighbours' }).click()
    await expect.poll(() => trail(page).count()).toBe(0)
    await panel(page).getByRole('combobox', { name: 'Path to another site' }).fill('doorstep')
    await page.keyboard.press('Enter')
    await expect.poll(() => panel(page).locator('h3').first().textContent()).toBe('From Laboratoire Agora to Doorstep')
    const steps = panel(page).locator('section').first().locator('.rows li')
    await expect.poll(() => steps.first().textContent()).toContain('Laboratoire Agora')
    await expect.poll(() => steps.last().textContent()).toContain('Doorstep')
    expect(trouble).toEqual([])
    await page.context().close()
  })

  it('narrows the ties to months of publication with the slider, by keyboard', async () => {
    const { page, trouble } = await map.visit({ hash: '#panel=filters' })
    await expect.poll(() => shown(page)).toMatch(/^Map of 44 sites/)
    const before = await shown(page)
    const from = panel(page).getByRole('slider', { name: /Publication.*from/ })
    await from.focus()
    await page.keyboard.press('End')
    await page.keyboard.press('PageDown')
    await expect.poll(() => trail(page).textContent()).toContain('since')
    await expect.poll(() => shown(page)).not.toBe(before)
    expect(trouble).toEqual([])
    await page.context().close()
  })

  it('finds words in link texts', async () => {
    const { page, trouble } = await map.visit()
    await page.getByRole('combobox', { name: 'Find a site' }).fill('adresse nouvelle')
    await page.keyboard.press('Enter')
    await expect.poll(() => panel(page).locator('.panel-head h2').textContent()).toBe('“adresse nouvelle”')
    await expect.poll(() => page.url()).toContain('words=adresse+nouvelle')
    expect(trouble).toEqual([])
    await page.context().close()
  })

  it('selects several sites and shows what ties them', async () => {
    const { page, trouble } = await map.visit({ hash: '#sites=turnout-engine.example&sites=campaign-stack.example' })
    await expect.poll(() => panel(page).locator('.panel-head h2').textContent()).toBe('2 sites')
    await expect.poll(() => panel(page).locator('section li').count()).toBeGreaterThan(0)
    await panel(page).getByRole('button', { name: 'Find the path between them' }).click()
    await expect.poll(() => panel(page).textContent()).toContain('It cites it directly.')
    await panel(page).getByRole('button', { name: 'Why together, or apart?' }).click()
    await expect.poll(() => panel(page).textContent()).toContain('With whom each has its ties')
    // What parts the two is a way to its evidence.
    const parts = panel(page)
      .locator('section')
      .filter({ has: page.getByRole('heading', { name: 'What parts them' }) })
    await parts.getByRole('button').first().click()
    await expect.poll(() => page.url()).toMatch(/from=.*&to=/)
    await page.goto(`${page.url().split('#')[0]}#cell=community&row=1&col=2`)
    await panel(page).getByRole('button', { name: 'Why together, or apart?' }).click()
    await expect.poll(() => panel(page).textContent()).toContain('Two communities.')
    await page.goBack()
    await page.goto(`${page.url().split('#')[0]}#cell=community&row=2&col=2`)
    await panel(page).getByRole('button', { name: 'About community 2' }).click()
    await expect.poll(() => panel(page).textContent()).toContain('Two sentences for a caption')
    expect(trouble).toEqual([])
    await page.context().close()
  })

  it('copies a citation and gives the table of a tie', async () => {
    const { page, trouble } = await map.visit({ hash: '#from=atelier-suffrage.example&to=micro-target-co.example' })
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await panel(page).getByRole('button', { name: 'Copy as citation' }).click()
    await expect.poll(() => panel(page).textContent()).toContain('Copied')
    const copied = (): Promise<string> => page.evaluate(() => navigator.clipboard.readText())
    await expect
      .poll(copied)
      .toMatch(/^Atelier Suffrage cites Micro Target Co: 30 hyperlinks\n– “Note \d+ : lire Micro Target Co”, https:/)
    await expect.poll(copied).toMatch(/Collected with Toile .*, corpus invented, 12 – 13 November 2026\.$/)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      panel(page).getByRole('link', { name: 'Download CSV' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('atelier-suffrage.example-micro-target-co.example.csv')
    expect(trouble).toEqual([])
    await page.context().close()
  })

  it('brings back what was looked at from its address: filters, variables, selection, camera', async () => {
    const { page, trouble } = await map.visit({ hash: '#colour=kind&f.country=US&site=doorstep.example' })
    await canvas(page).focus()
    await page.keyboard.press('+')
    await expect.poll(() => page.url()).toContain('at=0.5')
    const again = await map.visit({ hash: `#${page.url().split('#')[1]}` })
    await expect.poll(() => shown(again.page)).toMatch(/^Map of 20 sites/)
    await expect.poll(() => again.page.getByLabel('Colour').inputValue()).toBe('kind')
    await expect.poll(() => again.page.url()).toBe(page.url())
    expect([...trouble, ...again.trouble]).toEqual([])
    await page.context().close()
    await again.page.context().close()
  })

  it('selects with the lasso, adds neighbours, keeps them alone, lays them out anew and takes it back', async () => {
    const { page, trouble } = await map.visit({ hash: '#panel=filters' })
    const { x, y, width, height } = (await canvas(page).boundingBox())!
    await page.getByRole('button', { name: /^Lasso/ }).click()
    await page.mouse.move(x + 10, y + 10)
    await page.mouse.down()
    await page.mouse.move(x + width * 0.5, y + 10, { steps: 4 })
    await page.mouse.move(x + width * 0.5, y + height * 0.5, { steps: 4 })
    await page.mouse.move(x + 10, y + height * 0.5, { steps: 4 })
    await page.mouse.up()
    const head = panel(page).locator('.panel-head h2')
    await expect.poll(() => head.textContent()).toMatch(/^\d+ sites$/)
    const few = new URL(page.url()).hash.split('sites=').length - 1
    await panel(page)
      .getByRole('button', { name: /^Add their neighbours/ })
      .click()
    await expect.poll(async () => parseInt((await head.textContent())!, 10)).toBeGreaterThan(few)
    await panel(page).getByRole('button', { name: 'Show only these' }).click()
    await expect.poll(() => trail(page).textContent()).toMatch(/only \d+ sites that were chosen/)
    await panel(page).getByRole('button', { name: 'Close' }).click()
    const again = panel(page).getByRole('button', { name: /^Lay out \d+ sites anew/ })
    await again.click()
    await expect
      .poll(() => panel(page).textContent(), { timeout: 20_000 })
      .toMatch(/sites? not at the place that is stored/)
    await panel(page).getByRole('button', { name: 'Take the last move back' }).click()
    await expect.poll(() => panel(page).textContent()).not.toContain('not at the place that is stored')
    expect(trouble).toEqual([])
    await page.context().close()
  })

  it('leaves the largest part, a core, and what lies between two handles of a histogram', async () => {
    const { page, trouble } = await map.visit({ hash: '#panel=filters' })
    await panel(page)
      .getByRole('checkbox', { name: /^Only the largest of/ })
      .check()
    await expect.poll(() => page.url()).toContain('part=1')
    await panel(page).getByRole('slider', { name: /^Core/ }).fill('3')
    await expect.poll(() => trail(page).textContent()).toContain('core of 3')
    await panel(page)
      .getByRole('slider', { name: /how many sites have which value, from$/ })
      .press('ArrowRight')
    await expect.poll(() => page.url()).toMatch(/r\.in_degree=2\.\./)
    await panel(page).getByRole('searchbox', { name: 'With these words' }).fill('liberty')
    await expect.poll(() => trail(page).textContent()).toContain('with “liberty”')
    expect(trouble).toEqual([])
    await page.context().close()
  })
})
