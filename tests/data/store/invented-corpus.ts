import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { ExtractedLink, Seed } from '#data/records.ts'
import type { Zone } from '#data/vocabulary/zones.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { discoverEntity, loadPrefixTable } from '#data/store/entities/entities.ts'
import { internPage } from '#data/store/base/intern-page.ts'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import { recordLinks } from '#data/store/visits/record-links.ts'
import { recordVisit, setPageState } from '#data/store/visits/record-visit.ts'
import { beginRun } from '#data/store/base/runs.ts'
import { storeSeeds } from '#data/store/frontier/store-seeds.ts'
import { normalizeUrl } from '#data/url/normalize-url.ts'
import type { Url } from '#data/url/brand.ts'

/** A time of no meaning, in 2026. */
export const someTime = Date.UTC(2026, 10, 22, 12)

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'toile-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export function emptyCorpus(): Corpus {
  const corpus = openCorpus(join(temporaryFolder(), 'invented.sqlite'), 'create')
  onTestFinished(() => corpus.close())
  corpus.sql(`INSERT INTO wave (label, started_at) VALUES ('first', ?)`).run(someTime)
  beginRun(corpus, { command: 'crawl', waveId: 1, options: {}, version: 'test' }, someTime)
  return corpus
}

export const url = (text: string): Url => normalizeUrl(text)!

export const seed = (address: string, more: Partial<Seed> = {}): Seed => ({
  url: url(address),
  starts: [url(address)],
  name: '',
  country: '',
  kind: '',
  prefixes: [],
  source: '',
  tags: [],
  line: 2,
  ...more,
})

export const seeded = (corpus: Corpus, ...addresses: string[]): void =>
  void storeSeeds(
    corpus,
    addresses.map(address => seed(address)),
    someTime,
  )

export interface PlantedLink {
  readonly to: string
  readonly zone?: Zone
  readonly anchor?: string
  readonly context?: string
  readonly place?: string
}

/** Stores a fetched page with its links as a visit at `at`, the way the crawler does. */
export function readPage(
  corpus: Corpus,
  address: string,
  links: readonly (string | PlantedLink)[],
  at = someTime,
  waveId = 1,
): number {
  const entities = loadPrefixTable(corpus)
  const page = internPage(corpus, entities, url(address), made => discoverEntity(corpus, entities, made, at))
  const extracted = links.map((link, ordinal) => extractedLink(typeof link === 'string' ? { to: link } : link, ordinal))
  const visitId = recordVisit(corpus, { pageId: page.id, waveId, runId: 1, at, durationMs: 5, httpStatus: 200 })
  recordLinks(corpus, entities, { pageId: page.id, entityId: page.entityId, visitId, at }, extracted)
  setPageState(corpus, page.id, waveId, 'fetched')
  corpus.sql('UPDATE page SET depth = 0 WHERE id = ?').run(page.id)
  return page.id
}

export function extractedLink(
  { to, zone = 'content', anchor = '', context = '', place = 'html body p a' }: PlantedLink,
  ordinal: number,
): ExtractedLink {
  return {
    ordinal,
    element: 'a',
    href: to,
    url: url(to),
    anchor,
    context,
    anchorAt: null,
    heading: '',
    zone,
    place,
    rel: '',
  }
}
