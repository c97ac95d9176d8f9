import { describe, expect, it } from 'vitest'
import { templateZones, type Zone, zones } from '#data/vocabulary/zones.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import type { PairCounts } from '#data/store/graph/count-pair.ts'
import { countTies } from '#data/store/graph/count-ties.ts'
import type { GraphQuestion } from '#data/store/graph/graph-question.ts'
import { linksToScan, scanPairs } from '#data/store/graph/scan-pairs.ts'
import { readSiteEdges, readSiteNodes } from '#data/store/graph/site-graph.ts'
import { type CountedPair, walkPairs } from '#data/store/graph/walk-pairs.ts'
import { createRandom } from '#graph/analysis/random.ts'
import { emptyCorpus, readPage, seeded } from './invented-corpus.ts'

const sites = Array.from({ length: 9 }, (_, at) => `http://s${at}.example/`)

/** Nine sites whose pages cite each other, themselves and strangers, in all zones; some zones were seen otherwise over the site. */
function inventedLinks(): Corpus {
  const random = createRandom('pairs')
  const corpus = emptyCorpus()
  seeded(corpus, ...sites)
  const drawn = () => (random.int(6) === 0 ? `http://stranger${random.int(3)}.example/` : sites[random.int(9)]!)
  for (let page = 0; page < 60; page++)
    readPage(
      corpus,
      `${sites[page % 9]!}${page}`,
      Array.from({ length: random.int(40) }, (_, at) => ({
        to: `${drawn()}${at}`,
        zone: zones[random.int(zones.length)]!,
      })),
    )
  corpus.sql(`UPDATE link SET zone_site = 'footer' WHERE id % 7 = 0`).run()
  corpus.sql('DELETE FROM link WHERE id % 11 = 0').run()
  return corpus
}

type Told = readonly [
  source: number,
  target: number,
  first: number | undefined,
  last: number | undefined,
  counts: PairCounts,
]

function toldBy(count: (tell: (pair: CountedPair, counts: PairCounts) => void) => void): Told[] {
  const told: Told[] = []
  count(({ source, target, first, last }, counts) => {
    if (counts.links > 0) told.push([source, target, first, last, counts])
  })
  return told.sort(([a, b], [c, d]) => a - c || b - d)
}

/** The same counted from the rows of the table, one by one. */
function countedAnew(corpus: Corpus, chosen: readonly number[], asked: readonly Zone[]): Told[] {
  const rows = corpus
    .sql<{ source: number; target: number; page: number; zone: Zone; first: number; last: number }>(
      `SELECT source_entity AS source, target_entity AS target, page_id AS page, coalesce(zone_site, zone) AS zone, first_visit AS first,
         last_visit AS last FROM link`,
    )
    .all()
    .filter(
      ({ source, target, zone }) =>
        source !== target && chosen.includes(source) && chosen.includes(target) && asked.includes(zone),
    )
  return [...Map.groupBy(rows, ({ source, target }) => 1000 * source + target).values()]
    .map((of): Told => {
      const open = of.filter(({ zone }) => !templateZones.includes(zone))
      const byZone = Object.fromEntries(zones.map(zone => [zone, of.filter(own => own.zone === zone).length]))
      const counts: PairCounts = {
        links: of.length,
        pages: new Set(of.map(({ page }) => page)).size,
        openPages: new Set(open.map(({ page }) => page)).size,
        inTemplate: open.length < of.length ? 1 : 0,
        linksByZone: byZone as PairCounts['linksByZone'],
      }
      const [first, last] = [Math.min(...of.map(own => own.first)), Math.max(...of.map(own => own.last))]
      return [of[0]!.source, of[0]!.target, first, last, counts]
    })
    .sort(([a, b], [c, d]) => a - c || b - d)
}

