import { numberCommunities } from '../communities/partition.ts'
import { meanPairwiseNmi } from '../communities/stability.ts'
import type { Digraph } from '../paths/adjacency.ts'
import type { Crew } from '../workers/crew.ts'
import { tiedNodes } from './block-runner.ts'
import { descriptionLength, type DescriptionLength } from './description-length.ts'
import { toMultigraph } from './multigraph.ts'
import { describedTies } from './search-blocks.ts'

/** The shortest of several runs. */
export interface BestBlocks {
  /** Block of each node of the graph, numbered from 1 by falling size; 0: it has no tie. */
  readonly number: Uint32Array
  /** Nodes with ties, ascending. */
  readonly nodes: Uint32Array
  readonly count: number
  readonly length: DescriptionLength
  /** What one block for all takes. */
  readonly oneBlock: number
  /** What each run came to. */
  readonly runs: readonly number[]
  /** Mean normalised mutual information of the runs' partitions, over pairs of runs. */
  readonly agreement: number
  readonly byEvidence: boolean
}

/** Single runs end in different places: the best of so many is kept, and their spread told. */
const runs = 10

/** Null where fewer than three sites have ties. Same graph and seed, same blocks, whoever searches. */
export async function findBlocks(
  graph: Digraph,
  { seed, crew }: { readonly seed: number; readonly crew: Crew },
): Promise<BestBlocks | null> {
  const nodes = tiedNodes(graph)
  if (nodes.length < 3) return null
  const bundles = toMultigraph(graph, nodes)
  const jobs = Array.from({ length: runs }, (_, run) => run)
  const found = await crew.share('blocks', { graph, seed }, jobs, { work: runs * 5000 * graph.edgeCount })
  const best = found.reduce((a, b) => (b.length.total < a.length.total ? b : a))
  const numbered = numberCommunities(best.label)
  const number = new Uint32Array(graph.nodeCount)
  for (const [place, node] of nodes.entries()) number[node] = numbered[place]!
  return {
    number,
    nodes,
    count: Math.max(...numbered),
    length: best.length,
    oneBlock: descriptionLength(describedTies(bundles), new Uint32Array(nodes.length)).total,
    runs: found.map(({ length }) => length.total),
    agreement: meanPairwiseNmi(found.map(({ label }) => label)),
    byEvidence: bundles.byEvidence,
  }
}
