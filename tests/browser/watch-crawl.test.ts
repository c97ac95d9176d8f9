import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { crawl } from '#crawler/crawl.ts'
import type { MapData } from '#viewer/protocol/map.ts'
import { quietSurroundings } from '../quiet-surroundings.ts'
import { demoCrawl, demoSeeds } from './demo-crawl.ts'
import { expectNoViolations } from './expect-no-violations.ts'

const demo = demoCrawl(async (corpus, proxy) => {
  await crawl(
    { seeds: demoSeeds, corpus, proxy, contact: 'test@toile.example', depth: 0, delay: 0.3 },
    quietSurroundings('.', { env: process.env }),
  )
})

const panel = (page: Page) => page.locator('#reading')

describe('watching a crawl in a browser', () => {
  it('shows a corpus that was not analysed, in provisional places, and says so', async () => {
    const { page, trouble } = await demo.visit({ hash: '#panel=crawl' })
    await expect
      .poll(() => page.getByRole('application').getAttribute('aria-label'))
      .toMatch(/^Map of 43 sites and \d+ ties?$/)
    await expect.poll(() => page.locator('.caption').textContent()).toContain('Not analysed yet')
    await expect.poll(() => panel(page).textContent()).toContain('Done,')
    await expectNoViolations(page)
    expect(trouble).toEqual([])
    await page.context().close()
  })

  it('goes on deeper, watches it live, pauses it, and analyses; no site jumps while the map grows', async () => {
    const { page, trouble } = await demo.visit({ hash: '#panel=crawl' })
    const before = await demo.mapNow()
    const pages = demo.fetched()
    await panel(page).getByLabel('Clicks from the start page').fill('2')
    await panel(page).getByRole('button', { name: 'Go on' }).click()
    await expect.poll(() => panel(page).textContent(), { timeout: 60_000 }).toContain('At work:')
    await expect.poll(demo.fetched, { timeout: 60_000 }).toBeGreaterThan(pages + 5)
    await panel(page).getByRole('button', { name: 'Pause' }).click()
    await expect.poll(() => panel(page).textContent(), { timeout: 60_000 }).toContain('The crawl was stopped.')
    await expect.poll(() => panel(page).textContent()).toMatch(/Stopped; \d+ pages wait/)
    const after = await demo.mapNow()
    const placeOf = ({ ids, x, y }: MapData, id: string): readonly unknown[] => [x[ids.indexOf(id)], y[ids.indexOf(id)]]
    for (const id of before.ids) expect(placeOf(after, id)).toEqual(placeOf(before, id))
    expect(after.ties.source.length).toBeGreaterThan(before.ties.source.length)
    const label = (): Promise<string | null> => page.getByRole('application').getAttribute('aria-label')
    await expect.poll(label, { timeout: 30_000 }).toContain(`${after.ties.source.length} ties`)
    await panel(page).getByRole('button', { name: 'Analyse' }).click()
    await expect.poll(() => panel(page).textContent(), { timeout: 120_000 }).toContain('The analysis is done.')
    await expect.poll(() => page.locator('.legend').textContent(), { timeout: 30_000 }).toContain('Community')
    await expect.poll(() => page.locator('.caption').textContent()).not.toContain('Not analysed yet')
    expect(trouble).toEqual([])
    await page.context().close()
  })
})
