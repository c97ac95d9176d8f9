import type { EntityId } from '#data/url/brand.ts'
import { oncePer } from '#graph/analysis/once-per.ts'
import { toDigraph } from '#graph/analysis/to-digraph.ts'
import type { Beside, Explained, ExplainedTie } from '#graph/explain/reckon/explained.ts'
import type { MapColumn, MapData } from '../protocol/map.ts'
import type { PublishedData, PublishedExplanations } from '../protocol/published.ts'
import { quotesOfPage } from './quotes-of-page.ts'
import { wordsOfEndsInPage } from './words-of-ends-in-page.ts'

const nothingTaken: PublishedExplanations = { runs: null, labels: [] }

/** The graph of a published page, as explanations look at it: what the page shows, and no more. Made once. */
export const explainedOfPage = oncePer((page: PublishedData): Explained => {
  const { map } = page
  const ids = map.ids as readonly EntityId[]
  const country = valuesOf(map, 'country')
  const unread = new Set(map.unread)
  const nodes = ids.map((id, site) => ({
    ...{ id, label: map.labels[site]!, country: country(site) },
    ...(unread.has(site) && { unread: true as const }),
  }))
  const edges = tiesOf(map, ids)
  const [members, communityOf] = communitiesOf(map)
  const nodeOf = new Map<string, number>(ids.map((id, node) => [id, node]))
  const beside = besideOf(page, nodeOf)
  const files = edges.filter(({ links }) => links === 0).length
  return {
    ...{ site: { nodes, edges }, nodeOf, communityOf, members, beside },
    graph: toDigraph({ nodes, edges, ...(map.undirected && { ties: 'undirected' as const }) }),
    names: new Map([...members.keys()].map(number => [number, nameOf(map, number, members.get(number)!)])),
    origin: map.ofFile ? 'file' : files === 0 ? 'hyperlinks' : 'both',
    isStale: map.analysis?.stale ?? false,
  }
})

/** A tie without a direction stands once in a map, and leads both ways. */
function tiesOf({ ties, undirected }: MapData, ids: readonly EntityId[]): ExplainedTie[] {
  return ties.source.flatMap((from, at) => {
    const [source, target] = [ids[from]!, ids[ties.target[at]!]!]
    const tie = { source, target, weight: ties.weight[at]!, links: ties.links[at]! }
    return undirected ? [tie, { ...tie, source: target, target: source }] : [tie]
  })
}

const columnOf = ({ columns }: MapData, name: string): MapColumn | undefined =>
  columns.find(column => column.name === name)

/** Values of a column of categories; '' where it has none, or is hidden. */
function valuesOf(map: MapData, name: string): (site: number) => string {
  const column = columnOf(map, name)
  return site => (column?.kind === 'category' ? (column.categories[column.values[site]!]?.value ?? '') : '')
}

function communitiesOf(map: MapData): readonly [ReadonlyMap<number, readonly number[]>, Uint32Array] {
  const column = columnOf(map, 'community')
  const communityOf = Uint32Array.from(map.ids, (_, site) => {
    const category = column?.kind === 'category' ? column.categories[column.values[site]!] : undefined
    return category === undefined || category.alone ? 0 : Number(category.value)
  })
  const members = Map.groupBy(communityOf.keys(), node => communityOf[node]!)
  members.delete(0)
  return [new Map([...members].sort(([a], [b]) => a - b)), communityOf]
}

function nameOf({ analysis, labels }: MapData, number: number, nodes: readonly number[]): string {
  const known = analysis?.communities.find(one => one.number === number)?.name
  const first = nodes.slice(0, 2).map(node => labels[node]!)
  return known ?? first.join(', ')
}

function besideOf(page: PublishedData, nodeOf: ReadonlyMap<string, number>): Beside {
  const { map, explained = nothingTaken } = page
  const communities = map.analysis?.communities ?? []
  const stability = columnOf(map, 'community_stability')
  const { labels, words, pages } = explained
  // Ties of a file have no words and no pages: there was nothing to take along.
  const isOfFile = map.ofFile === true
  return {
    quotes: quotesOfPage(page),
    wordsOfEnds: (one, other) => (isOfFile ? [] : wordsOfEndsInPage(explained, one, other)),
    wordsOfCommunity: number => (isOfFile ? [] : words === undefined ? null : (words[number] ?? [])),
    citedPages: number => (isOfFile ? [] : pages === undefined ? null : (pages[number] ?? [])),
    runLabels: ids => new Map(ids.flatMap(id => labelsOf(labels, id, nodeOf))),
    runs: explained.runs,
    stabilityOf: id => (stability?.kind === 'number' ? (stability.values[nodeOf.get(id)!] ?? null) : null),
    profiles: new Map(
      communities.map(({ number, name, given, stability: own }) => {
        return [number, { name: given?.proposed ?? name, stability: own }] as const
      }),
    ),
    given: new Map(
      communities.flatMap(({ number, name, given }) =>
        given ? [[number, { name, sites: given.sites, left: given.left, warning: given.warning }] as const] : [],
      ),
    ),
    brokers: map.analysis?.brokers ?? [],
  }
}

/** Of a site of which the runs say something, its communities run by run. */
function labelsOf(
  labels: PublishedExplanations['labels'],
  id: EntityId,
  nodeOf: ReadonlyMap<string, number>,
): (readonly [EntityId, readonly number[]])[] {
  const own = labels.map(run => run[nodeOf.get(id)!]!)
  return own.length === 0 || own[0] === -1 ? [] : [[id, own]]
}
