import { UndirectedGraph } from 'graphology'
import packageForceAtlas from 'graphology-layout-forceatlas2'
import { describe, expect, it } from 'vitest'
import { forceAtlas } from '#graph/analysis/layout/force-atlas.ts'
import type { Point } from '#graph/analysis/layout/point.ts'
import { createRandom } from '#graph/analysis/random.ts'

/** `together` of the bodies stand on one spot, which no square divides. */
function drawBodies(count: number, ties: number, together: number) {
  const random = createRandom(count)
  const heap = { x: 3, y: 4 }
  const from = Array.from({ length: count }, (_, body) =>
    body < together ? heap : { x: 100 * random.next(), y: 100 * random.next() },
  )
  const pairs = new Set<number>()
  while (pairs.size < ties) {
    const [one, other] = [random.int(count), random.int(count)].sort((a, b) => a - b) as [number, number]
    if (one !== other) pairs.add(one * count + other)
  }
  const ordered = [...pairs].sort((a, b) => a - b)
  const springs = {
    from: ordered.map(pair => Math.floor(pair / count)),
    to: ordered.map(pair => pair % count),
    weight: ordered.map(() => 1 + Math.log(1 + random.int(20))),
  }
  return { from, springs }
}

function byPackage({ from, springs }: ReturnType<typeof drawBodies>, rounds: number): Point[] {
  const graph = new UndirectedGraph()
  for (const [body, point] of from.entries()) graph.addNode(body, { ...point })
  for (const [at, one] of springs.from.entries()) graph.addEdge(one, springs.to[at], { weight: springs.weight[at] })
  const places = packageForceAtlas(graph, {
    iterations: rounds,
    getEdgeWeight: 'weight',
    settings: {
      linLogMode: true,
      gravity: 0.5,
      scalingRatio: 1,
      slowDown: 6,
      barnesHutOptimize: from.length > 500,
      barnesHutTheta: 0.8,
    },
  })
  return from.map((_, body) => places[body] as Point)
}

describe('forceAtlas(from, springs, settings)', () => {
  it.each([
    ['in pairs', 120, 400, 0],
    ['in pairs, some on one spot', 60, 90, 7],
    ['by regions', 700, 2500, 0],
    ['by regions, some on one spot', 700, 900, 40],
    ['by regions, without ties', 501, 0, 2],
  ])('moves bodies to where graphology-layout-forceatlas2 does, to the last bit: %s', (_, count, ties, together) => {
    const drawn = drawBodies(count, ties, together)
    const settings = { rounds: 30, gravity: 0.5, slowDown: 6, mostInPairs: 500, theta: 0.8 }
    const places = forceAtlas(drawn.from, drawn.springs, settings)
    expect(places).toEqual(byPackage(drawn, 30))
    expect(places).not.toEqual(drawn.from)
  })
})
