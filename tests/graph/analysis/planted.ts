import { buildDigraph, type Digraph } from '#graph/analysis/paths/adjacency.ts'
import type { Random } from '#graph/analysis/random.ts'

interface Plan {
  readonly nodes: number
  readonly groups: number
  /** Mean out-degree asked for; pairs drawn twice count once. */
  readonly degree: number
  /** Share of the edges that stay in their group. */
  readonly inside: number
}

/** A directed graph with planted groups (node n in group n mod groups), without self-loops or double edges. */
export function plantedPartition(plan: Plan, random: Random): { graph: Digraph; planted: Uint32Array } {
  const { nodes, groups, degree, inside } = plan
  const pairs = new Set<number>()
  for (let edge = 0; edge < nodes * degree; edge++) {
    const source = random.int(nodes)
    const target = random.next() < inside ? (source % groups) + groups * random.int(nodes / groups) : random.int(nodes)
    if (source !== target) pairs.add(source * nodes + target)
  }
  const drawn = [...pairs]
  const graph = buildDigraph(nodes, {
    source: drawn.map(pair => Math.floor(pair / nodes)),
    target: drawn.map(pair => pair % nodes),
  })
  return { graph, planted: Uint32Array.from({ length: nodes }, (_, node) => node % groups) }
}
