import { describe, expect, it } from 'vitest'
import type { CommunityJob, CommunityTask } from '#graph/analysis/communities/community-runner.ts'
import { buildDigraph } from '#graph/analysis/paths/adjacency.ts'
import { crewOf } from './crew-of.ts'

const graph = buildDigraph(6, { source: [0, 1, 2, 3, 4, 5, 0], target: [1, 2, 0, 4, 5, 3, 3] })
const task: CommunityTask = { graph, seed: 1, directed: true, weighted: true }
const jobs = Array.from({ length: 12 }, (_, run): CommunityJob => ({
  method: run % 2 === 0 ? 'louvain' : 'leiden',
  resolution: 1,
  stream: String(run),
}))
const shared = { work: Infinity }

describe('hireCrew(threads)', () => {
  it('gives each job its own result in the order of the jobs, whoever did it, several tasks at once', async () => {
    const alone = await crewOf(1).share('communities', task, jobs, { work: 0 })
    const crew = crewOf(3)
    const other = { ...task, seed: 2 }
    const [one, two, again] = await Promise.all([
      crew.share('communities', task, jobs, shared),
      crew.share('communities', other, jobs, shared),
      crew.share('communities', task, jobs.toReversed(), shared),
    ])
    expect(one).toEqual(alone)
    expect(again).toEqual(alone.toReversed())
    expect(two).toEqual(await crewOf(1).share('communities', other, jobs, { work: 0 }))
    // Again, with threads that are there already and a task that is small.
    expect(await crew.share('communities', task, jobs, { work: 2e6 })).toEqual(alone)
  })

  it('tells how far it is, job by job, and ends with what is thrown there', async () => {
    const crew = crewOf(2)
    const told: number[] = []
    await crew.share('communities', task, jobs, { ...shared, progress: done => void told.push(done) })
    expect(told).toEqual(jobs.map((_, at) => (at + 1) / jobs.length))
    const stop = () => {
      throw new Error('stopped')
    }
    await expect(crew.share('communities', task, jobs, { ...shared, progress: stop })).rejects.toThrow('stopped')
  })

  it('passes on what a job throws in any of its threads', async () => {
    const broken = { ...task, graph: undefined } as unknown as CommunityTask
    await expect(crewOf(2).share('communities', broken, jobs, shared)).rejects.toThrow(TypeError)
  })
})
