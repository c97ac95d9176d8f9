import { describe, expect, it } from 'vitest'
import { gainOfMoreRuns, type Search } from '#graph/analysis/nulls/best-of-more.ts'
import { runNulls } from '#graph/analysis/nulls/run-nulls.ts'
import { questionsWith } from '#graph/analysis/nulls/null-runner.ts'
import { rewire } from '#graph/analysis/nulls/rewire.ts'
import type { CommunityRuns } from '#graph/analysis/communities/community-runs.ts'
import { searchCommunities } from '#graph/analysis/graph-view-of.ts'
import { createRandom } from '#graph/analysis/random.ts'
import { crewOf } from '../crew-of.ts'
import { plantedPartition } from '../planted.ts'

const runs = (...objectives: number[]): Search[] => objectives.map(objective => ({ objective, values: [objective, 7] }))

describe('gainOfMoreRuns(runs, fewer)', () => {
  it('is worked by hand: the best of four against one run of each method', () => {
    // Louvain found 1 and 4, Leiden 2 and 3. The better of one each: 2 (1, 2), 3 (1, 3), 4 (4, 2), 4 (4, 3); mean 13/4.
    expect(gainOfMoreRuns(runs(1, 2, 4, 3), 2)[0]).toBeCloseTo(4 - 13 / 4, 12)
  })

  it('is nothing for a value that all runs share, and where there are no more runs', () => {
    expect(gainOfMoreRuns(runs(1, 2, 3, 4, 5, 6), 4)[1]).toBeCloseTo(0, 12)
    expect(gainOfMoreRuns(runs(1, 2, 3, 4), 4)).toEqual([0, 0])
    expect(gainOfMoreRuns([], 4)).toEqual([])
  })

  it('foretells the best of 4 normal values: 1.0294 above the mean (Harter 1961)', () => {
    const random = createRandom(1)
    const normal = () => Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next())
    const drawn = Array.from({ length: 20_000 }, normal)
    expect(Math.max(...drawn) - gainOfMoreRuns(runs(...drawn), 4)[0]!).toBeCloseTo(1.0294, 1)
  })
})

describe('the modularity of a graph that is itself rewired, the best of 40 runs', () => {
  const { graph } = plantedPartition({ nodes: 90, groups: 3, degree: 8, inside: 0.5 }, createRandom(1))

  it('stands anywhere among null graphs with 4 runs each that are raised by what 36 more found in it, and too high among others', () => {
    const random = createRandom('fair')
    const trials = 60
    const ranks = { raised: 0, asFound: 0 }
    for (let trial = 0; trial < trials; trial++) {
      const own = random.stream(trial)
      const observed = rewire(graph, own.stream('observed')).graph
      const reached = ({ modularities, bestRun }: CommunityRuns) => modularities[bestRun]!
      const found = searchCommunities(observed, 40, 1, own.stream('louvain'))
      const nulls = Array.from({ length: 19 }, (_, run) =>
        searchCommunities(rewire(observed, own.stream(`swaps/${run}`)).graph, 4, 1, own.stream(`louvain/${run}`)),
      )
      const [gain] = gainOfMoreRuns(runs(...found.modularities), 4)
      const above = (raise: number) => nulls.filter(other => reached(found) > reached(other) + raise).length
      ranks.raised += above(gain!) / 19 / trials
      ranks.asFound += above(0) / 19 / trials
    }
    // The mean of 60 uniform ranks has a standard deviation of 0.039.
    expect(Math.abs(ranks.raised - 0.5)).toBeLessThan(0.12)
    expect(ranks.asFound).toBeGreaterThan(0.62)
  })

  it('is compared like that by the null models: modularity rises with the runs, and nothing else changes', async () => {
    const task = { graph, attributes: [], resolution: 1, seed: 1, tries: 10 }
    const names = questionsWith(graph, [], 'rewire').map(({ measure }) => measure.name)
    const [few, many] = [
      await runNulls(task, { runs: 6, observed: searchCommunities(graph, 4, 1, createRandom(1)), crew: crewOf(1) }),
      await runNulls(task, { runs: 6, observed: searchCommunities(graph, 200, 1, createRandom(1)), crew: crewOf(1) }),
    ]
    for (const [at, name] of names.slice(0, names.indexOf('triad_003')).entries()) {
      const rises = many.rewire[at]!.map(([value], run) => value! - few.rewire[at]![run]![0]!)
      if (name.startsWith('modularity')) expect(rises[0]).toBeGreaterThan(0)
      else if (name !== 'communities') expect(rises[0]).toBe(0)
      for (const rise of rises) expect(rise).toBeCloseTo(rises[0]!, 12)
    }
  })
})
