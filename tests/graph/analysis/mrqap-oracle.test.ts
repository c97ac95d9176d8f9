import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { buildDigraph, type Digraph } from '#graph/analysis/paths/adjacency.ts'
import { attributeOfTexts } from '#graph/analysis/attribute.ts'
import { independentOf, type Predictor } from '#graph/analysis/mrqap/mrqap.ts'
import { mrqap } from '#graph/analysis/mrqap/run-mrqap.ts'
import { structurePredictor } from '#graph/analysis/mrqap/structure-terms.ts'
import { crewOf } from './crew-of.ts'

const golden = new URL('../../golden/graph/', import.meta.url)
const read = <Content>(name: string): Content => JSON.parse(readFileSync(new URL(name, golden), 'utf8')) as Content

interface Values {
  readonly predictors: readonly string[]
  readonly intercept: number
  readonly coefficients: readonly number[]
  readonly t: readonly number[]
  readonly p: readonly number[]
}

interface Golden extends Readonly<Record<'whole' | 'missing' | 'back', Values>> {
  readonly saidBefore: readonly string[]
}

const file = read<{ nodes: [string, string][]; edges: [string, string, number][] }>('karate.json')
const theirs = read<Golden>('mrqap-values.json')
const index = new Map(file.nodes.map(([id], at) => [id, at]))
const ends = file.edges.map(([source, target]) => [index.get(source)!, index.get(target)!] as const)
const count = file.nodes.length
const all = Uint32Array.from({ length: count }, (_, at) => at)

const graphOf = (edges: readonly (readonly [number, number])[], nodeCount = count): Digraph =>
  buildDigraph(nodeCount, { source: edges.map(([source]) => source), target: edges.map(([, target]) => target) })
const whole = graphOf(ends)
const isUnread = (at: number): boolean => [3, 10, 17].includes(at)
/** What make-mrqap.R leaves of the ties, so that they have directions and three nodes none that is known. */
const seenEnds = ends.filter(([source, target]) => (source + 2 * target) % 4 !== 0 && !isUnread(source))
const seen = { ...graphOf(seenEnds), unread: Uint8Array.from(all, at => (isUnread(at) ? 1 : 0)) }

const country = attributeOfTexts(
  'country',
  file.nodes.map(([, own]) => own),
)

/** The predictors of the script, of some nodes. */
const predictorsOf = (nodes: Uint32Array): readonly Predictor[] => {
  const pages = Float64Array.from(nodes, at => Math.log1p((at * 37) % 101))
  return [
    { kind: 'same', name: 'same_country', classOf: Int32Array.from(nodes, at => country.classOf[at]!) },
    { kind: 'same', name: 'same_group', classOf: Int32Array.from(nodes, at => (at * 7) % 4) },
    { kind: 'sender', name: 'log_pages_source', value: pages },
    { kind: 'receiver', name: 'log_pages_target', value: pages },
  ]
}

async function compare(graph: Digraph, predictors: readonly Predictor[], expected: Values): Promise<void> {
  const ours = (await mrqap({ graph, predictors, permutations: 500, seed: 1 }, crewOf(2)))!
  expect(ours.leftOut).toEqual([])
  expect(ours.intercept).toBeCloseTo(expected.intercept, 9)
  for (const [at, { name, coefficient, t, p }] of ours.effects.entries()) {
    expect(name).toBe(expected.predictors[at])
    expect(coefficient).toBeCloseTo(expected.coefficients[at]!, 9)
    expect(t).toBeCloseTo(expected.t[at]!, 9)
    // Shares of 500 and of 1,000 random permutations: their difference has a deviation of at most 0.027.
    expect(Math.abs(p - expected.p[at]!)).toBeLessThan(0.08)
  }
}

describe('mrqap(task, crew)', () => {
  it('gives what R’s sna gives for the karate club by the same double semi-partialling', async () => {
    await compare(whole, predictorsOf(all), theirs.whole)
  })

  it('gives what sna gives where the rows of some nodes are missing, with counts of shared neighbours', async () => {
    const shared = (['co_citation', 'two_paths'] as const).map(name => structurePredictor(seen, all, name))
    await compare(seen, [...predictorsOf(all), ...shared], theirs.missing)
  })

  it('gives what sna gives with the transposed network, among the nodes that were read', async () => {
    const nodes = all.filter(at => !isUnread(at))
    const placeOf = new Map([...nodes].map((at, place) => [at, place]))
    const among = seenEnds.flatMap(([source, target]) =>
      isUnread(target) ? [] : [[placeOf.get(source)!, placeOf.get(target)!] as const],
    )
    const ofTies = (['reciprocity', 'co_citation', 'two_paths'] as const).map(name =>
      structurePredictor(seen, nodes, name),
    )
    await compare(graphOf(among, nodes.length), [...predictorsOf(nodes), ...ofTies], theirs.back)
  })
})

describe('independentOf(graph, predictors)', () => {
  it('leaves out what R’s pivoted QR leaves out', () => {
    const [country, group, source, target] = predictorsOf(all) as [Predictor, Predictor, Predictor, Predictor]
    const valueOf = (own: Predictor) =>
      own.kind === 'sender' || own.kind === 'receiver' ? own.value : new Float64Array()
    const paths = structurePredictor(seen, all, 'two_paths')
    const matrix = (name: string, value: (i: number, j: number) => number): Predictor => ({
      kind: 'pairs',
      name,
      rows: {
        start: Uint32Array.from({ length: count + 1 }, (_, at) => at * (count - 1)),
        target: Uint32Array.from([...all].flatMap(i => [...all].filter(j => j !== i))),
        weight: Float64Array.from([...all].flatMap(i => [...all].filter(j => j !== i).map(j => value(i, j)))),
      },
    })
    const pathsOf = (i: number, j: number): number => {
      if (paths.kind !== 'pairs') return 0
      const { start, target, weight } = paths.rows
      const at = target.subarray(start[i], start[i + 1]).indexOf(j)
      return at < 0 ? 0 : weight[start[i]! + at]!
    }
    const { kept, leftOut } = independentOf(whole, [
      country,
      group,
      source,
      target,
      { ...country, name: 'same_again' },
      matrix('sum', (i, j) => valueOf(source)[i]! + 2 * valueOf(target)[j]!),
      paths,
      matrix('mixed', (i, j) => 3 * pathsOf(i, j) - (i % 4 === j % 4 ? 1 : 0)),
    ])
    expect(leftOut.map(({ name }) => name)).toEqual(theirs.saidBefore)
    expect(leftOut.map(({ as }) => as)).toEqual(['same_country', '', ''])
    expect(kept).toHaveLength(5)
  })
})
