import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { zones } from '#data/vocabulary/zones.ts'
import { exportCorpus } from '#graph/exchange/export-corpus.ts'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import { type TieChange, tieChanges } from '#data/store/changes/tie-changes.ts'
import { readSiteGraph } from '#data/store/graph/site-graph.ts'
import { writeGexf } from '#graph/exchange/write/write-gexf.ts'
import { ageCorpus } from '../data/store/older-corpus.ts'
import type { Hosts } from '../webs/serve-web.ts'
import { linking, type Workbench } from './crawl-web.ts'
import { openWeb } from './open-web.ts'

const target = 'http://t.example/'

/** What an address is in each wave: links, a status, or where it redirects. */
type InWaves = readonly (readonly string[] | number | string)[]

const site = (pages: Readonly<Record<string, InWaves>>, waveOf: () => number): Hosts[string] =>
  Object.fromEntries(
    Object.entries(pages).map(([path, inWaves]) => [
      path,
      (_request, response) => {
        const now = inWaves[Math.min(waveOf(), inWaves.length) - 1]!
        if (typeof now === 'number') response.writeHead(now).end()
        else if (typeof now === 'string') response.writeHead(301, { location: now }).end()
        else response.writeHead(200, { 'content-type': 'text/html' }).end(linking(...now))
      },
    ]),
  )

const sites: Readonly<Record<string, Readonly<Record<string, InWaves>>>> = {
  't.example': { '/': [[]] },
  'kept.example': { '/': [[target]] },
  'removed.example': { '/': [['/old']], '/old': [[target], 410] },
  'moved.example': { '/': [['/old']], '/old': [[target], '/'] },
  'failing.example': { '/': [['/p']], '/p': [[target], 403] },
  'dead.example': { '/': [[target], 403] },
  'born.example': { '/': [[], [target]] },
  'new-page.example': { '/': [[], ['/new']], '/new': [404, [target]] },
  // Read in both waves, but for the page that led there.
  'hidden.example': { '/': [['/list']], '/list': [403, ['/list/item']], '/list/item': [[target]] },
  // /a/b/c lies three clicks away.
  'deep.example': { '/': [['/a']], '/a': [['/a/b']], '/a/b': [['/a/b/c']], '/a/b/c': [[target]] },
  'limited.example': { '/': [['/1', '/2', '/3']], '/1': [[]], '/2': [[]], '/3': [[target]] },
  'again.example': { '/': [[target], [], [target]] },
  'late.example': { '/': [[target]] },
}

async function crawlThreeWaves(): Promise<Workbench> {
  let wave = 1
  const hosts = Object.fromEntries(Object.entries(sites).map(([name, pages]) => [name, site(pages, () => wave)]))
  const { benchOf } = await openWeb(hosts)
  const all = Object.keys(sites).map(name => `http://${name}/`)
  const bench = benchOf(all.filter(url => !url.includes('late')))
  await bench.crawl({ depth: 2, maxPages: 3 })
  bench.seed(all)
  for (wave = 2; wave <= 3; wave++) await bench.crawl({ depth: 3, maxPages: 9, again: `w${wave}` })
  return bench
}

const told = ({ source, change, before, after }: TieChange): string =>
  [
    `${source.replace('.example', '')}: ${change}`,
    ...(before.state === 'unknown' ? [`before ${before.cause}`] : []),
    ...(after.state === 'unknown' ? [`after ${after.cause}`] : []),
  ].join(', ')

function changesOf(bench: Workbench, from: number, to: number): string[] {
  const corpus = openCorpus(bench.corpus, 'read')
  try {
    return tieChanges(corpus, { statuses: ['IN'], zones, from, to }).map(told)
  } finally {
    corpus.close()
  }
}

/** What later versions added to the tables of version 3. */
describe('tieChanges(corpus, question)', () => {
  it('claims of a tie what both waves looked at, and names the cause where one did not', async () => {
    const bench = await crawlThreeWaves()
    expect(changesOf(bench, 1, 2)).toEqual([
      'again: gone',
      'born: born',
      'dead: unknown, after http-403',
      'deep: unknown, before depth',
      'failing: unknown, after http-403',
      'hidden: unknown, before http-403',
      'kept: kept',
      'late: unknown, before site-added',
      'limited: unknown, before max-pages',
      'moved: gone',
      'new-page: born',
      'removed: gone',
    ])
    // What died before is not at risk of dying again; what was away and came back is neither kept nor born.
    expect(changesOf(bench, 2, 3)).toEqual([
      'again: reborn',
      'born: kept',
      'dead: unknown, before http-403, after http-403',
      'deep: kept',
      'failing: unknown, before http-403, after http-403',
      'hidden: kept',
      'kept: kept',
      'late: kept',
      'limited: kept',
      'new-page: kept',
    ])
    expect(changesOf(bench, 1, 3)).toContain('again: kept')

    const corpus = openCorpus(bench.corpus, 'read')
    const graphOf = (wave: string) => readSiteGraph(corpus, { statuses: ['IN'], zones, weight: 'links', wave })
    const citing = (wave: string): string[] => graphOf(wave).edges.map(({ source }) => source.replace('.example', ''))
    expect(citing('first')).toEqual(['again', 'dead', 'failing', 'kept', 'moved', 'removed'])
    expect(citing('w2')).toEqual(['born', 'deep', 'hidden', 'kept', 'late', 'limited', 'new-page'])
    expect(citing('w3')).toEqual(['again', 'born', 'deep', 'hidden', 'kept', 'late', 'limited', 'new-page'])
    const pages = Object.fromEntries(graphOf('first').nodes.map(({ id, pagesFetched }) => [id, pagesFetched]))
    expect(pages).toMatchObject({ 'limited.example': 3, 'late.example': 0, 'deep.example': 3 })
    corpus.close()
  })

  it('gives a dynamic graph the times at which a tie was there', async () => {
    const bench = await crawlThreeWaves()
    const corpus = openCorpus(bench.corpus, 'read')
    const choice = { title: 'web', statuses: ['IN'], zones, minWeight: 0, wave: 'all', dynamic: true } as const
    const spells = exportCorpus(corpus, choice).edges.flatMap(edge =>
      edge.spells === undefined ? [] : [[edge.source, edge.spells.length]],
    )
    // In each of the others one wave follows the other.
    expect(spells).toEqual([['again.example', 2]])
    const file = [...writeGexf(exportCorpus(corpus, choice), { dynamic: true })].join('')
    expect(file.match(/<spell start="\d{4}-\d\d-\d\d" end="\d{4}-\d\d-\d\d"\/>/g)).toHaveLength(2)
    corpus.close()
  })

  it('says of a corpus that kept first and last sightings alone what it can say', async () => {
    const bench = await crawlThreeWaves()
    const db = new Database(bench.corpus)
    ageCorpus(db, 3)
    db.close()
    expect(changesOf(bench, 1, 2)).toEqual(
      expect.arrayContaining([
        'again: unknown, after not-kept',
        'kept: unknown, after not-kept',
        'born: born',
        'removed: gone',
        'limited: unknown, before not-asked',
      ]),
    )
    // The first sighting and the last one are known to the day.
    expect(changesOf(bench, 1, 3)).toEqual(expect.arrayContaining(['again: kept', 'kept: kept', 'born: born']))
  })
})
