import { describe, expect, it } from 'vitest'
import { createGraphologyLouvain } from '#graph/analysis/communities/graphology-louvain.ts'
import { createLouvainAsPackage } from '#graph/analysis/communities/louvain-as-package.ts'
import { buildDigraph, type Digraph } from '#graph/analysis/paths/adjacency.ts'
import { createRandom, type Random } from '#graph/analysis/random.ts'

/** Groups of sixteen among sites of falling activity; edges both ways, single sites. */
function drawn(nodes: number, edges: number, weightOf: (random: Random) => number): Digraph {
  const random = createRandom(`package ${nodes} ${edges}`)
  const pairs = new Set<number>()
  while (pairs.size < edges) {
    const source = Math.floor(nodes * random.next() ** 1.5)
    const near = (source - (source % 16) + random.int(16)) % nodes
    const target = random.next() < 0.6 ? near : random.int(nodes)
    if (source !== target) pairs.add(source * nodes + target)
  }
  return buildDigraph(nodes, {
    source: Uint32Array.from(pairs, pair => Math.floor(pair / nodes)),
    target: Uint32Array.from(pairs, pair => pair % nodes),
    weight: Float64Array.from(pairs, () => weightOf(random)),
  })
}

describe('createLouvainAsPackage(graph)', () => {
  it.each([
    ['two sites', drawn(2, 1, () => 1)],
    ['a few edges among many sites', drawn(60, 12, () => 1)],
    ['counts', drawn(255, 900, random => 1 + random.int(20))],
    ['amounts that no sum of doubles holds exactly', drawn(300, 2500, random => 3 * random.next())],
    ['many sites', drawn(1000, 4000, random => 1 + random.int(3))],
  ])('finds what the package finds, run by run, at three resolutions: %s', (_, graph) => {
    const [theirs, own] = [
      createGraphologyLouvain(graph, { directed: true, weighted: true }),
      createLouvainAsPackage(graph),
    ]
    for (const resolution of [0.5, 1, 2])
      for (let run = 0; run < 4; run++) {
        const random = createRandom(`${resolution}/${run}`)
        expect(own(resolution, random)).toEqual(theirs(resolution, random))
      }
  })

  it('leaves each site alone where there is no edge', () => {
    const graph = buildDigraph(3, { source: [], target: [] })
    expect(createLouvainAsPackage(graph)(1, createRandom(1))).toEqual(Uint32Array.of(0, 1, 2))
  })
})
