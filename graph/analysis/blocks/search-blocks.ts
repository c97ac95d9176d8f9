import { compact } from '../communities/partition.ts'
import type { Random } from '../random.ts'
import { type BlockState, buildState } from './block-state.ts'
import { descriptionLength, type DescriptionLength } from './description-length.ts'
import { mergeTo } from './merge-blocks.ts'
import type { Multigraph } from './multigraph.ts'
import { splitAndMerge } from './split-and-merge.ts'
import { sweep } from './sweep.ts'

/** A partition that a run found. */
export interface FoundBlocks {
  /** Block of each node, 0 … in the order of their first node. */
  readonly label: Uint32Array
  readonly length: DescriptionLength
}

/** A search begins with each node alone, or with so many blocks drawn by chance: their table is this squared. */
const mostBlocks = 1024
const roundsOfSweep = 10
const roundsOfSplits = 30

/**
 * One run of the search for the partition that tells `graph` shortest: blocks are merged from each node alone down to one, nodes moved one by one at each stage;
 * between the best stage and its neighbours further stages are made until none is left out; then blocks are split and merged until nothing is
 * gained. Same graph and generator, same partition. After Peixoto 2014, Physical Review E 89, 012804.
 */
export function searchBlocks(graph: Multigraph, random: Random): FoundBlocks {
  const one = foundOf(graph, new Uint32Array(graph.nodeCount))
  if (graph.nodeCount < 3) return one
  const best = bestStage(graph, random)
  const found = foundOf(graph, refine(graph, best, random))
  return found.length.total < one.length.total - 1e-9 ? found : one
}

function foundOf(graph: Multigraph, label: Uint32Array): FoundBlocks {
  compact(label)
  return { label, length: descriptionLength(describedTies(graph), label) }
}

/** The graph as the formulas read it. */
export function describedTies({ nodeCount, directed, out }: Multigraph): Parameters<typeof descriptionLength>[0] {
  function* ties(): Generator<readonly [number, number, number]> {
    for (let node = 0; node < nodeCount; node++)
      for (let at = out.start[node]!; at < out.start[node + 1]!; at++)
        if (directed || node <= out.target[at]!) yield [node, out.target[at]!, out.count[at]!]
  }
  return { nodeCount, directed, ties: ties() }
}

interface Stage {
  readonly state: BlockState
  readonly length: number
}

/** Of all stages from many blocks to one, the shortest. */
function bestStage(graph: Multigraph, random: Random): Uint32Array {
  const stages = new Map<number, Stage>()
  const keep = (state: BlockState): Stage => {
    const blocks = compact(state.label)
    const whole = buildState(graph, state.label, blocks)
    const stage = { state: whole, length: descriptionLength(describedTies(graph), whole.label).total }
    const known = stages.get(blocks)
    if (known === undefined || stage.length < known.length) stages.set(blocks, stage)
    return stage
  }
  const step = (from: BlockState, target: number): Stage => {
    const merged = mergeTo(from, target, random)
    sweep(merged, roundsOfSweep, random)
    return keep(merged)
  }
  let { state } = keep(beginning(graph, random))
  while (state.blocks > 1)
    state = step(state, Math.max(1, Math.floor(state.blocks / (state.blocks > 64 ? 2 : 1.4)))).state
  for (let round = 0; round < 40; round++) {
    const counts = [...stages.keys()].sort((a, b) => a - b)
    const best = counts.reduce((a, b) => (stages.get(b)!.length < stages.get(a)!.length ? b : a))
    const at = counts.indexOf(best)
    const gap = [[best, counts[at + 1]], [counts[at - 1], best]].find(([low, high]) => low !== undefined && high !== undefined && high - low > 1) // prettier-ignore
    if (gap === undefined) break
    const [low, high] = gap as [number, number]
    const middle = (low + high) >> 1
    const reached = step(stages.get(high)!.state, middle).state.blocks
    // Sweeps may empty blocks: what can't be reached is not asked for again.
    if (reached !== middle && !stages.has(middle))
      stages.set(middle, { state: stages.get(low)!.state, length: Infinity })
  }
  const shortest = [...stages.values()].reduce((a, b) => (b.length < a.length ? b : a))
  return shortest.state.label.slice()
}

/** Each node alone; of many nodes, blocks by chance that sweeps put in order. */
function beginning(graph: Multigraph, random: Random): BlockState {
  const { nodeCount } = graph
  if (nodeCount <= mostBlocks) return buildState(graph, Uint32Array.from({ length: nodeCount }, (_, at) => at), nodeCount) // prettier-ignore
  const drawn = Uint32Array.from({ length: nodeCount }, () => random.int(mostBlocks))
  const state = buildState(graph, drawn, compact(drawn))
  sweep(state, roundsOfSweep, random)
  return state
}

function refine(graph: Multigraph, label: Uint32Array, random: Random): Uint32Array {
  let current = label
  for (let round = 0; round < roundsOfSplits; round++) {
    const blocks = compact(current)
    const state = buildState(graph, current, Math.min(graph.nodeCount, 2 * blocks + 4))
    const change = splitAndMerge(state, random) + sweep(state, roundsOfSweep, random)
    current = state.label
    if (change > -1e-6) break
  }
  return current
}
