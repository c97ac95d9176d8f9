import { describe, expect, it } from 'vitest'
import { atomsOf } from '#graph/analysis/communities/atoms.ts'
import { consensus } from '#graph/analysis/communities/consensus.ts'
import { flowOf } from '#graph/analysis/communities/flow.ts'
import { louvain } from '#graph/analysis/communities/louvain.ts'
import { matchPartitions } from '#graph/analysis/communities/match-partitions.ts'
import { nmi } from '#graph/analysis/communities/nmi.ts'
import { meanPairwiseNmi } from '#graph/analysis/communities/stability.ts'
import { createRandom } from '#graph/analysis/random.ts'
import { plantedPartition } from './planted.ts'

const labels = (text: string) => Uint32Array.from(text, character => character.charCodeAt(0) - 97)
const text = (label: Uint32Array) => [...label].map(own => String.fromCharCode(97 + own)).join('')

describe('atomsOf(runs, most)', () => {
  it('groups the nodes that no run parts', () => {
    const { of, count, runs } = atomsOf([labels('aaabbb'), labels('aabbbb'), labels('aaabbc')])
    expect([text(of), count, runs]).toEqual(['aabccd', 4, 3])
  })

  it('takes no more runs than keep the atoms few', () => {
    expect(atomsOf([labels('aaabbb'), labels('aabbbb'), labels('aaabbc')], 3)).toMatchObject({ count: 3, runs: 2 })
    expect(atomsOf([labels('abcdef')], 3)).toMatchObject({ count: 6, runs: 1 })
  })
})

describe('consensus(runs, random)', () => {
  it('is the partition itself when all runs agree, single nodes included', () => {
    expect(nmi(consensus([labels('aabbc'), labels('bbaac')], createRandom(1)), labels('aabbc'))).toBeCloseTo(1, 12)
  })

  it('puts a node where most runs put it', () => {
    const runs = [labels('aaaabbbb'), labels('aaaabbbb'), labels('aaabbbbb'), labels('aaaabbbb'), labels('aaaaabbb')]
    expect(nmi(consensus(runs, createRandom(1)), labels('aaaabbbb'))).toBeCloseTo(1, 12)
  })

  it('lies nearer to the runs than they lie to each other, and finds what was planted', () => {
    const { graph, planted } = plantedPartition({ nodes: 300, groups: 6, degree: 8, inside: 0.5 }, createRandom(3))
    const flow = flowOf(graph, { directed: true, weighted: true })
    const runs = Array.from({ length: 60 }, (_, run) => louvain(flow, 1, createRandom(run)))
    const agreed = consensus(runs, createRandom(1))
    const meanTo = (label: Uint32Array) => runs.reduce((sum, run) => sum + nmi(run, label), 0) / runs.length
    expect(meanTo(agreed)).toBeGreaterThan(meanPairwiseNmi(runs))
    expect(nmi(agreed, planted)).toBeGreaterThan(meanTo(planted))
  })
})

describe('matchPartitions(community, earlier)', () => {
  it('gives communities the earlier numbers that they overlap most with, each once, and new numbers to new ones', () => {
    const community = Uint32Array.of(1, 1, 1, 1, 2, 2, 2, 3, 3, 4)
    // 2 keeps the old 1 with three nodes; 1 the old 2; 3 shares only the old 1, taken; 4 was not there.
    const earlier = Uint32Array.of(2, 2, 2, 1, 1, 1, 1, 1, 1, 0)
    expect([...matchPartitions(community, earlier)]).toEqual([2, 2, 2, 2, 1, 1, 1, 3, 3, 4])
  })
})
