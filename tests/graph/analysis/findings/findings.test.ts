import { describe, expect, it } from 'vitest'
import type { GraphValue } from '#data/store/graph/results.ts'
import type { EntityId } from '#data/url/brand.ts'
import { analyseGraph } from '#graph/analysis/analyse-graph.ts'
import { attributeOf } from '#graph/analysis/attribute.ts'
import { adjustPs } from '#graph/analysis/findings/adjusted-p.ts'
import { markedWords, wordsOf } from '#graph/analysis/findings/anchor-words.ts'
import { countryMixes } from '#graph/analysis/findings/country-mix.ts'
import { degreeDistribution } from '#graph/analysis/findings/degree-distribution.ts'
import type { GraphFindings } from '#graph/analysis/findings/find-all.ts'
import { eiIntervalsOf } from '#graph/analysis/findings/intervals.ts'
import { toDigraph } from '#graph/analysis/to-digraph.ts'
import { createRandom } from '#graph/analysis/random.ts'
import { siteOf } from '../site.ts'

describe('wordsOf(text)', () => {
  it.each([
    ['Le Big Data électoral', ['data', 'électoral']],
    ['Lire la suite', []],
    ['Read more about NationBuilder', ['nationbuilder']],
    ['=HYPERLINK("x") <script>alert(1)</script>\u001B[31m', ['hyperlink', 'script', 'alert', 'script']],
    ['', []],
  ])('takes from %j the words that name a subject, letters only', (text, words) => {
    expect(wordsOf(text)).toEqual(words)
  })
})

describe('markedWords(own, all, most)', () => {
  it('prefers words that are frequent here and rare elsewhere', () => {
    const all = new Map([
      ['campagne', 100],
      ['nationbuilder', 12],
      ['datas', 10],
      ['once', 1],
    ])
    const own = new Map([
      ['campagne', 10],
      ['nationbuilder', 12],
      ['datas', 4],
      ['once', 1],
    ])
    expect(markedWords(own, all, 2)).toEqual(['nationbuilder', 'datas'])
  })
})

describe('countryMixes(site, communities, random)', () => {
  const facts = Object.fromEntries(
    Array.from({ length: 60 }, (_, at) => [`s${String(at).padStart(2, '0')}`, { country: at < 48 ? 'FR' : 'US' }]),
  )
  const site = siteOf('', facts)
  const range = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => from + at)

  it('tells a community that mixes more, less, or like chance', () => {
    const half = [...range(0, 11), ...range(48, 59)]
    const chance = [...range(11, 27), ...range(56, 60)]
    const [more, like, less] = countryMixes(site, [half, chance, range(0, 30)], createRandom(1))
    expect(more).toMatchObject({ value: 0.5, verdict: 'more' })
    expect(like).toMatchObject({ verdict: 'like' })
    expect(less).toMatchObject({ value: 0, verdict: 'less' })
    expect(more!.q).toBeGreaterThanOrEqual(more!.p)
  })

  it('says nothing of a community without two known countries', () => {
    expect(countryMixes(siteOf('', { a: { country: 'FR' }, b: {} }), [[0, 1]], createRandom(1))).toEqual([null])
  })
})

describe('eiIntervalsOf(graph, attributes, draws, random)', () => {
  it('holds the value, and narrows as sites are more', () => {
    const interval = (size: number) => {
      const ids = Array.from({ length: size }, (_, at) => `n${String(at).padStart(3, '0')}`)
      const random = createRandom(size)
      const edges = ids.flatMap(id =>
        [1, 2, 3, 4].map(() => [id, ids[random.int(size)]!] as const).filter(([a, b]) => a !== b),
      )
      const texts = [...new Set(edges.map(([a, b]) => `${a}>${b}`))].join(' ')
      const site = siteOf(texts, Object.fromEntries(ids.map((id, at) => [id, { country: at % 2 ? 'FR' : 'US' }])))
      return eiIntervalsOf(toDigraph(site), [attributeOf(site, 'country')], 400, createRandom(1))[0]!
    }
    const small = interval(40)
    const large = interval(400)
    // Half of all pairs are of two countries: the value is near 0.
    expect(small.low).toBeLessThan(0)
    expect(small.high).toBeGreaterThan(0)
    expect(large.high - large.low).toBeLessThan((small.high - small.low) / 2)
  })

  it('is null without edges', () => {
    const site = siteOf('', { a: { country: 'FR' }, b: { country: 'US' } })
    expect(eiIntervalsOf(toDigraph(site), [attributeOf(site, 'country')], 10, createRandom(1))).toEqual([null])
  })
})

describe('adjustPs(values)', () => {
  const row = (measure: string, group: string, model: GraphValue['null'], p: number | null): GraphValue => ({
    ...{ measure, group, null: model, p, value: 1 },
    ...{ nullMean: null, nullSd: null, z: null, runs: null, seed: null },
  })

  it('corrects cells of one attribute together, triads together, and each null apart', () => {
    const found = adjustPs([
      row('reciprocity', '', 'rewire', 0.01),
      row('mixing', 'country:FR>US', 'permute', 0.01),
      row('mixing', 'country:US>FR', 'permute', 0.04),
      row('mixing', 'kind:a>b', 'permute', 0.01),
      row('mixing', 'country:FR>US', 'rewire', 0.01),
      row('triad_003', '', 'rewire', 0.02),
      row('triad_300', '', 'rewire', 0.03),
      row('triad_030T', '', 'rewire', null),
    ])
    expect(found.map(({ measure, group, null: model, q }) => [measure, group, model, q])).toEqual([
      ['mixing', 'country:FR>US', 'permute', 0.02],
      ['mixing', 'country:US>FR', 'permute', 0.04],
      ['triad_003', '', 'rewire', 0.03],
      ['triad_300', '', 'rewire', 0.03],
    ])
  })
})

