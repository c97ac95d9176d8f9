import { describe, expect, it } from 'vitest'
import { gainOfMoreRuns, type Search } from '#graph/analysis/nulls/best-of-more.ts'
import { runNulls } from '#graph/analysis/nulls/run-nulls.ts'
import { questionsWith } from '#graph/analysis/nulls/null-runner.ts'
import { rewire } from '#graph/analysis/nulls/rewire.ts'
import type { CommunityRuns } from '#graph/analysis/communities/community-runs.ts'
import { searchCommunities } from '#graph/analysis/view-of.ts'
import { createRandom } from '#graph/analysis/random.ts'
import { crewOf } from '../crew-of.ts'
import { plantedPartition } from '../planted.ts'

const runs = (...objectives: number[]): Search[] => objectives.map(objective => ({ objective, values: [objective, 7] }))

describe('gainOfMoreRuns(graphs, from, to)', () => {
  it('is worked by hand for two values: the greater comes up in 1 − (1/2)^n of n draws', () => {
    // Deviations ±1/2 widened by √2; best of 1: 0 on average, best of 2: 3/4 − 1/4 of the greater, best of 3: 7/8 − 1/8.
    const greater = Math.SQRT2 / 2
    expect(gainOfMoreRuns([runs(3, 4), runs(9, 8)], 1, 2)[0]).toBeCloseTo(greater / 2, 12)
    expect(gainOfMoreRuns([runs(3, 4), runs(9, 8)], 2, 3)[0]).toBeCloseTo(greater / 4, 12)
  })

  it('is nothing for a value that all runs share, and for as many runs', () => {
    expect(gainOfMoreRuns([runs(1, 2, 3)], 3, 50)[1]).toBeCloseTo(0, 12)
    expect(gainOfMoreRuns([runs(1, 2, 3)], 3, 3)[0]).toBeCloseTo(0, 12)
    expect(gainOfMoreRuns([], 5, 200)).toEqual([])
  })

  it('foretells the best of 40 from graphs with 5 runs each, where runs are normal', () => {
    const random = createRandom(1)
    const normal = () => Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next())
    const graphs = Array.from({ length: 4000 }, () => {
      const centre = 10 * normal()
      return runs(...Array.from({ length: 5 }, () => centre + normal()))
    })
    // Expected greatest of 40 and of 5 standard normals: 2.1608 and 1.1630 (Harter 1961).
    expect(gainOfMoreRuns(graphs, 5, 40)[0]).toBeCloseTo(2.1608 - 1.163, 1)
  })
})

describe('the modularity of a graph that is itself rewired, the best of 40 runs', () => {
  const { graph } = plantedPartition({ nodes: 90, groups: 3, degree: 8, inside: 0.5 }, createRandom(1))

  it('stands anywhere among null graphs with 4 runs each that are raised to 40, and too high among others', () => {
    const random = createRandom('fair')
    const trials = 60
    const ranks = { raised: 0, asFound: 0 }
    for (let trial = 0; trial < trials; trial++) {
      const own = random.stream(trial)
      const observed = rewire(graph, own.stream('observed'))
      const reached = ({ modularities, bestRun }: CommunityRuns) => modularities[bestRun]!
      const best = reached(searchCommunities(observed, 40, 1, own.stream('louvain')))
      const nulls = Array.from({ length: 19 }, (_, run) =>
        searchCommunities(rewire(observed, own.stream(`swaps/${run}`)), 4, 1, own.stream(`louvain/${run}`)),
      )
      const [gain] = gainOfMoreRuns(
        nulls.map(({ modularities }) => runs(...modularities)),
        4,
        40,
      )
      const above = (raise: number) => nulls.filter(found => best > reached(found) + raise).length
      ranks.raised += above(gain!) / 19 / trials
      ranks.asFound += above(0) / 19 / trials
    }
    // The mean of 60 uniform ranks has a standard deviation of 0.039.
    expect(Math.abs(ranks.raised - 0.5)).toBeLessThan(0.12)
    expect(ranks.asFound).toBeGreaterThan(0.62)
  })

  it('is compared like that by the null models: modularity rises with the runs, and nothing else changes', async () => {
    const task = { graph, attributes: [], resolution: 1, seed: 1 }
    const names = questionsWith([], 'rewire').map(({ measure }) => measure.name)
    const [few, many] = [
      await runNulls(task, { runs: 6, searches: 4, crew: crewOf(1) }),
      await runNulls(task, { runs: 6, searches: 200, crew: crewOf(1) }),
    ]
    const rises = many.rewire.map((row, run) => Float64Array.from(row, (value, at) => value - few.rewire[run]![at]!))
    for (const [at, name] of names.slice(0, names.indexOf('triad_003')).entries()) {
      if (name.startsWith('modularity')) expect(rises[0]![at]).toBeGreaterThan(0.001)
      else if (name !== 'communities') expect(rises[0]![at]).toBe(0)
      for (const rise of rises) expect(rise[at]).toBeCloseTo(rises[0]![at]!, 12)
    }
  })
})
