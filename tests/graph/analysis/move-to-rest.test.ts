import { describe, expect, it } from 'vitest'
import { flowOf } from '#graph/analysis/communities/flow.ts'
import { moveNodes } from '#graph/analysis/communities/move-nodes.ts'
import { moveToRest } from '#graph/analysis/communities/move-to-rest.ts'
import { buildDigraph, type Digraph, edgeColumns } from '#graph/analysis/paths/adjacency.ts'
import { createRandom, type Random } from '#graph/analysis/random.ts'
import { plantedPartition } from './planted.ts'

const weighted = (graph: Digraph, weightOf: () => number): Digraph => {
  const { source, target } = edgeColumns(graph)
  return buildDigraph(graph.nodeCount, { source, target, weight: Float64Array.from(source, weightOf) })
}

/** What it is to save: sweeps over all nodes, one after another, until one moves none. */
function movedAnew(graph: Digraph, from: Uint32Array, resolution: number, random: Random): Uint32Array {
  const label = from.slice()
  while (moveNodes(flowOf(graph, { directed: true, weighted: true }), label, resolution, random));
  return label
}

describe('moveToRest(flow, label, resolution, random)', () => {
  it.each([
    ['counts', 0.6, (random: Random) => 1 + random.int(9)],
    ['amounts', 0.6, (random: Random) => 3 * random.next()],
    ['no structure at all', 0, () => 1],
  ])('moves what sweeps over all nodes move, node for node: %s', (_, inside, weightOf) => {
    for (let trial = 0; trial < 6; trial++) {
      const random = createRandom(`rest/${trial}`)
      const { graph: drawn } = plantedPartition({ nodes: 300, groups: 6, degree: 7, inside }, random)
      const graph = weighted(drawn, () => weightOf(random))
      // From what is no optimum: communities drawn by lot, in which some stand alone.
      const from = Uint32Array.from({ length: 300 }, (__, node) => (node % 7 === 0 ? node : random.int(4 + 20 * trial)))
      const resolution = trial % 2 === 0 ? 1 : 2
      const label = from.slice()
      moveToRest(flowOf(graph, { directed: true, weighted: true }), label, resolution, random.stream('moves'))
      expect(label).toEqual(movedAnew(graph, from, resolution, random.stream('moves')))
      expect(label).not.toEqual(from)
    }
  })

  it('leaves alone what has no tie', () => {
    const label = Uint32Array.of(0, 1, 2)
    const empty = buildDigraph(3, { source: [], target: [] })
    moveToRest(flowOf(empty, { directed: true, weighted: true }), label, 1, createRandom(1))
    expect(label).toEqual(Uint32Array.of(0, 1, 2))
  })
})
