import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { crawledAt, plantedLink, plantPage } from '../viewer/invented-network.ts'
import { expectNoViolations } from './expect-no-violations.ts'
import { inventedMap } from './invented-map.ts'

const halfYear = 182 * 86_400_000

/** Two links of one page: the first was there in both waves, the second came with the second wave. All others were gone. */
const map = inventedMap(corpus => {
  const again = crawledAt + halfYear
  corpus.sql(`INSERT INTO wave (label, started_at, ended_at) VALUES ('2027-05', ?, ?)`).run(again, again + 1)
  const page = (...hosts: string[]) => ({
    url: 'https://doorstep.example/friends',
    title: 'Friends',
    published: '',
    language: 'en',
    links: hosts.map((host, at) => plantedLink(at, `https://${host}/`)),
  })
  plantPage(corpus, page('note-de-terrain.example'), crawledAt)
  plantPage(corpus, page('note-de-terrain.example', 'isoloir-studio.example'), again, 2)
})

const panel = (page: Page) => page.locator('#reading')
const label = (page: Page): Promise<string | null> => page.getByRole('application').first().getAttribute('aria-label')
const tiesOf = async (page: Page): Promise<number> => Number(/(\d+) ties?$/.exec((await label(page))!)![1])
describe('two waves of a crawl, in a browser', () => {
  it('goes from wave to wave with the slider, by keyboard, and takes a step back', async () => {
    const { page, trouble } = await map.visit({ hash: '#panel=filters' })
    const slider = panel(page).getByRole('slider', { name: 'Wave of the crawl' })
    // Without a word the last wave is shown.
    await expect.poll(() => slider.getAttribute('aria-valuetext')).toBe('wave 2027-05')
    await expect.poll(() => tiesOf(page)).toBe(2)
    await slider.focus()
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => slider.getAttribute('aria-valuetext')).toBe('first wave')
    await expect.poll(() => tiesOf(page)).toBeGreaterThan(2)
    const before = await tiesOf(page)
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => slider.getAttribute('aria-valuetext')).toBe('wave 2027-05')
    await expect.poll(() => tiesOf(page)).toBe(2)
    const trail = page.getByRole('group', { name: 'Filters' })
    await expect.poll(() => trail.textContent()).toContain('wave 2027-05')
    await trail.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(() => tiesOf(page)).toBe(before)
    await trail.getByRole('button', { name: /^first wave/ }).click() // prettier-ignore
    await expect.poll(() => tiesOf(page)).toBe(2)
    expect(trouble).toEqual([])
    await page.context().close()
  })

  it('compares the last two waves: the same sites, each with its own ties', async () => {
    const { page, trouble } = await map.visit({ hash: '#panel=filters' })
    await panel(page).getByRole('button', { name: 'Compare the last two waves' }).click()
    await expect
      .poll(async () => (await page.locator('.map-title').allTextContents()).map(title => title.replace(/\d+/, 'n')))
      .toEqual(['first wave · n ties', 'wave n-05 · 2 ties'])
    const [before] = await page.locator('.map-title').allTextContents()
    const count = /\d+/.exec(before!)![0]
    await expect
      .poll(() => page.getByRole('application').evaluateAll(maps => maps.map(one => one.ariaLabel)))
      .toEqual([
        `first wave · ${count} ties Map of 44 sites and ${count} ties`,
        'wave 2027-05 · 2 ties Map of 44 sites and 2 ties',
      ])
    await expectNoViolations(page)
    await page.getByRole('button', { name: 'Show one map again' }).click()
    await expect.poll(() => tiesOf(page)).toBe(2)
    expect(trouble).toEqual([])
    await page.context().close()
  })
})
