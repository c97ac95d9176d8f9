import { join } from 'node:path'
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { crawl } from '../../crawler/crawl.ts'
import type { Corpus } from '../../data/store/corpus.ts'
import { crawlStatus } from '../../data/store/crawl-status.ts'
import { openCorpus } from '../../data/store/open-corpus.ts'
import { serveDemoWeb } from '../../seeds/demo-web/serve.ts'
import type { MapData } from '../../viewer/protocol/map.ts'
import { createJobs, type Jobs } from '../../viewer/server/jobs.ts'
import { quietSurroundings } from '../quiet-surroundings.ts'
import { corpusPlace } from '../viewer/invented-corpus-file.ts'
import { findViolations } from './find-violations.ts'
import { openMap, type OpenedMap } from './open-map.ts'

const root = join(import.meta.dirname, '..', '..')
const place = corpusPlace()
let web: Awaited<ReturnType<typeof serveDemoWeb>>
let corpus: Corpus
let jobs: Jobs
let map: OpenedMap

beforeAll(async () => {
  web = await serveDemoWeb()
  const options = {
    seeds: join(root, 'seeds', 'demo.csv'),
    corpus: place.file,
    proxy: web.proxy,
    contact: 'test@toile.example',
  }
  await crawl({ ...options, depth: 0, delay: 0.3 }, quietSurroundings(root))
  corpus = openCorpus(place.file, 'read')
  jobs = createJobs([process.execPath, join(root, 'cli.ts')], process.env)
  map = await openMap(corpus, { jobs })
})
afterAll(async () => {
  await map.close()
  await jobs.close()
  corpus.close()
  await web.close()
  place.remove()
})

const panel = (page: Page) => page.locator('#reading')
const fetched = (): number => crawlStatus(corpus).pages.fetched
const mapNow = async (): Promise<MapData> => (await (await fetch(`${map.served.address}api/map`)).json()) as MapData

describe('watching a crawl in a browser', () => {
  it('shows a corpus that was not analysed, in provisional places, and says so', async () => {
    const { page, trouble } = await map.visit({ hash: '#panel=crawl' })
    await expect
      .poll(() => page.getByRole('application').getAttribute('aria-label'))
      .toMatch(/^Map of 43 sites and \d+ ties?$/)
    expect(await page.locator('.caption').textContent()).toContain('Not analysed yet')
    await expect.poll(() => panel(page).textContent()).toContain('Done,')
    expect(await findViolations(page)).toEqual([])
    expect(trouble).toEqual([])
    await page.context().close()
  })

  it('goes on deeper, watches it live, pauses it, and analyses; no site jumps while the map grows', async () => {
    const { page, trouble } = await map.visit({ hash: '#panel=crawl' })
    const before = await mapNow()
    const pages = fetched()
    await panel(page).getByLabel('Clicks deep').fill('2')
    await panel(page).getByRole('button', { name: 'Go on' }).click()
    await expect.poll(() => panel(page).textContent(), { timeout: 60_000 }).toContain('At work:')
    await expect.poll(fetched, { timeout: 60_000 }).toBeGreaterThan(pages + 5)
    await panel(page).getByRole('button', { name: 'Pause' }).click()
    await expect.poll(() => panel(page).textContent(), { timeout: 60_000 }).toContain('The crawl was stopped.')
    expect(await panel(page).textContent()).toMatch(/Stopped; \d+ pages wait/)
    const after = await mapNow()
    const placeOf = ({ ids, x, y }: MapData, id: string): readonly unknown[] => [x[ids.indexOf(id)], y[ids.indexOf(id)]]
    for (const id of before.ids) expect(placeOf(after, id)).toEqual(placeOf(before, id))
    expect(after.ties.source.length).toBeGreaterThan(before.ties.source.length)
    const label = (): Promise<string | null> => page.getByRole('application').getAttribute('aria-label')
    await expect.poll(label, { timeout: 30_000 }).toContain(`${after.ties.source.length} ties`)
    await panel(page).getByRole('button', { name: 'Analyse again' }).click()
    await expect.poll(() => panel(page).textContent(), { timeout: 120_000 }).toContain('The analysis is done.')
    await expect.poll(() => page.locator('.legend').textContent(), { timeout: 30_000 }).toContain('Community')
    await expect.poll(() => page.locator('.caption').textContent()).not.toContain('Not analysed yet')
    expect(trouble).toEqual([])
    await page.context().close()
  })
})
