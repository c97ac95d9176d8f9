import type { SiteNode } from '#data/records.ts'
import type { EntityId } from '#data/url/brand.ts'
import type { Random } from '../random.ts'
import { rowOf } from '../paths/adjacency.ts'
import { type Attribute, attributeOf } from '../attribute.ts'
import { coAssignment } from '../communities/stability.ts'
import type { ObservedView } from '../scene.ts'
import { type Anchors, countWords, markedWords, wordsOf } from './anchor-words.ts'
import { type CountryMix, countryMixes } from './country-mix.ts'

/** What can be said of a community in a line. */
export interface CommunityProfile {
  /** As in the column `community`. */
  readonly number: number
  readonly size: number
  /** Proposed from its strongest sites and the words of the links that it receives. */
  readonly name: string
  /** Strongest first: by citing sites inside the community, then in all, then by id; at most 10. */
  readonly sites: readonly EntityId[]
  readonly words: readonly string[]
  /** Sites per country and kind, most first; '' where unknown. */
  readonly countries: readonly (readonly [value: string, sites: number])[]
  readonly kinds: readonly (readonly [value: string, sites: number])[]
  readonly edgesInside: number
  readonly edgesIn: number
  readonly edgesOut: number
  /** Mean of the column `community_stability` over its sites. */
  readonly stability: number
  /** Null below two sites with a country. */
  readonly mix: CountryMix | null
  /** Sites with most edges inside the community to or from other countries, at most 5. */
  readonly carriers: readonly { readonly id: EntityId; readonly edges: number }[]
}

/** Describes every community of two sites or more, in the order of their numbers. */
export function profileCommunities(scene: ObservedView, anchors: Anchors, random: Random): CommunityProfile[] {
  const { site, community, communityRuns } = scene
  const country = attributeOf(site, 'country')
  const stability = coAssignment(community, communityRuns.labels)
  const allWords = countWords(
    site.nodes.map(({ id }) => id),
    anchors,
  )
  const members = [...Map.groupBy(site.nodes.keys(), node => community[node]!)]
    .sort(([a], [b]) => a - b)
    .filter(([, nodes]) => nodes.length > 1)
  const mixes = countryMixes(
    site,
    members.map(([, nodes]) => nodes),
    random,
  )
  return members.map(([number, nodes], at) => {
    const ranked = rankInside(scene, nodes)
    const sites = ranked.map(node => site.nodes[node]!)
    const words = distinctWords(sites, anchors, allWords)
    return {
      number,
      size: nodes.length,
      name: nameOf(sites, words),
      sites: sites.slice(0, 10).map(({ id }) => id),
      words,
      countries: tally(sites, ({ country }) => country),
      kinds: tally(sites, ({ kind }) => kind),
      ...countEdges(scene, nodes),
      stability: nodes.reduce((sum, node) => sum + stability[node]!, 0) / nodes.length,
      mix: mixes[at]!,
      carriers: carriersOf(scene, country, nodes),
    }
  })
}

const isFellow =
  ({ community }: ObservedView, node: number) =>
  (other: number): boolean =>
    community[other] === community[node]

function rankInside(scene: ObservedView, nodes: readonly number[]): number[] {
  const citing = new Map(nodes.map(node => [node, rowOf(scene.graph.in, node)]))
  const inside = new Map(nodes.map(node => [node, citing.get(node)!.filter(isFellow(scene, node)).length]))
  return nodes.toSorted(
    (a, b) => inside.get(b)! - inside.get(a)! || citing.get(b)!.length - citing.get(a)!.length || a - b,
  )
}

/** Words of the anchors that are not already in the sites' names. */
function distinctWords(sites: readonly SiteNode[], anchors: Anchors, all: ReadonlyMap<string, number>): string[] {
  const own = countWords(
    sites.map(({ id }) => id),
    anchors,
  )
  const named = sites.flatMap(({ id, label }) => [...wordsOf(label), ...id.toLowerCase().split(/[^\p{L}]+/u)])
  for (const word of named) own.delete(word)
  return markedWords(own, all, 3)
}

const nameOf = (sites: readonly SiteNode[], words: readonly string[]): string =>
  sites
    .slice(0, 2)
    .map(({ label, id }) => label || id)
    .join(', ') + (words.length > 0 ? ` (${words.join(', ')})` : '')

function tally(sites: readonly SiteNode[], value: (site: SiteNode) => string): [string, number][] {
  return [...Map.groupBy(sites, value)]
    .map(([own, of]): [string, number] => [own, of.length])
    .sort(([a, more], [b, less]) => less - more || (a < b ? -1 : 1))
}

function countEdges(scene: ObservedView, nodes: readonly number[]) {
  const { graph } = scene
  let edgesInside = 0
  let edgesOut = 0
  let edgesIn = 0
  for (const node of nodes) {
    const cited = rowOf(graph.out, node)
    const inside = cited.filter(isFellow(scene, node)).length
    edgesInside += inside
    edgesOut += cited.length - inside
    edgesIn += rowOf(graph.in, node).filter(other => !isFellow(scene, node)(other)).length
  }
  // Without directions each tie stands in both rows.
  return { edgesInside: graph.undirected ? edgesInside / 2 : edgesInside, edgesIn, edgesOut }
}

function carriersOf(
  scene: ObservedView,
  { classOf }: Attribute,
  nodes: readonly number[],
): CommunityProfile['carriers'] {
  const crosses = (node: number) => (other: number) =>
    isFellow(scene, node)(other) && classOf[node]! >= 0 && classOf[other]! >= 0 && classOf[other] !== classOf[node]
  return nodes
    .map(node => {
      const { in: incoming, out, undirected } = scene.graph
      const edges = (undirected ? [out] : [incoming, out]).reduce(
        (sum, rows) => sum + rowOf(rows, node).filter(crosses(node)).length,
        0,
      )
      return { id: scene.site.nodes[node]!.id, edges }
    })
    .filter(({ edges }) => edges > 0)
    .sort((a, b) => b.edges - a.edges || (a.id < b.id ? -1 : 1))
    .slice(0, 5)
}
