import { describe, expect, it } from 'vitest'
import { compareWithNull } from '#graph/analysis/nulls/compare-with-null.ts'
import { rewire } from '#graph/analysis/nulls/rewire.ts'
import { throughWaypoint, type GraphWalk } from '#graph/analysis/nulls/through-waypoint.ts'
import { mutualDegrees } from '#graph/analysis/measures/reciprocity.ts'
import type { Digraph } from '#graph/analysis/paths/adjacency.ts'
import { createRandom, type Random } from '#graph/analysis/random.ts'
import { plantedPartition } from '../planted.ts'

const { graph } = plantedPartition({ nodes: 60, groups: 3, degree: 5, inside: 0.5 }, createRandom(1))

/** χ² of the counts of p in 1/20, 2/20 … 1 against equal shares; 19 degrees of freedom: 99.9 % lie below 43.8. */
function chiSquareOf(ps: readonly number[]): number {
  const counts = Array.from({ length: 20 }, () => 0)
  for (const p of ps) counts[Math.round(p * 20) - 1]!++
  return counts.reduce((sum, count) => sum + (count - ps.length / 20) ** 2 / (ps.length / 20), 0)
}

/** p of the reciprocity of random graphs among 19 that are drawn from each. */
function pValues(
  trials: number,
  drawFrom: (observed: Digraph, first: Random) => (random: Random) => Digraph,
): number[] {
  const random = createRandom('waypoint')
  const reciprocity = (of: Digraph) => mutualDegrees(of).reduce((a, b) => a + b, 0) / of.edgeCount
  return Array.from({ length: trials }, (_, trial) => {
    const own = random.stream(trial)
    const observed = rewire(graph, own.stream('observed')).graph
    const draw = drawFrom(observed, own.stream('waypoint'))
    // A small shift decides between equal values, which a discrete measure has and a uniform p has not.
    const value = (of: Digraph, name: string | number) => reciprocity(of) + 1e-6 * own.stream(`tie ${name}`).next()
    const runs = Array.from({ length: 19 }, (__, run) => value(draw(own.stream(run)), run))
    return compareWithNull(value(observed, 'observed'), runs).p!
  })
}

/** A fifth of the edges are tried: far from mixed. */
const short: GraphWalk = (from, random) => rewire(from, random, 1 / 5)

describe('throughWaypoint(observed, walk, first)', () => {
  it('gives p-values that are uniform however short the walks are: 600 graphs against 19 each', () => {
    const ps = pValues(600, (observed, first) => {
      const draw = throughWaypoint(observed, short, first)
      return random => draw(random).graph
    })
    expect(chiSquareOf(ps)).toBeLessThan(43.8)
  })

  it('is needed for that: of draws that each begin at the observed graph, it stands in the middle', () => {
    expect(chiSquareOf(pValues(300, observed => random => short(observed, random).graph))).toBeGreaterThan(43.8)
  })

  it('walks to the waypoint once, and tells the swaps of both walks', () => {
    const from: Digraph[] = []
    const walk: GraphWalk = (start, random) => {
      from.push(start)
      return rewire(start, random, 3)
    }
    const draw = throughWaypoint(graph, walk, createRandom('waypoint'))
    const [one, other] = [draw(createRandom(1)), draw(createRandom(2))]
    const waypoint = rewire(graph, createRandom('waypoint'), 3)
    expect(from).toEqual([graph, waypoint.graph, waypoint.graph])
    expect(one.swaps).toBe(waypoint.swaps + rewire(waypoint.graph, createRandom(1), 3).swaps)
    expect(one.graph).not.toEqual(other.graph)
    // Whoever draws, and in whatever order.
    expect(throughWaypoint(graph, walk, createRandom('waypoint'))(createRandom(2))).toEqual(other)
  })
})
