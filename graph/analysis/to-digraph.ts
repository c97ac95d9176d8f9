import type { SiteEdge, SiteNode } from '#data/records.ts'
import { buildDigraph, type Digraph } from './paths/adjacency.ts'

/** The site graph with node i for site.nodes[i]; edges to or from entities that are no nodes are an error of the caller. */
export function toDigraph(site: {
  readonly nodes: readonly Pick<SiteNode, 'id' | 'unread'>[]
  readonly edges: readonly Pick<SiteEdge, 'source' | 'target' | 'weight'>[]
}): Digraph {
  const indexOf = new Map(site.nodes.map((node, index) => [node.id, index]))
  const index = (id: (typeof site.nodes)[number]['id']) => {
    const found = indexOf.get(id)
    if (found === undefined) throw new RangeError(`the edge end '${id}' is no node of the graph`)
    return found
  }
  const graph = buildDigraph(site.nodes.length, {
    source: site.edges.map(edge => index(edge.source)),
    target: site.edges.map(edge => index(edge.target)),
    weight: site.edges.map(edge => edge.weight),
  })
  const unread = Uint8Array.from(site.nodes, node => (node.unread === true ? 1 : 0))
  return unread.includes(1) ? { ...graph, unread } : graph
}
