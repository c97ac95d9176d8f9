import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { buildDigraph } from '#graph/analysis/paths/adjacency.ts'
import { attributeOfTexts } from '#graph/analysis/attribute.ts'
import type { Predictor } from '#graph/analysis/mrqap/mrqap.ts'
import { mrqap } from '#graph/analysis/mrqap/run-mrqap.ts'
import { crewOf } from './crew-of.ts'

const golden = new URL('../../golden/graph/', import.meta.url)
const read = <Content>(name: string): Content => JSON.parse(readFileSync(new URL(name, golden), 'utf8')) as Content

interface Values {
  readonly intercept: number
  readonly coefficients: readonly number[]
  readonly t: readonly number[]
  readonly p: readonly number[]
}

describe('mrqap(task, crew)', () => {
  it('gives what R’s sna gives for the karate club by the same double semi-partialling', async () => {
    const file = read<{ nodes: [string, string][]; edges: [string, string, number][] }>('karate.json')
    const theirs = read<Values>('mrqap-values.json')
    const index = new Map(file.nodes.map(([id], at) => [id, at]))
    const graph = buildDigraph(file.nodes.length, {
      source: file.edges.map(([source]) => index.get(source)!),
      target: file.edges.map(([, target]) => index.get(target)!),
    })
    const country = attributeOfTexts(
      'country',
      file.nodes.map(([, own]) => own),
    )
    const pages = Float64Array.from(file.nodes, (_, at) => Math.log1p((at * 37) % 101))
    const group = Int32Array.from(file.nodes, (_, at) => (at * 7) % 4)
    const predictors: readonly Predictor[] = [
      { kind: 'same', name: 'same_country', classOf: country.classOf },
      { kind: 'same', name: 'same_group', classOf: group },
      { kind: 'sender', name: 'log_pages_source', value: pages },
      { kind: 'receiver', name: 'log_pages_target', value: pages },
    ]
    const ours = (await mrqap({ graph, predictors, permutations: 2000, seed: 1 }, crewOf(1)))!
    expect(ours.intercept).toBeCloseTo(theirs.intercept, 9)
    for (const [at, { coefficient, t, p }] of ours.effects.entries()) {
      expect(coefficient).toBeCloseTo(theirs.coefficients[at]!, 9)
      expect(t).toBeCloseTo(theirs.t[at]!, 9)
      // Each of the two is a share of 2,000 random permutations: their difference has a deviation of at most 0.016.
      expect(Math.abs(p - theirs.p[at]!)).toBeLessThan(0.05)
    }
  })
})
