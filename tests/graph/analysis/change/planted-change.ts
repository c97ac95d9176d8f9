import { recordVisit, setPageState } from '#data/store/visits/record-visit.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { internPage } from '#data/store/base/intern-page.ts'
import { discoverEntity, loadPrefixTable } from '#data/store/entities/entities.ts'
import { storeSeeds } from '#data/store/frontier/store-seeds.ts'
import { emptyCorpus, type PlantedLink, readPage, seed, url } from '#tests/data/store/invented-corpus.ts'

export const planted = {
  days: ['2012-04-22', '2017-04-23', '2022-04-10'],
  sites: [
    ['f1', 'FR', 'agency'],
    ['f2', 'FR', 'agency'],
    ['f3', 'FR', 'media'],
    ['f4', 'FR', 'agency'],
    ['u1', 'US', 'software'],
    ['u2', 'US', 'software'],
    ['u3', 'US', 'media'],
  ],
  /** Who cites whom in each wave; a site without a list answers 500. */
  waves: [
    { f1: ['u1', 'f2'], f2: ['f1'], f3: ['f1', 'u3'], u1: ['u3'], u2: ['u1'], u3: ['u1'] },
    { f1: ['u1', 'f2'], f2: ['f1', 'u1'], f3: ['f1'], f4: ['u1'], u1: ['u3'], u2: ['u1'], u3: [] },
    { f1: ['f2'], f2: ['f1', 'u1'], f3: ['u1'], u1: ['u3'], u2: ['u1'], u3: ['u1'] },
  ],
} as const

export const address = (site: string): string => `http://${site}.example/`

/** Links of the blogroll; all others stand in the matter of pages. */
const inBlogroll: ReadonlySet<string> = new Set(['u3 u1', 'f3 u3'])

const linkOf = (source: string, target: string): PlantedLink => ({
  to: address(target),
  zone: inBlogroll.has(`${source} ${target}`) ? 'blogroll' : 'content',
})

/** Three waves whose births, deaths and gaps are known: see `planted`. */
export function changingCorpus(): Corpus {
  const corpus = emptyCorpus()
  const seeds = planted.sites.map(([site, country, kind]) => seed(address(site), { name: site, country, kind }))
  const [first, ...later] = planted.days.map(day => Date.parse(`${day}T12:00:00Z`))
  storeSeeds(corpus, seeds, first!)
  corpus.sql(`UPDATE wave SET label = ?, started_at = ?`).run(planted.days[0], first)
  for (const [at, started] of later.entries())
    corpus.sql('INSERT INTO wave (label, started_at) VALUES (?, ?)').run(planted.days[at + 1], started)
  for (const [at, sites] of planted.waves.entries()) {
    const time = Date.parse(`${planted.days[at]}T13:00:00Z`)
    const lists: Readonly<Record<string, readonly string[]>> = sites
    for (const [site] of planted.sites) {
      const list = lists[site]
      if (list === undefined) failPage(corpus, address(site), time, at + 1)
      else
        readPage(
          corpus,
          address(site),
          list.map(target => linkOf(site, target)),
          time,
          at + 1,
        )
    }
  }
  return corpus
}

function failPage(corpus: Corpus, page: string, at: number, waveId: number): void {
  const entities = loadPrefixTable(corpus)
  const { id } = internPage(corpus, entities, url(page), made => discoverEntity(corpus, entities, made, at))
  const failure = 'http-500'
  recordVisit(corpus, { pageId: id, waveId, runId: 1, at, durationMs: 5, httpStatus: 500, failure })
  setPageState(corpus, id, waveId, 'failed', failure)
  corpus.sql('UPDATE page SET depth = 0 WHERE id = ?').run(id)
}

/** A page of its own, read in every wave, which states its date and cites in its matter. */
export function datePage(corpus: Corpus, page: string, target: string, published: string): void {
  for (const [at, day] of planted.days.entries()) {
    const id = readPage(
      corpus,
      page,
      [{ to: address(target), zone: 'content' }],
      Date.parse(`${day}T14:00:00Z`),
      at + 1,
    )
    corpus.sql(`UPDATE visit SET published = ?, published_from = 'json-ld' WHERE page_id = ?`).run(published, id)
  }
}
