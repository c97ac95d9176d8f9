import { describe, expect, it } from 'vitest'
import type { EntityId } from '#data/url/brand.ts'
import { toDigraph } from '#graph/analysis/to-digraph.ts'
import { tellCommunity } from '#graph/explain/commands/tell-community.ts'
import { tellWhy } from '#graph/explain/commands/tell-why.ts'
import { describeCommunity } from '#graph/explain/reckon/describe-community.ts'
import { explainPair, type Why } from '#graph/explain/reckon/explain-pair.ts'
import type { Explained } from '#graph/explain/reckon/explained.ts'

interface Shape {
  /** 'a>b b>c', or 'a-b' for ties without a direction; a node alone by its name. */
  readonly ties: string
  /** Nodes of each community, from 1. */
  readonly communities?: readonly string[]
  readonly unread?: string
  readonly labels?: Readonly<Record<string, string>>
  readonly weight?: number
}

/** As a corpus or a page makes it of what it holds; nothing is known beside the graph. */
function explainedOf({ ties, communities = [], unread = '', labels = {}, weight = 1 }: Shape): Explained {
  const pairs = ties.split(' ').map(text => text.split(/[>-]/) as EntityId[])
  const isUndirected = ties.includes('-')
  const silent = new Set(unread.split(' '))
  const nodes = [...new Set(pairs.flat())].map(id => ({ id, label: labels[id] ?? id, country: '', ...(silent.has(id) && { unread: true as const }) })) // prettier-ignore
  const tie = (source: EntityId, target: EntityId) => ({ source, target, weight, links: 0 })
  const edges = pairs.flatMap(([one, other]) =>
    other === undefined ? [] : isUndirected ? [tie(one!, other), tie(other, one!)] : [tie(one!, other)],
  )
  const nodeOf = new Map<string, number>(nodes.map(({ id }, node) => [id, node]))
  const members = new Map(communities.map((own, at) => [at + 1, own.split(' ').map(id => nodeOf.get(id)!)]))
  const communityOf = new Uint32Array(nodes.length)
  for (const [number, own] of members) for (const node of own) communityOf[node] = number
  return {
    ...{ site: { nodes, edges }, nodeOf, members, communityOf, origin: 'file', isStale: false },
    graph: toDigraph({ nodes, edges, ...(isUndirected && { ties: 'undirected' as const }) }),
    names: new Map([...members.keys()].map(number => [number, labels[`community ${number}`] ?? `community ${number}`])),
    beside: {
      ...{ quotes: () => [], wordsOfEnds: () => [], wordsOfCommunity: () => [], citedPages: () => [] },
      ...{ runLabels: () => new Map(), runs: null, stabilityOf: () => null, brokers: [] },
      ...{ profiles: new Map(), given: new Map() },
    },
  }
}

/** Signs of control other than line breaks, signs that turn the direction of writing, and what a number is not. */
const unfit = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]|NaN|undefined/

/** Every number of an answer, wherever it stands. */
const numbersIn = (value: unknown): number[] =>
  typeof value === 'number' ? [value] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [] // prettier-ignore

const rtl = { a: 'אתר', b: '<img src=x onerror=alert(1)>', c: '\u202e=HYPERLINK("x")\u001b[31m', d: '👩‍👩‍👧', 'community 1': '\u0007שם' } // prettier-ignore

const shapes: Readonly<Record<string, Shape>> = {
  'two sites and a tie': { ties: 'a>b' },
  'two sites without a tie': { ties: 'a b' },
  'a star': { ties: 'a>m b>m c>m d>m', communities: ['m a b c d'] },
  'all cite all': { ties: 'a>b b>a a>c c>a b>c c>b', communities: ['a b c'] },
  'one community, undirected': { ties: 'a-b b-c c-a', communities: ['a b c'], weight: 7.5 },
  'two triangles and a bridge, undirected': { ties: 'a-b b-c c-a c-d d-e e-f f-d', communities: ['a b c', 'd e f'], weight: 0.25 }, // prettier-ignore
  'communities that nothing ties': { ties: 'a>b b>a c>d d>c', communities: ['a b', 'c d'] },
  'nobody was read': { ties: 'a b c d', communities: ['a b', 'c d'], unread: 'a b c d' },
  'some sites in no community': { ties: 'a>b b>a a>x y>x y>a', communities: ['a b'], unread: 'x' },
  'hostile names': { ties: 'a>b b>c c>d d>a', communities: ['a b', 'c d'], labels: rtl },
  'ids that are numbers': { ties: '1>2 2>1 3>4 4>3 2>3', communities: ['1 2', '3 4'] },
}

