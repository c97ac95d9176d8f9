import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { chooseWaves } from '#data/store/changes/choose-waves.ts'
import { tieChanges } from '#data/store/changes/tie-changes.ts'
import { tieSpells } from '#data/store/changes/tie-spells.ts'
import { linksBetweenEntities, linksOfCorpus } from '#data/store/evidence/evidence.ts'
import { allWaves, lastWave } from '#data/store/frontier/waves.ts'
import { chooseGraphWave, sayGraphWave } from '#data/store/graph/choose-graph-wave.ts'
import { readSiteEdges } from '#data/store/graph/site-graph.ts'
import { zones } from '#data/vocabulary/zones.ts'
import { linking, setUpCrawl, type Workbench } from './crawl-web.ts'
import { archiveFolder, responseOf } from './fetch/archive/invented-archive.ts'

const page = (site: string, date: string, ...links: string[]) =>
  responseOf(`http://${site}.example/`, linking(...links), { 'WARC-Date': `${date}T00:00:00Z` })

const [a, b, c] = ['http://a.example/', 'http://b.example/', 'http://c.example/']
/** a cites b in 2012 and 2022, c from 2017 on. */
const records = [
  page('a', '2012-04-20', b),
  page('a', '2017-05-01', c),
  page('a', '2022-04-11', b, c),
  ...['2012-04-20', '2017-04-20', '2022-04-20'].flatMap(date => [page('b', date), page('c', date)]),
]

let bench: Workbench
let corpus: Corpus
const closing: (() => void)[] = []

/** The waves are crawled in another order than that of their days. */
beforeAll(async () => {
  const { folder, remove } = archiveFolder({ 'years.warc': Buffer.concat(records) })
  bench = setUpCrawl('http://127.0.0.1:9', [a, b, c])
  for (const day of ['2022-04-22', '2012-04-22', '2017-04-22'])
    expect(await bench.crawl({ fromArchive: folder, past: day, within: 30 })).toBe('done')
  corpus = openCorpus(bench.corpus, 'read')
  closing.push(() => corpus.close(), bench.remove, remove)
})
afterAll(() => closing.forEach(close => close()))

const question = { statuses: ['IN'], zones } as const

describe('waves of the past', () => {
  it('come by the day that they ask for, whenever they were crawled; the crawl goes on with the one begun last', () => {
    expect(allWaves(corpus).map(({ label }) => label)).toEqual(['2012-04-22', '2017-04-22', '2022-04-22'])
    expect(lastWave(corpus)?.label).toBe('2017-04-22')
    expect(chooseGraphWave(corpus, undefined)).toMatchObject({ wave: '2022-04-22' })
    expect(sayGraphWave(corpus, chooseGraphWave(corpus, undefined))).toContain("Wave '2022-04-22', the last of 3")
  })

  it('are compared in that order', () => {
    const pairs = [{}, { from: '2012-04-22', to: '2017-04-22' }]
    const changes = pairs.map(labels => {
      const { from, to } = chooseWaves(corpus, labels)
      return tieChanges(corpus, { ...question, from: from.id, to: to.id }).map(({ target, change }) => [target, change])
    })
    const [b, c] = ['b.example', 'c.example']
    expect(changes).toEqual([
      [[b, 'reborn'], [c, 'kept']],
      [[b, 'gone'], [c, 'born']],
    ]) // prettier-ignore
    expect(() => chooseWaves(corpus, { from: '2022-04-22', to: '2017-04-22' })).toThrow('not before')
  })

  it('give spells, and first and last sightings, by date of capture', () => {
    expect(Object.fromEntries(tieSpells(corpus, question))).toEqual({
      'a.example b.example': [
        { first: '2012-04-20T00:00:00Z', last: '2012-04-20T00:00:00Z' },
        { first: '2022-04-11T00:00:00Z', last: '2022-04-11T00:00:00Z' },
      ],
      'a.example c.example': [{ first: '2017-05-01T00:00:00Z', last: '2022-04-11T00:00:00Z' }],
    })
    const seen = [
      ['b.example', '2012-04-20T00:00:00Z', '2022-04-11T00:00:00Z'],
      ['c.example', '2017-05-01T00:00:00Z', '2022-04-11T00:00:00Z'],
    ]
    const rows = [...linksOfCorpus(corpus, ['IN'], zones)]
    expect(rows.map(({ target, firstSeen, lastSeen }) => [target, firstSeen, lastSeen])).toEqual(seen)
    const edges = readSiteEdges(corpus, { ...question, weight: 'links' })
    expect(edges.map(({ target, firstSeen, lastSeen }) => [target, firstSeen, lastSeen])).toEqual(seen)
  })

  it('cite the capture that the wave read', () => {
    const cited = (wave: string) => {
      const [link] = linksBetweenEntities(corpus, 'a.example', 'b.example', undefined, { wave })
      return [link?.capturedAt, link?.memento]
    }
    const offsets = [0, records[0]!.length + records[1]!.length]
    expect(cited('2012-04-22')).toEqual(['2012-04-20T00:00:00Z', `years.warc:${offsets[0]}`])
    expect(cited('2022-04-22')).toEqual(['2022-04-11T00:00:00Z', `years.warc:${offsets[1]}`])
    expect(cited('2017-04-22')).toEqual([undefined, undefined])
  })
})