describe('countTies(corpus, question, ids)', () => {
  const plain = { statuses: ['IN'], weight: 'evidence', undated: true } as const

  it.each<readonly [string, readonly Zone[]]>([
    ['all zones', zones],
    ['templates', templateZones],
  ])('counts what readSiteEdges counts, as columns, by the order of the ids: %s', (_, asked) => {
    const corpus = inventedLinks()
    const question: GraphQuestion = { ...plain, zones: asked }
    const edges = readSiteEdges(corpus, question)
    expect(edges.length).toBeGreaterThan(20)
    const ids = readSiteNodes(corpus, question).map(({ id }) => id)
    const ties = countTies(corpus, question, ids)!
    expect(ties).toMatchObject({
      source: edges.map(({ source }) => ids.indexOf(source)),
      target: edges.map(({ target }) => ids.indexOf(target)),
      weight: edges.map(({ weight }) => weight),
      links: edges.map(({ links }) => links),
      pages: edges.map(({ pages }) => pages),
    })
    for (const zone of zones)
      expect(ties.zones[zone], zone).toBe(edges.reduce((sum, { linksByZone }) => sum + linksByZone[zone], 0))
    const turned = countTies(corpus, question, ids.toReversed())!
    expect(turned.source.map((from, tie) => [8 - from, 8 - turned.target[tie]!])).toEqual(
      edges.map(({ source, target }) => [ids.indexOf(source), ids.indexOf(target)]).toReversed(),
    )
  })

  it('leaves to readSiteEdges what is dated, coded, of a wave, or came with a file', () => {
    const corpus = inventedLinks()
    const count = (asked: Partial<GraphQuestion>) =>
      countTies(
        corpus,
        { ...plain, zones, ...asked },
        readSiteNodes(corpus, { ...plain, zones }).map(({ id }) => id),
      )
    expect(count({})).not.toBeNull()
    expect(count({ wave: 'first' })).toBeNull()
    expect(count({ codes: ['recognition'] })).toBeNull()
    expect(countTies(corpus, { statuses: ['IN'], weight: 'evidence', zones }, [])).toBeNull()
    const [one, other] = corpus.sql<number>(`SELECT id FROM entity WHERE status = 'IN' LIMIT 2`).pluck().all()
    corpus
      .sql('INSERT INTO imported_edge (source_entity, target_entity, weight, run_id) VALUES (?, ?, 1, 1)')
      .run(one, other)
    expect(count({})).toBeNull()
  })
})

describe('walkPairs and scanPairs', () => {
  it.each<readonly [string, readonly Zone[]]>([
    ['all zones', zones],
    ['one zone', ['content']],
    ['templates', templateZones],
  ])('count the same hyperlinks, by the index and from the table as it lies: %s', (_, asked) => {
    const corpus = inventedLinks()
    const question: GraphQuestion = { statuses: ['IN'], zones: asked, weight: 'evidence' }
    const chosen = corpus.sql<number>(`SELECT id FROM entity WHERE status = 'IN' ORDER BY name DESC`).pluck().all()
    const most = linksToScan(corpus, question, { isPast: false, chosen: chosen.length })!
    expect(most).toBe(
      corpus.sql<number>('SELECT count(*) FROM link WHERE source_entity <> target_entity').pluck().get(),
    )
    const expected = countedAnew(corpus, chosen, asked)
    expect(expected.length).toBeGreaterThan(20)
    expect(toldBy(tell => scanPairs(corpus, question, { chosen, most }, tell))).toEqual(expected)
    expect(toldBy(tell => walkPairs(corpus, question, false, tell))).toEqual(expected)
  })

  it('leave the index to questions of a wave, of few entities, and of few hyperlinks among many within sites', () => {
    const corpus = inventedLinks()
    const question: GraphQuestion = { statuses: ['IN'], zones, weight: 'evidence' }
    const isRead = (asked: Partial<GraphQuestion>, chosen = 9) =>
      linksToScan(corpus, { ...question, ...asked }, { isPast: false, chosen }) !== null
    expect(isRead({})).toBe(true)
    expect(isRead({ wave: 'first' })).toBe(false)
    expect(isRead({ written: { since: '2020-01-01', until: '' } })).toBe(false)
    expect(isRead({}, 2)).toBe(false)
    corpus.sql('UPDATE link SET target_entity = source_entity WHERE id % 6 > 0').run()
    expect(isRead({})).toBe(false)
  })
})
