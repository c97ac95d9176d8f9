import { describe, expect, it } from 'vitest'
import { attributeOfPartition } from '#graph/analysis/attribute.ts'
import { questionsWith } from '#graph/analysis/nulls/null-runner.ts'
import { runNulls } from '#graph/analysis/nulls/run-nulls.ts'
import type { Question } from '#graph/analysis/questions.ts'
import { crewOf } from '../crew-of.ts'
import { createRandom } from '#graph/analysis/random.ts'
import { searchCommunities } from '#graph/analysis/graph-view-of.ts'
import { plantedPartition } from '../planted.ts'

const { graph, planted } = plantedPartition({ nodes: 400, groups: 4, degree: 15, inside: 0.7 }, createRandom(2))
const observed = searchCommunities(graph, 40, 1, createRandom(3))
const task = { graph, attributes: [attributeOfPartition('kind', planted)], resolution: 1, seed: 5, tries: 10 }

describe('runNulls(task, options)', () => {
  it('gives the same values in one thread as in three', async () => {
    const shares: number[] = []
    // 40 runs of 6,000 edges are more than the bound below which no worker is started.
    const shared = await runNulls(task, { runs: 40, observed, crew: crewOf(3), progress: done => shares.push(done) })
    expect(shared).toEqual(await runNulls(task, { runs: 40, observed, crew: crewOf(1) }))
    expect(shares.at(-1)).toBe(1)
    for (const draws of [...shared.rewire, ...shared.permute]) expect(draws.length).toBe(40)
    expect(shared.swaps.length).toBe(40)
  })

  it('asks a settled question no more, and gives the others the same draws', async () => {
    const small = plantedPartition({ nodes: 40, groups: 2, degree: 5, inside: 0.7 }, createRandom(2)).graph
    const asked = { runs: 60, observed: searchCommunities(small, 4, 1, createRandom(3)), crew: crewOf(1) }
    const smallTask = { graph: small, attributes: [], resolution: 1, seed: 5, tries: 10 }
    const all = await runNulls(smallTask, asked)
    // Reciprocity stands where no draw is; the others have no value, of which nothing can be told.
    const answerTo = ({ measure }: Question) => [{ of: '', value: measure.name === 'reciprocity' ? 1e6 : NaN }]
    const stopped = await runNulls(smallTask, { ...asked, answerTo })
    for (const [at, { measure }] of questionsWith(small, [], 'rewire').entries()) {
      const length = measure.name === 'reciprocity' ? 60 : 50
      expect(stopped.rewire[at]).toEqual(all.rewire[at]!.slice(0, length))
    }
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
