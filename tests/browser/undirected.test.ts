import { writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Corpus } from '#data/store/base/corpus.ts'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import { zones } from '#data/vocabulary/zones.ts'
import { analyseCorpus } from '#graph/analysis/analyse-corpus.ts'
import { importCorpus } from '#graph/exchange/import/import-corpus.ts'
import { corpusPlace } from '../viewer/invented-corpus-file.ts'
import { crawledAt } from '../viewer/invented-network.ts'
import { expectNoViolations } from './expect-no-violations.ts'
import { openMap, type OpenedMap } from './open-map.ts'

/** Two triangles and a bridge, of a file without directions. */
const file = `graph [ directed 0
${['a', 'b', 'c', 'd', 'e', 'f'].map((name, id) => `node [ id ${id} label "${name}" ]`).join('\n')}
${[[0, 1], [0, 2], [1, 2], [3, 4], [3, 5], [4, 5], [2, 3]].map(([from, to]) => `edge [ source ${from} target ${to} value 2 ]`).join('\n')}
]` // prettier-ignore

describe('the map of an imported network without directions', () => {
  const place = corpusPlace()
  let corpus: Corpus
  let map: OpenedMap
  beforeAll(async () => {
    const path = join(dirname(place.file), 'triangles.gml')
    writeFileSync(path, file)
    const around = { cwd: '/', env: {}, now: () => crawledAt, between: () => Promise.resolve() }
    await importCorpus({ path, corpus: place.file, as: 'network' }, around)
    corpus = openCorpus(place.file, 'write')
    const asked = { seed: 1, statuses: ['IN'], zones, weight: 'evidence', runs: 10, resolution: 1 } as const
    const now = (): number => crawledAt
    await analyseCorpus(corpus, asked, now, () => undefined)
    map = await openMap(corpus)
  })
  afterAll(async () => {
    await map.close()
    corpus.close()
    place.remove()
  })

  const panel = (page: Page) => page.locator('#reading')

  it('has each tie once, without arrow, and says nothing of citations, pages or a crawl', async () => {
    for (const locale of ['en', 'fr'] as const) {
      const { page, trouble } = await map.visit({ locale })
      await expect
        .poll(() => page.getByRole('application').getAttribute('aria-label'))
        .toBe(locale === 'en' ? 'Map of 6 sites and 7 ties' : 'Carte de 6 sites et 7 liens')
      const seen = async (): Promise<string> =>
        (await page.locator('.legend, #reading').allInnerTexts()).join('\n').replace(/Toile.*/g, '')
      await expect.poll(seen).toContain(locale === 'en' ? 'Who is tied to whom' : 'Qui est lié à qui')
      expect(await seen()).not.toMatch(/cit|hyperli|crawl|collect|[Pp]ages? read|pages? lue/)
      if (locale === 'en') await expectNoViolations(page)
      expect(trouble).toEqual([])
      await page.context().close()
    }
  })

  it('opens a tie from either end, and lists whom a site is tied to once', async () => {
    const { page, trouble } = await map.visit({ hash: '#from=3&to=2' })
    await expect.poll(() => panel(page).locator('.tie-title').textContent()).toMatch(/d.*and.*c$/)
    await expect.poll(() => panel(page).textContent()).toContain('imported, weight 2')
    await page.keyboard.press('Escape')
    await expect.poll(() => page.url()).not.toContain('from=')
    await page.goto(`${page.url().split('#')[0]}#site=2`)
    await expect.poll(() => panel(page).locator('h3', { hasText: 'Tied to' }).textContent()).toBe('Tied to 3')
    expect(await panel(page).innerText()).not.toMatch(/cite|0 pages/)
    expect(trouble).toEqual([])
    await page.context().close()
  })
})
