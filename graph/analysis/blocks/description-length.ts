import { compact } from '../communities/partition.ts'
import { lnBinomial, lnFactorial } from './ln-factorial.ts'
import { lnPartitions } from './ln-partitions.ts'

/** What it takes to tell a graph, in nats: less is better. */
export interface DescriptionLength {
  /** Which edges, once blocks, edges between blocks and degrees are known. */
  readonly adjacency: number
  /** Which node is in which block. */
  readonly partition: number
  /** How many edges lead from which block to which. */
  readonly edges: number
  /** Which node of a block has which degree. */
  readonly degrees: number
  readonly total: number
}

/** A graph as the formulas see it; a loop counts once in an undirected one, and each tie stands in one of its two directions. */
export interface DescribedTies {
  readonly nodeCount: number
  readonly directed: boolean
  readonly ties: Iterable<readonly [from: number, to: number, count: number]>
}

/**
 * Description length of a graph by the degree-corrected stochastic block model, microcanonical, with uniform priors on partitions, edge
 * counts and degree sequences (not nested). Written out from the formulas, O(ties + blocks²): searches reckon differences.
 * Peixoto 2017, Physical Review E 95, 012317.
 */
export function descriptionLength({ nodeCount, directed, ties }: DescribedTies, block: Uint32Array): DescriptionLength {
  const label = block.slice()
  const blocks = compact(label)
  const sizes = new Uint32Array(blocks)
  for (const own of label) sizes[own]! += 1
  const between = new Map<number, number>()
  const [out, incoming] = [new Float64Array(nodeCount), new Float64Array(nodeCount)]
  let [edges, adjacency] = [0, 0]
  for (const [from, to, count] of ties) {
    edges += count
    out[from]! += count
    if (directed) incoming[to]! += count
    else out[to]! += count
    adjacency += lnBundle(count, !directed && from === to)
    const pair = directed ? [label[from]!, label[to]!] : [label[from]!, label[to]!].sort((a, b) => a - b)
    const cell = pair[0]! * blocks + pair[1]!
    between.set(cell, (between.get(cell) ?? 0) + count)
  }
  for (const [cell, count] of between)
    adjacency -= lnBundle(count, !directed && Math.floor(cell / blocks) === cell % blocks)
  let degrees = 0
  for (const degree of directed ? [out, incoming] : [out]) {
    for (const own of degree) adjacency -= lnFactorial(own)
    for (const own of sumsBy(label, degree, blocks)) adjacency += lnFactorial(own)
    degrees += degreeTerm(label, degree, sizes)
  }
  const cells = directed ? blocks * blocks : (blocks * (blocks + 1)) / 2
  const partition = partitionTerm(nodeCount, sizes)
  const told = lnBinomial(cells + edges - 1, edges)
  return { adjacency, partition, edges: told, degrees, total: adjacency + partition + told + degrees }
}

/** ln n!, or ln (2n)!! of edges that have both ends in the same place and no direction. */
const lnBundle = (count: number, isLoop: boolean): number => lnFactorial(count) + (isLoop ? count * Math.LN2 : 0)

function partitionTerm(nodeCount: number, sizes: Uint32Array): number {
  const inside = sizes.reduce((sum, own) => sum + lnFactorial(own), 0)
  return lnBinomial(nodeCount - 1, sizes.length - 1) + lnFactorial(nodeCount) - inside + Math.log(nodeCount)
}

function sumsBy(label: Uint32Array, degree: Float64Array, blocks: number): Float64Array {
  const sums = new Float64Array(blocks)
  for (const [node, own] of label.entries()) sums[own]! += degree[node]!
  return sums
}

function degreeTerm(label: Uint32Array, degree: Float64Array, sizes: Uint32Array): number {
  const alike = new Map<string, number>()
  for (const [node, own] of label.entries()) {
    const key = `${own} ${degree[node]}`
    alike.set(key, (alike.get(key) ?? 0) + 1)
  }
  let term = 0
  for (const [block, sum] of sumsBy(label, degree, sizes.length).entries())
    term += lnFactorial(sizes[block]!) + lnPartitions(sum, sizes[block]!)
  for (const count of alike.values()) term -= lnFactorial(count)
  return term
}
