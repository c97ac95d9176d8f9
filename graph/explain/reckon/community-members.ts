import { type AgainstChance, againstChance } from '../chance/poisson-binomial.ts'
import { sitesByClass, tieChancesOf } from '../chance/tie-chances.ts'
import { coreNumbers } from '#graph/analysis/paths/core-numbers.ts'
import { ignoreDirection, rowOf, tiesAmong } from '#graph/analysis/paths/adjacency.ts'
import { type Explained, isUnread, namedSite, type NamedSite } from './explained.ts'

/** A site of a community. */
export interface Member extends NamedSite {
  readonly country: string
  /** None of its pages was read. */
  readonly isUnread: boolean
  /** Sites of the community that cite it, and that it cites; null: nobody knows. */
  readonly citing: number
  readonly cited: number | null
  /** Its ties with sites of other communities or none, and how many of these communities there are. */
  readonly outside: number
  readonly communities: number
  /** It is of the core: the innermost k-core of the community's own ties. */
  readonly isCore: boolean
  /** How often the runs put it together with its fellows; null: not kept. */
  readonly stability: number | null
}

export interface Members {
  /** Most cited inside first, then most tied outside, then by id. */
  readonly sites: readonly Member[]
  /** Every site of the core has ties with at least so many others of it. Seidman 1983. */
  readonly coreDegree: number
  /** Those with most ties outside, to or from other communities, most first. */
  readonly bridges: readonly Bridge[]
}

export interface Bridge extends NamedSite {
  /** Sites outside that it is tied to, whichever cites, against what its degrees and theirs would give. */
  readonly outside: AgainstChance
  /** How many other communities these are of. */
  readonly communities: number
}

const mostBridges = 20

/** The sites of a community, from its inside out. */
export function describeMembers(explained: Explained, number: number): Members {
  const { graph, communityOf, members, site, beside } = explained
  const nodes = Uint32Array.from(members.get(number) ?? []).sort()
  const cores = coreNumbers(tiesAmong(ignoreDirection(graph), nodes))
  const coreDegree = cores.reduce((most, core) => Math.max(most, core), 0)
  const isFellow = (other: number): boolean => communityOf[other] === number
  const sites = Array.from(nodes, (node, at): Member => {
    const others = [...rowOf(ignoreDirection(graph), node)].filter(other => !isFellow(other))
    const known = others.map(other => communityOf[other]!).filter(community => community > 0)
    return {
      ...namedSite(explained, node),
      country: site.nodes[node]!.country,
      isUnread: isUnread(explained, node),
      citing: rowOf(graph.in, node).filter(isFellow).length,
      cited: isUnread(explained, node) ? null : rowOf(graph.out, node).filter(isFellow).length,
      ...{ outside: others.length, communities: new Set(known).size },
      isCore: coreDegree > 0 && cores[at] === coreDegree,
      stability: beside.stabilityOf(site.nodes[node]!.id),
    }
  })
  return {
    sites: sites.toSorted((a, b) => b.citing - a.citing || b.outside - a.outside || (a.id < b.id ? -1 : 1)),
    coreDegree,
    bridges: bridgesOf(explained, number, sites),
  }
}

/** A pair is tied by chance with 1 − (1 − p(i, j)) (1 − p(j, i)); without directions with p(i, j). O(bridges × outside × ties). */
function bridgesOf({ graph, nodeOf, communityOf }: Explained, number: number, sites: readonly Member[]): Bridge[] {
  const chances = tieChancesOf(graph)
  const nodes = Array.from({ length: graph.nodeCount }, (_, node) => node)
  const outside = sitesByClass(chances, nodes.filter(node => communityOf[node] !== number)) // prettier-ignore
  const tied = (own: number, other: number): number =>
    graph.undirected
      ? chances.between(own, other)
      : 1 - (1 - chances.between(own, other)) * (1 - chances.between(other, own))
  return sites
    .filter(({ communities }) => communities > 0)
    .toSorted((a, b) => b.outside - a.outside || (a.id < b.id ? -1 : 1))
    .slice(0, mostBridges)
    .map(({ id, label, outside: observed, communities }) => {
      const own = chances.classOf[nodeOf.get(id)!]!
      const trials = outside.entries().map(([other, times]) => [tied(own, other), times] as const)
      return { id, label, communities, outside: againstChance(trials, observed) }
    })
}
