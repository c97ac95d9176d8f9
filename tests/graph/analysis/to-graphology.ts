import { DirectedGraph } from 'graphology'
import type { SiteEdge, SiteGraph, SiteNode } from '#data/records.ts'

/** The site graph for graphology's libraries: nodes by id, edges by source then target, whatever order `site` has. */
export function toGraphology(site: SiteGraph): DirectedGraph<SiteNode, SiteEdge> {
  const graph = new DirectedGraph<SiteNode, SiteEdge>()
  for (const node of site.nodes.toSorted(by(node => node.id))) graph.addNode(node.id, node)
  for (const edge of site.edges.toSorted(by(edge => edge.target)).sort(by(edge => edge.source)))
    graph.addEdge(edge.source, edge.target, edge)
  return graph
}

/** Code-unit order, the same in every locale. */
function by<Item>(key: (item: Item) => string): (a: Item, b: Item) => number {
  return (a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0)
}
