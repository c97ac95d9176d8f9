import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { keptResults } from '#data/kept-results.ts'
import { rememberResults } from '#graph/analysis/memory/remember-results.ts'
import { analyseGraph } from '#graph/analysis/analyse-graph.ts'
import { graphCards, graphMeasures, nodeMeasures } from '#graph/analysis/registry.ts'
import { edgeColumns } from '#graph/analysis/paths/adjacency.ts'
import { createRandom } from '#graph/analysis/random.ts'
import { plantedPartition } from './planted.ts'
import { temporaryFolder } from '../../data/store/invented-corpus.ts'
import { siteOf } from './site.ts'

const small = siteOf('a>b b>a b>c c>a c>d d>e e>f f>d f>e', {
  a: { country: 'FR', tags: [['staff', '3']] },
  b: { country: 'FR', tags: [['staff', '4']] },
  c: { country: 'FR', tags: [['staff', '4']] },
  d: { country: 'US', tags: [['staff', '9']] },
  e: { country: 'US' },
  f: { country: 'US' },
  g: {},
})

const asText = (analysis: Awaited<ReturnType<typeof analyseGraph>>) =>
  JSON.stringify([
    [...analysis.nodeValues].map(([measure, values]) => [measure, [...values]]),
    analysis.graphValues,
    [...analysis.findings],
  ])

/** A memory in `folder`, and how often it had what was asked, or was given something to keep. */
function countingMemory(folder: string) {
  const memory = rememberResults(keptResults({ XDG_STATE_HOME: folder }, Date.now))
  const counts = { recalled: 0, kept: 0 }
  return {
    counts,
    recall: (name: string) => {
      const known = memory.recall(name)
      if (known !== undefined) counts.recalled++
      return known
    },
    keep: (name: string, result: unknown) => {
      counts.kept++
      memory.keep(name, result)
    },
  }
}

describe('analyseGraph(site, options)', () => {
  it('gives the same bytes for the same seed', async () => {
    const options = { seed: 4, runs: 10 }
    expect(asText(await analyseGraph(small, options))).toBe(asText(await analyseGraph(small, options)))
  })

  it(
    'gives the same bytes in one thread and in three, and from what earlier analyses kept',
    { timeout: 60_000 },
    async () => {
      const { graph, planted } = plantedPartition({ nodes: 150, groups: 3, degree: 8, inside: 0.8 }, createRandom(1))
      const { source, target } = edgeColumns(graph)
      const name = (node: number) => `s${String(node).padStart(3, '0')}`
      const site = siteOf(
        Array.from(source, (from, at) => `${name(from)}>${name(target[at]!)}`).join(' '),
        Object.fromEntries(
          Array.from(planted, (own, node) => [
            name(node),
            { country: ['FR', 'US', 'DE'][own]!, tags: [['field', node % 2 === 0 ? 'law' : 'art']] },
          ]),
        ),
      )
      const options = { seed: 2, runs: 20 }
      const alone = asText(await analyseGraph(site, { ...options, workers: 1 }))
      const folder = temporaryFolder()
      const memory = countingMemory(folder)
      // The first by fewer attributes: what the second adds is computed beside what is kept.
      await analyseGraph(site, { ...options, attributes: ['kind'], workers: 1, memory })
      const kept = memory.counts.kept
      expect(asText(await analyseGraph(site, { ...options, workers: 3, memory }))).toBe(alone)
      expect(memory.counts.recalled).toBeGreaterThan(0)
      expect(memory.counts.kept).toBeGreaterThan(kept)
      const all = memory.counts.kept
      expect(asText(await analyseGraph(site, { ...options, workers: 1, memory }))).toBe(alone)
      expect(memory.counts.kept).toBe(all)
      for (const file of globSync('toile/results/*', { cwd: folder }))
        expect(readFileSync(join(folder, file), 'latin1')).not.toMatch(/s0\d\d/)
    },
  )

  it('has every declared measure, and only values inside the declared ranges', async () => {
    const { nodeValues, graphValues } = await analyseGraph(small, { runs: 10 })
    for (const { name, range } of nodeMeasures) {
      expect(nodeValues.has(name)).toBe(true)
      for (const value of nodeValues.get(name)!.values()) {
        expect(value).toBeGreaterThanOrEqual(range[0])
        expect(value).toBeLessThanOrEqual(range[1])
      }
    }
    for (const { name, range } of graphMeasures) {
      const rows = graphValues.filter(({ measure }) => measure === name)
      if (!['asymmetry', 'ei_pair', 'rich_club'].includes(name)) expect(rows.length).toBeGreaterThan(0)
      for (const { value } of rows) {
        if (value === null) continue
        expect(value).toBeGreaterThanOrEqual(range[0])
        expect(value).toBeLessThanOrEqual(range[1])
      }
    }
  })

  it('has a declaration for every row, and one row per measure, group and null', async () => {
    const { graphValues } = await analyseGraph(small, { runs: 10 })
    const declared = new Set(graphCards.map(({ name }) => name))
    for (const { measure } of graphValues) expect(declared).toContain(measure)
    const keys = graphValues.map(row => `${row.measure} ${row.group} ${row.null}`)
    expect(new Set(keys).size).toBe(keys.length)
    expect(graphValues.some(({ measure }) => measure === 'mrqap_same_country')).toBe(true)
  })

  it('has z, p, runs and seed beside every null model', async () => {
    const { graphValues } = await analyseGraph(small, { runs: 10, seed: 7 })
    for (const { null: model, value, nullMean, nullSd, z, p, runs, seed } of graphValues) {
      if (model === '' || value === null || runs === 0) continue
      expect(seed).toBe(7)
      expect(p! * (runs! + 1)).toBeCloseTo(Math.round(p! * (runs! + 1)), 9)
      if (z !== null) expect(z).toBeCloseTo((value - nullMean!) / nullSd!, 9)
    }
  })

  it('finds the two groups and the site between nothing', async () => {
    const { nodeValues } = await analyseGraph(small, { runs: 10 })
    expect([...nodeValues.get('community')!.values()]).toEqual([1, 1, 1, 2, 2, 2, 3])
    expect(nodeValues.get('reciprocity')!.has('g' as never)).toBe(false)
  })

  it.each([
    ['no site', siteOf('')],
    ['one site', siteOf('', { a: { country: 'FR' } })],
    ['sites without edges', siteOf('', { a: { country: 'FR' }, b: { country: 'US' }, c: {}, d: {} })],
    ['two sites', siteOf('a>b', { a: { country: 'FR' }, b: { country: 'US' } })],
    ['a star', siteOf('a>b a>c a>d a>e')],
    ['a complete graph', siteOf('a>b a>c b>a b>c c>a c>b')],
  ])('works on %s', async (_, site) => {
    const { nodeValues, graphValues } = await analyseGraph(site, { runs: 5 })
    expect(nodeValues.get('x')!.size).toBe(site.nodes.length)
    expect(graphValues.find(({ measure }) => measure === 'edges')!.value).toBe(site.edges.length)
    for (const { value } of graphValues) expect(value === null || Number.isFinite(value)).toBe(true)
  })

  it('tells its progress from 0 to 1', async () => {
    const told: number[] = []
    await analyseGraph(small, { runs: 5 }, (_, done) => told.push(done))
    expect(told).toEqual(told.toSorted((a, b) => a - b))
    expect([told[0], told.at(-1)]).toEqual([0, 1])
  })
})
