import { type Digraph, degreeOf } from '../paths/adjacency.ts'
import { createRandom } from '../random.ts'
import { toMultigraph } from './multigraph.ts'
import { type FoundBlocks, searchBlocks } from './search-blocks.ts'

interface BlockTask {
  readonly graph: Digraph
  readonly seed: number
}

/** Runs of the search for blocks; run r draws from a stream of its own. */
export function createBlockRunner({ graph, seed }: BlockTask): (run: number) => FoundBlocks {
  const bundles = toMultigraph(graph, tiedNodes(graph))
  const random = createRandom(seed).stream('blocks')
  return run => searchBlocks(bundles, random.stream(run))
}

/** Nodes with a tie, ascending: of others nothing says what they do. */
export const tiedNodes = ({ nodeCount, out, in: incoming }: Digraph): Uint32Array =>
  Uint32Array.from({ length: nodeCount }, (_, node) => node).filter(
    node => degreeOf(out, node) + degreeOf(incoming, node) > 0,
  )
