import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { SiteGraph } from '#data/records.ts'
import { type Zone, zones } from '#data/vocabulary/zones.ts'
import type { Author } from '#data/store/curate/author.ts'
import { setEntity } from '#data/store/curate/set-entity.ts'
import { entityFacts } from '#data/store/map/entity-facts.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import { readSiteGraph } from '#data/store/graph/site-graph.ts'
import type { AttributesReport, NetworkReport } from '#graph/exchange/import/import-report.ts'
import { emptyCorpus, readPage, seeded, someTime, temporaryFolder } from '#tests/data/store/invented-corpus.ts'
import { importTo } from './through-corpus.ts'

export const author: Author = { actor: 'user', reason: '', now: someTime }

/** Writes `files` into a folder of the test's own; returns the path of the first. */
export function files(texts: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder()
  for (const [name, text] of Object.entries(texts)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  return join(folder, Object.keys(texts)[0]!)
}

/** Where a corpus is to be made. */
export const newCorpus = (): string => join(temporaryFolder(), 'made.sqlite')

/** What `look` finds in the corpus of this file. */
export function inCorpus<Result>(file: string, look: (corpus: Corpus) => Result): Result {
  const corpus = openCorpus(file, 'write')
  try {
    return look(corpus)
  } finally {
    corpus.close()
  }
}

/** Ties between what was reviewed. */
export const graphOf = (file: string, only: readonly Zone[] = zones): SiteGraph =>
  inCorpus(file, corpus =>
    readSiteGraph(corpus, { statuses: ['IN', 'OUT', 'UNDECIDED'], zones: only, weight: 'evidence' }),
  )

/** 'source target weight' of each tie. */
export const ties = (graph: SiteGraph) =>
  graph.edges.map(({ source, target, weight }) => `${source} ${target} ${weight}`)

export const factsOf = (file: string, id: string) => inCorpus(file, corpus => entityFacts(corpus, id)!)

/** Addresses of an entity's prefixes. */
export const prefixesOf = (file: string, id: string) => factsOf(file, id).prefixes.map(({ url }) => url)

/** Imports a network into the corpus. */
export const network = (path: string, corpus: string) => importTo(corpus, path) as Promise<NetworkReport>

/** Imports a table of attributes into the corpus. */
export const attributes = (path: string, corpus: string) =>
  importTo(corpus, path, { as: 'attributes' }) as Promise<AttributesReport>

/** A seeded corpus with pages: a.example is IN, x.example was discovered, gone.example is OUT. */
export function knownCorpus(): string {
  const corpus = emptyCorpus()
  seeded(corpus, 'http://a.example/', 'http://b.example/', 'http://gone.example/')
  readPage(corpus, 'http://a.example/', ['http://b.example/', 'http://blog.x.example/1', 'http://x.example/'])
  setEntity(corpus, author, 'gone.example', { status: 'OUT' })
  return corpus.file
}