describe('degreeDistribution(graph)', () => {
  it('counts the sites of each degree', () => {
    expect(degreeDistribution(toDigraph(siteOf('a>b a>c b>c', { d: {} })))).toEqual({
      in: [
        [0, 2],
        [1, 1],
        [2, 1],
      ],
      out: [
        [0, 2],
        [1, 1],
        [2, 1],
      ],
    })
  })
})

describe('the findings of an analysis', () => {
  const site = siteOf('a>b b>a b>c c>a a>c d>e e>d e>f f>d d>f c>d f>a', {
    a: { country: 'FR', label: 'Agence A' },
    b: { country: 'FR', label: 'Blog B' },
    c: { country: 'US', label: '' },
    d: { country: 'US', label: 'Data D' },
    e: { country: 'US', label: 'E' },
    f: { country: 'US', label: 'F' },
  })
  const anchors = new Map([
    [
      'a' as EntityId,
      [
        ['stratégie électorale', 5],
        ['Agence A', 9],
      ] as const,
    ],
    ['d' as EntityId, [['voter file', 4]] as const],
  ])

  it('names communities after their strongest sites and the words of their links, and finds who carries their mix', async () => {
    const { findings, nodeValues } = await analyseGraph(site, { runs: 20, anchors })
    const [first, second] = findings.get('communities') as GraphFindings['communities']
    expect([...nodeValues.get('community')!.values()]).toEqual([1, 1, 1, 2, 2, 2])
    expect(first).toMatchObject({
      size: 3,
      edgesInside: 5,
      edgesIn: 1,
      edgesOut: 1,
      countries: [
        ['FR', 2],
        ['US', 1],
      ],
    })
    // a, b and c: two of them cite a and c, one b; a is cited from outside too.
    expect(first!.sites).toEqual(['a', 'c', 'b'])
    expect(first!.name).toBe('Agence A, c (stratégie, électorale)')
    expect(first!.carriers[0]).toEqual({ id: 'c', edges: 3 })
    expect(second!.name).toBe('Data D, F (file, voter)')
  })

  it('numbers communities after the analysis before, and gives a consensus', async () => {
    const previous = new Map(site.nodes.map(({ id }) => [id, 'abc'.includes(id) ? 7 : 4]))
    const { nodeValues } = await analyseGraph(site, { runs: 20, previous })
    expect([...nodeValues.get('community_previous')!.values()]).toEqual([7, 7, 7, 4, 4, 4])
    expect([...nodeValues.get('community_consensus')!.values()]).toEqual([1, 1, 1, 2, 2, 2])
    const first = await analyseGraph(site, { runs: 20 })
    expect(first.nodeValues.get('community_previous')!.size).toBe(0)
  })

  it('sweeps the resolution and compares the methods, named by direction', async () => {
    const { findings } = await analyseGraph(site, { runs: 5 })
    const sweep = findings.get('resolution_sweep') as GraphFindings['resolution_sweep']
    expect(sweep.map(({ resolution }) => resolution)).toEqual([0.25, 0.5, 0.75, 1, 1.5, 2, 3, 4])
    const parts = sweep.map(({ communities, singles }) => communities + singles)
    expect(parts[0]).toBeLessThanOrEqual(parts.at(-1)!)
    const methods = findings.get('methods') as GraphFindings['methods']
    expect(methods.map(({ method, directed }) => `${method} ${directed}`)).toEqual([
      'louvain true',
      'leiden true',
      'louvain false',
      'leiden false',
    ])
    expect(methods[0]!.nmiWithCommunity).toBeCloseTo(1, 9)
  })

  it('tells which of them hold with fewer seeds, and with every smaller crawl that it is given', async () => {
    const alone = await analyseGraph(site, { runs: 5 })
    const [seeds] = alone.findings.get('resampling') as GraphFindings['resampling']
    expect(seeds).toMatchObject({ what: 'seeds', at: 0.8, draws: 40, nodes: 5 })
    const smallerCrawls = { rebuild: () => site, depths: [0], pageLimits: [10, 100] }
    const { findings } = await analyseGraph(site, { runs: 5, smallerCrawls })
    const all = findings.get('resampling') as GraphFindings['resampling']
    expect(all.map(({ what, at }) => `${what} ${at}`)).toEqual([
      'seeds 0.8',
      'depth 0',
      'max_pages 10',
      'max_pages 100',
    ])
    expect(all[1]!.survivals.every(({ survives }) => survives === 1)).toBe(true)
  })

  it('can all be written as JSON', async () => {
    const { findings } = await analyseGraph(site, { runs: 5 })
    const text = JSON.stringify([...findings])
    expect(JSON.parse(text)).toEqual([...findings])
  })
})
