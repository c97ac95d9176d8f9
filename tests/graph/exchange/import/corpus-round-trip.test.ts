import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { zones } from '#data/vocabulary/zones.ts'
import { addPrefixTo } from '#data/store/curate/move-prefix.ts'
import { addName, renameEntity } from '#data/store/curate/name-entity.ts'
import { tagEntity } from '#data/store/curate/tag-entity.ts'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import { lastAnalysis } from '#data/store/graph/results.ts'
import { beginRun } from '#data/store/base/runs.ts'
import { readSiteGraph } from '#data/store/graph/site-graph.ts'
import { storeSeeds } from '#data/store/frontier/store-seeds.ts'
import { normalizeUrl } from '#data/url/normalize-url.ts'
import { prefixLru } from '#data/url/lru.ts'
import { analyseCorpus } from '#graph/analysis/analyse-corpus.ts'
import { hashOfGraph } from '#graph/analysis/hash-of-graph.ts'
import { readPage, seed, someTime } from '#tests/data/store/invented-corpus.ts'
import { crawlDemoWeb } from '#tests/crawl-demo-web.ts'
import { allStatuses, exportFrom, importTo, rowsOf, textsOf, type Way } from './through-corpus.ts'

const ways: readonly (readonly [string, Way])[] = [
  ['csv', { format: 'csv' }],
  [
    'csv as French spreadsheets have it',
    { format: 'csv', options: { separator: ';', decimal: ',', byteOrderMark: true } },
  ],
  ['csv of all that is cited', { format: 'csv', statuses: allStatuses }],
  ['gexf', { format: 'gexf' }],
  ['gexf of all that is cited', { format: 'gexf', statuses: allStatuses }],
  ['gexf, dynamic', { format: 'gexf', options: { dynamic: true } }],
  ['gexf1.2', { format: 'gexf1.2' }],
  ['graphml', { format: 'graphml' }],
  ['json', { format: 'json' }],
  ['pajek', { format: 'pajek' }],
  ['edges', { format: 'edges' }],
]

const analysis = { seed: 1, statuses: ['IN'], zones, weight: 'evidence', runs: 4, resolution: 1 } as const

async function analyse(file: string, weight: 'evidence' | 'links' = 'evidence'): Promise<void> {
  const corpus = openCorpus(file, 'write')
  await analyseCorpus(
    corpus,
    { ...analysis, weight },
    () => someTime,
    () => {},
  )
  corpus.close()
}

/** The last analysis is of the graph that the corpus holds. */
function isAnalysisOfNow(file: string): boolean {
  const corpus = openCorpus(file, 'read')
  const { statuses } = analysis
  const graph = readSiteGraph(corpus, { statuses, zones, weight: 'evidence' })
  const { graphHash } = lastAnalysis(corpus)!
  corpus.close()
  return graphHash === hashOfGraph(graph)
}

const folder = mkdtempSync(join(tmpdir(), 'toile-round-trip-'))
const at = (name: string): string => join(folder, name)
let round = 0

/** One site was renamed, and had another address for a time. */
function dateSome(file: string): void {
  const corpus = openCorpus(file, 'write')
  const author = { actor: 'user', reason: '', now: someTime }
  const { name } = corpus.sql<{ name: string }>(`SELECT name FROM entity WHERE status = 'IN' ORDER BY name`).get()!
  addName(corpus, author, name, 'An | older (1999) name', { to: '2010' })
  renameEntity(corpus, author, name, { fields: { label: 'The name since' }, from: '2013-05' })
  const lru = prefixLru(normalizeUrl('http://old-name.example/blog')!)
  addPrefixTo(corpus, author, name, lru, { from: '2008', to: '2013-05' })
  corpus.close()
}

/** Exports `corpus`, imports that into a corpus of its own, exports that. */
async function throughCorpus(corpus: string, way: Way) {
  round += 1
  const [one, two, copy] = [at(`one-${round}`), at(`two-${round}`), at(`copy-${round}.sqlite`)]
  const first = await exportFrom(corpus, one, way)
  const report = await importTo(copy, first)
  return { first: textsOf(first), second: textsOf(await exportFrom(copy, two, way)), copy, report, path: first }
}

/** As throughCorpus; the title of a folder of tables is its name alone, so the copy bears the same. */
const named = ({ first, second }: { first: Record<string, string>; second: Record<string, string> }) => [
  Object.values(first),
  Object.values(second),
]

