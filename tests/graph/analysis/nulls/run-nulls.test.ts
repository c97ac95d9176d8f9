import { describe, expect, it } from 'vitest'
import { attributeOfPartition } from '#graph/analysis/attribute.ts'
import { runNulls } from '#graph/analysis/nulls/run-nulls.ts'
import { crewOf } from '../crew-of.ts'
import { createRandom } from '#graph/analysis/random.ts'
import { searchCommunities } from '#graph/analysis/graph-view-of.ts'
import { plantedPartition } from '../planted.ts'

const { graph, planted } = plantedPartition({ nodes: 400, groups: 4, degree: 15, inside: 0.7 }, createRandom(2))
const observed = searchCommunities(graph, 40, 1, createRandom(3))
const task = { graph, attributes: [attributeOfPartition('kind', planted)], resolution: 1, seed: 5 }

describe('runNulls(task, options)', () => {
  it('gives the same values in one thread as in three', async () => {
    const shares: number[] = []
    // 40 runs of 6,000 edges are more than the bound below which no worker is started.
    const shared = await runNulls(task, { runs: 40, observed, crew: crewOf(3), progress: done => shares.push(done) })
    expect(shared).toEqual(await runNulls(task, { runs: 40, observed, crew: crewOf(1) }))
    expect(shares.at(-1)).toBe(1)
    expect(shared.rewire.length).toBe(40)
  })

  it('ends with what the progress throws', async () => {
    const stop = () => {
      throw new Error('stopped here')
    }
    await expect(runNulls(task, { runs: 40, observed, crew: crewOf(3), progress: stop })).rejects.toThrow(
      'stopped here',
    )
    await expect(runNulls(task, { runs: 40, observed, crew: crewOf(1), progress: stop })).rejects.toThrow(
      'stopped here',
    )
  })
})
