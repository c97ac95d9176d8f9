import { type Adjacency, type Digraph, ignoreDirection, rowSums } from '../paths/adjacency.ts'
import { type Scratch, scratchFor, tieScratchFor } from './scratch.ts'

/**
 * What modularity needs of a directed weighted graph: between two nodes the weight of both directions together, and per
 * node what leaves it, what enters it and what stays inside it. Loops appear when communities become nodes.
 */
export interface Flow {
  readonly nodeCount: number
  readonly ties: Adjacency
  readonly leaving: Float64Array
  readonly entering: Float64Array
  /** Weight inside the node, counted once per direction. */
  readonly inside: Float64Array
  /** Sum of all weights. */
  readonly total: number
}

export interface FlowOptions {
  /** Directed modularity (Leicht & Newman 2008), or every tie taken in both directions. */
  readonly directed: boolean
  /** The edges' weights, or 1 each. */
  readonly weighted: boolean
}

/** Returns the flow of `graph`. O(nodes + edges). */
export function flowOf(graph: Digraph, { directed, weighted }: FlowOptions): Flow {
  const used = weighted ? graph : withUnitWeights(graph)
  const ties = ignoreDirection(used)
  const out = rowSums(used.out)
  const incoming = rowSums(used.in)
  if (directed) return assemble(graph.nodeCount, ties, out, incoming)
  const both = out.map((weight, node) => weight + incoming[node]!)
  return assemble(graph.nodeCount, { ...ties, weight: ties.weight.map(weight => 2 * weight) }, both, both)
}

function assemble(nodeCount: number, ties: Adjacency, leaving: Float64Array, entering: Float64Array): Flow {
  let total = 0
  for (let node = 0; node < nodeCount; node++) total += leaving[node]!
  return { nodeCount, ties, leaving, entering, inside: new Float64Array(nodeCount), total }
}

function withUnitWeights(graph: Digraph): Digraph {
  const ones = new Float64Array(graph.edgeCount).fill(1)
  return { ...graph, out: { ...graph.out, weight: ones }, in: { ...graph.in, weight: ones } }
}

/**
 * The flow whose nodes are the groups 0 … groupCount − 1 of `group`. O(nodes + ties). Its ties lie in arrays that are used again: a
 * level stands until one is made of the level that was made of it, and no longer.
 */
export function aggregate(flow: Flow, group: Uint32Array, groupCount: number): Flow {
  const { start, target, weight } = flow.ties
  const leaving = sumByGroup(flow.leaving, group, groupCount)
  const entering = sumByGroup(flow.entering, group, groupCount)
  const inside = sumByGroup(flow.inside, group, groupCount)
  const [memberStart, members] = membersByGroup(group, groupCount)
  const rowStart = new Uint32Array(groupCount + 1)
  const { target: rowTarget, weight: rowWeight } = tieScratchFor(target.length, target)
  const { toward, seen } = scratchFor(groupCount)
  let end = 0
  for (let own = 0; own < groupCount; own++) {
    const rowBegin = end
    for (let at = memberStart[own]!; at < memberStart[own + 1]!; at++) {
      const node = members[at]!
      for (let place = start[node]!; place < start[node + 1]!; place++) {
        const other = group[target[place]!]!
        rowTarget[end] = other
        end += 1 - seen[other]!
        seen[other] = 1
        toward[other]! += weight[place]!
      }
    }
    // A tie inside the group was met from both of its ends.
    inside[own]! += toward[own]! / 2
    end = writeRow(own, rowBegin, end, { toward, seen }, rowTarget, rowWeight)
    rowStart[own + 1] = end
  }
  const ties = { start: rowStart, target: rowTarget.subarray(0, end), weight: rowWeight.subarray(0, end) }
  return { nodeCount: groupCount, ties, leaving, entering, inside, total: flow.total }
}

/** Takes the group itself out of its row, writes the weights and clears what is borrowed. Returns the row's end. */
function writeRow(
  own: number,
  begin: number,
  end: number,
  { toward, seen }: Pick<Scratch, 'toward' | 'seen'>,
  rowTarget: Uint32Array,
  rowWeight: Float64Array,
): number {
  let kept = begin
  for (let place = begin; place < end; place++) {
    const other = rowTarget[place]!
    if (other !== own) {
      rowTarget[kept] = other
      rowWeight[kept++] = toward[other]!
    }
    toward[other] = 0
    seen[other] = 0
  }
  return kept
}

function sumByGroup(values: Float64Array, group: Uint32Array, groupCount: number): Float64Array {
  const sums = new Float64Array(groupCount)
  for (let node = 0; node < values.length; node++) sums[group[node]!]! += values[node]!
  return sums
}

/** Nodes in the order of their groups: those of group g stand at [start[g], start[g + 1]). */
export function membersByGroup(group: Uint32Array, groupCount: number): [start: Uint32Array, members: Uint32Array] {
  const start = new Uint32Array(groupCount + 1)
  for (const own of group) start[own + 1]!++
  for (let own = 0; own < groupCount; own++) start[own + 1]! += start[own]!
  const next = start.slice()
  const members = new Uint32Array(group.length)
  for (let node = 0; node < group.length; node++) members[next[group[node]!]!++] = node
  return [start, members]
}