beforeAll(async () => {
  await crawlDemoWeb(at('web.sqlite'))
  dateSome(at('web.sqlite'))
  copyFileSync(at('web.sqlite'), at('raw.sqlite'))
  await analyse(at('web.sqlite'))
}, 300_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('export → import into a corpus → export, of a crawled and analysed web', () => {
  it.each(ways)('gives the same bytes, and the same file again changes nothing: %s', async (_, way) => {
    const trip = await throughCorpus(at('web.sqlite'), way)
    const [first, second] = named(trip)
    expect(second).toEqual(first)
    expect(first!.join('').length).toBeGreaterThan(2_000)
    const before = rowsOf(trip.copy)
    expect(await importTo(trip.copy, trip.path, { now: Date.UTC(2028, 0, 1) })).toMatchObject({ changed: false })
    expect(rowsOf(trip.copy)).toEqual(before)
  })

  it.each([
    ['csv', { format: 'csv' }],
    ['gexf of all that is cited', { format: 'gexf', statuses: allStatuses }],
    ['graphml', { format: 'graphml' }],
    ['json', { format: 'json' }],
  ] as const)('gives the same bytes before any analysis: %s', async (_, way) => {
    const [first, second] = named(await throughCorpus(at('raw.sqlite'), way))
    expect(second).toEqual(first)
  })

  it('adds nothing to the corpus that it came from', async () => {
    const path = await exportFrom(at('web.sqlite'), at('home'), { format: 'csv', statuses: allStatuses })
    copyFileSync(at('web.sqlite'), at('home.sqlite'))
    const before = rowsOf(at('home.sqlite'))
    await importTo(at('home.sqlite'), path)
    const after = rowsOf(at('home.sqlite'))
    for (const table of ['entity', 'prefix', 'page', 'visit', 'link', 'snippet', 'tag', 'imported_edge'])
      expect([table, after[table]]).toEqual([table, before[table]])
  })

  it('counts edges from the hyperlinks that it brings, and keeps who owns what', async () => {
    const { copy, report } = await throughCorpus(at('web.sqlite'), { format: 'csv', statuses: allStatuses })
    const [here, there] = [rowsOf(at('web.sqlite')), rowsOf(copy)]
    expect(there['imported_edge']).toEqual([])
    expect(there['prefix']!.length).toBe(here['prefix']!.length)
    expect(there['start_page']!.length).toBe(here['start_page']!.length)
    const between = (rows: unknown[]) =>
      (rows as { source_entity: number; target_entity: number }[]).filter(
        row => row.source_entity !== row.target_entity,
      )
    expect(there['link']!.length).toBe(between(here['link']!).length)
    expect(isAnalysisOfNow(copy)).toBe(true)
    expect(report).toMatchObject({ isNew: true, links: { made: there['link']!.length }, remarks: [] })
  })
})

const hostile = [
  'Élections & Données « à l’œuvre » 🗳️',
  'SWISS INFO, INFINITY, -INF, NaN',
  '<script>alert("1")</script> &amp; ]]> <!--',
  '=HYPERLINK("https://a.example","x")',
  '@SUM(1+1)|cmd',
  '-1+1',
  "'=quoted",
  '\tTabulated\r\nand broken',
  'bell \u0007 NUL \u0000 escape \u001b[31m half \ud83d end',
  ' spaces  around ',
  'a|b\\c',
  '{"json": true}',
  '\u202eright to left\u2066',
  '*Vertices 3 "quoted"',
] as const

async function makeHostile(file: string): Promise<void> {
  const corpus = openCorpus(file, 'create')
  corpus.sql(`INSERT INTO wave (label, started_at) VALUES ('first', ?)`).run(someTime)
  beginRun(corpus, { command: 'crawl', waveId: 1, options: {}, version: 'test' }, someTime)
  const host = (index: number): string => `http://site${index}.example/`
  storeSeeds(
    corpus,
    hostile.map((text, index) =>
      seed(host(index), {
        name: text,
        kind: hostile[(index + 1) % hostile.length]!,
        tags: [
          [text, text],
          ['note', hostile[(index + 2) % hostile.length]!],
          ['Note', 'in another case'],
          ['id', 'a name of ours'],
        ],
      }),
    ),
    someTime,
  )
  const author = { actor: 'user', reason: '', now: someTime }
  // Two values that are one when what no file can carry is taken out.
  tagEntity(corpus, author, 'site0.example', 'twin', 'a\u0001')
  tagEntity(corpus, author, 'site0.example', 'twin', 'a\u0002')
  tagEntity(corpus, author, 'site0.example', 'twin', 'a\u00ff')
  tagEntity(corpus, author, 'site1.example', 'empty', '')
  for (const [index, text] of hostile.entries()) {
    const to = `${host((index + 1) % hostile.length)}?q=%3Cscript%3E`
    const back = host((index + 5) % hostile.length)
    const link = { to, anchor: text, context: `« ${text} » he said` }
    readPage(corpus, host(index), [link, link, { to: back, zone: 'blogroll', anchor: text }], someTime)
    // A link that is gone, one that stays, one that is new.
    readPage(corpus, host(index), [link, { to: back, zone: 'footer' }], someTime + 86_400_000 * (index + 1))
  }
  corpus.close()
  await analyse(file)
}

describe('export → import into a corpus → export, of texts that strangers wrote', () => {
  beforeAll(async () => {
    await makeHostile(at('hostile.sqlite'))
    copyFileSync(at('hostile.sqlite'), at('links.sqlite'))
    await analyse(at('links.sqlite'), 'links')
  }, 300_000)

  it.each(ways)('gives the same bytes: %s', async (_, way) => {
    const trip = await throughCorpus(at('hostile.sqlite'), way)
    const [first, second] = named(trip)
    expect(second).toEqual(first)
    const before = rowsOf(trip.copy)
    expect(await importTo(trip.copy, trip.path)).toMatchObject({ changed: false })
    expect(rowsOf(trip.copy)).toEqual(before)
  })

  it.each([
    ['csv', { format: 'csv' }],
    ['gexf', { format: 'gexf' }],
    ['json', { format: 'json' }],
  ] as const)('keeps the weight that was asked for: %s', async (_, way) => {
    const [first, second] = named(await throughCorpus(at('links.sqlite'), way))
    expect(second).toEqual(first)
    const [evidence] = named(await throughCorpus(at('hostile.sqlite'), way))
    expect(first).not.toEqual(evidence)
  })
})
