import type { SiteEdge, SiteNode } from '#data/records.ts'
import type { EntityId } from '#data/url/brand.ts'
import { type Adjacency, degreeOf, transpose } from './paths/adjacency.ts'
import { toDigraph } from './to-digraph.ts'

/** Two sites that are cited together, or that cite the same. */
export interface CoLink {
  /** The smaller id first. */
  readonly one: EntityId
  readonly other: EntityId
  /** Sites that cite both, or that both cite. */
  readonly shared: number
  /** `shared` / √(degree · degree), in (0, 1]: Salton's cosine, which sets size aside. */
  readonly cosine: number
}

/** Of the nodes only the ids matter. */
export interface Linked {
  readonly nodes: readonly Pick<SiteNode, 'id'>[]
  readonly edges: readonly SiteEdge[]
}

/** Pairs of sites that at least `least` analysed sites cite together. O(Σ out-degree²). Small 1973. */
export const coCitation = (site: Linked, least = 1): CoLink[] => pairsBySharing(site, toDigraph(site).in, least)

/** Pairs of sites that cite at least `least` sites in common. O(Σ in-degree²). Kessler 1963. */
export const bibliographicCoupling = (site: Linked, least = 1): CoLink[] =>
  pairsBySharing(site, toDigraph(site).out, least)

/** Pairs of nodes whose rows have at least `least` nodes in common, by first, then second node. */
function pairsBySharing({ nodes }: Linked, rows: Adjacency, least: number): CoLink[] {
  const back = transpose(nodes.length, rows)
  const shared = new Uint32Array(nodes.length)
  return nodes.flatMap(({ id }, one) => {
    const met = countShared(rows, back, one, shared)
    const links = met
      .filter(other => shared[other]! >= least)
      .sort((a, b) => a - b)
      .map(other => ({
        one: id,
        other: nodes[other]!.id,
        shared: shared[other]!,
        cosine: shared[other]! / Math.sqrt(degreeOf(rows, one) * degreeOf(rows, other)),
      }))
    for (const other of met) shared[other] = 0
    return links
  })
}

/** Counts in `shared` what each later node has in common with `one`; returns the nodes counted. */
function countShared(rows: Adjacency, back: Adjacency, one: number, shared: Uint32Array): number[] {
  const met: number[] = []
  for (let place = rows.start[one]!; place < rows.start[one + 1]!; place++) {
    const common = rows.target[place]!
    for (let at = back.start[common]!; at < back.start[common + 1]!; at++) {
      const other = back.target[at]!
      if (other > one && shared[other]!++ === 0) met.push(other)
    }
  }
  return met
}
