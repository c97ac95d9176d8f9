import type { SiteEdge, SiteNode } from '#data/records.ts'
import { countTies } from '#data/store/graph/count-ties.ts'
import type { GraphQuestion } from '#data/store/graph/graph-question.ts'
import { directionOfTies, readSiteEdges } from '#data/store/graph/site-graph.ts'
import { tieOrigin } from '#data/store/graph/tie-origin.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import type { Backbone } from '#data/vocabulary/backbones/backbones.ts'
import { noneByZone, type Zone, zones } from '#data/vocabulary/zones.ts'
import { keepBackbone } from '#graph/exchange/model/keep-backbone.ts'
import type { TieColumns } from '#viewer/protocol/map.ts'

interface MapTies {
  readonly columns: TieColumns
  /** They have no direction, and each stands once. */
  readonly isUndirected: boolean
  /** All are those of an imported file. */
  readonly isOfFile: boolean
}

/** The ties between the sites of a map: all that were analysed, or those of a choice. */
export function readMapTies(
  corpus: Corpus,
  nodes: readonly SiteNode[],
  question: GraphQuestion,
  choice: { readonly backbone?: Backbone; readonly minWeight: number } | undefined,
): MapTies {
  const ids = nodes.map(({ id }) => id)
  const columns = choice === undefined ? countTies(corpus, question, ids) : null
  if (columns !== null) return { columns, isUndirected: false, isOfFile: false }
  const counted = readSiteEdges(corpus, question)
  const isUndirected = directionOfTies(corpus, question).ties === 'undirected'
  const once = isUndirected ? eachOnce(counted) : counted
  const kept = keepBackbone(once, choice?.backbone, isUndirected)
  const edges = kept.filter(({ weight }) => weight >= (choice?.minWeight ?? 0))
  return { columns: tieColumns(ids, edges), isUndirected, isOfFile: tieOrigin({ edges: counted }) === 'file' }
}

/** A tie without a direction is stored in both. */
export const eachOnce = (edges: readonly SiteEdge[]): SiteEdge[] =>
  edges.filter(({ source, target }) => source < target)

/** Ties between sites of these ids, by their indexes. */
export function tieColumns(ids: readonly string[], edges: readonly SiteEdge[]): TieColumns {
  const indexOf = new Map(ids.map((id, index) => [id, index]))
  const column = (): number[] => []
  const columns = { source: column(), target: column(), weight: column(), links: column(), pages: column() }
  const inZones: Record<Zone, number> = { ...noneByZone }
  let [last, from]: [string, number | undefined] = ['', undefined]
  for (const { source, target, weight, links, pages, linksByZone } of edges) {
    // Ties of one site stand together.
    if (source !== last) [last, from] = [source, indexOf.get(source)]
    const to = indexOf.get(target)
    if (from === undefined || to === undefined) continue
    columns.source.push(from)
    columns.target.push(to)
    columns.weight.push(weight)
    columns.links.push(links)
    columns.pages.push(pages)
    for (const zone of zones) inZones[zone] += linksByZone[zone]
  }
  return { ...columns, zones: inZones }
}