describe.each(Object.entries(shapes))('%s', (_, shape) => {
  const explained = explainedOf(shape)
  const sites = explained.site.nodes.map(({ id }) => String(id))
  const ends = [...sites, ...[...explained.members.keys()].map(number => `community:${number}`)]

  it('is told of all pairs of ends: numbers that are numbers, p that is a chance, text without signs of control', () => {
    for (const one of ends)
      for (const other of ends) {
        if (one === other) continue
        const why = explainPair(explained, one, other)
        expect(numbersIn(why).every(Number.isFinite)).toBe(true)
        const counts = [why.there.ties, why.back.ties, why.citers.count, why.cited?.count, ...why.leanings.map(({ ties }) => ties)] // prettier-ignore
        for (const count of counts) if (count) expect(count.p >= 0 && count.p <= 1 && count.expected >= 0).toBe(true)
        // Whoever can't be parted by ties is tied by a chain of them, and the other way round.
        expect(why.cut!.size === 0).toBe(why.parting!.size === 0 && why.parting!.direct === 0)
        expect(tellWhy(why)).not.toMatch(unfit)
      }
  })

  it('has communities that are told to their last line', () => {
    for (const number of explained.members.keys()) {
      const facts = describeCommunity(explained, number)
      expect(numbersIn(facts).every(Number.isFinite)).toBe(true)
      expect(facts.suggestions[0]).not.toBe('')
      expect(tellCommunity(facts)).not.toMatch(unfit)
    }
  })
})

describe('by hand', () => {
  const why = (shape: string, one: string, other: string): Why => explainPair(explainedOf(shapes[shape]!), one, other)

  it('two sites and a tie: degrees leave no choice, so chance gives it, too', () => {
    expect(why('two sites and a tie', 'a', 'b')).toMatchObject({
      ...{ isTogether: 'none', leanings: [], cut: { size: 1, allOf: 'one' }, parting: { size: 0, direct: 1 } },
      there: { ties: { observed: 1, expected: expect.closeTo(1, 3) as number } },
      back: { ties: { observed: 0, expected: 0, p: 1 } },
    })
  })

  it('leaves of a star: both cite the middle, which alone holds them together', () => {
    const told = why('a star', 'a', 'b')
    expect(told.cited!.count).toMatchObject({ observed: 1, expected: expect.closeTo(1, 3) as number })
    expect(told.parting!.shown.map(({ id }) => id)).toEqual(['m'])
    expect(told.leanings.map(({ kind, ties: { observed } }) => `${kind} ${observed}`)).toEqual(['own 1', 'own 1'])
  })

  it('without directions expectations keep the degrees: with its own and the other community as many as it has ties', () => {
    const expected = (told: Why, end: 'one' | 'other'): number[] => told.leanings.filter(one => one.end === end).map(({ ties }) => ties.expected) // prettier-ignore
    const name = 'two triangles and a bridge, undirected'
    const [own = 0, asked = 0] = expected(why(name, 'c', 'd'), 'one')
    expect(own + asked).toBeCloseTo(3, 3)
    // Of a community a tie inside has two ends in it: 2 · inside + across is the sum of its degrees, 2 + 2 + 3.
    const pair = why(name, 'community:1', 'community:2')
    expect(2 * expected(pair, 'one')[0]! + pair.there.ties!.expected).toBeCloseTo(7, 3)
    const { bridges } = describeCommunity(explainedOf(shapes[name]!), 1).members
    expect(bridges).toMatchObject([{ id: 'c', communities: 1, outside: { observed: 1 } }])
  })

  it('who was not read may cite: no tie from there is counted as none', () => {
    const told = why('nobody was read', 'a', 'c')
    expect(told).toMatchObject({ there: { ties: null }, back: { ties: null }, cited: null })
    expect(tellWhy(told)).not.toMatch(/No known chain/)
  })
})
