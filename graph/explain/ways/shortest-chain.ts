import { type Digraph, rowOf } from '#graph/analysis/paths/adjacency.ts'

/**
 * The nodes of a shortest chain of citations from one of `sources` to one of `targets`, both ends included; null: there is none. Of chains of
 * one length the one that a walk in the order of nodes meets first. O(nodes + edges).
 */
export function shortestChain(graph: Digraph, sources: readonly number[], targets: readonly number[]): number[] | null {
  const before = new Int32Array(graph.nodeCount).fill(-1)
  const wanted = new Set(targets)
  let front = sources.toSorted((a, b) => a - b)
  for (const source of front) before[source] = source
  while (front.length > 0) {
    const next: number[] = []
    for (const node of front)
      for (const other of rowOf(graph.out, node)) {
        if (before[other] !== -1) continue
        before[other] = node
        if (wanted.has(other)) return backFrom(other, before)
        next.push(other)
      }
    front = next
  }
  return null
}

function backFrom(end: number, before: Int32Array): number[] {
  const chain = [end]
  for (let node = end; before[node] !== node; node = before[node]!) chain.unshift(before[node]!)
  return chain
}
