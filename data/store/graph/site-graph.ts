import type { GraphQuestion } from './graph-question.ts'
import type { SiteEdge, SiteGraph, SiteNode } from '#data/records.ts'
import type { EntityId } from '#data/url/brand.ts'
import type { Status } from '#data/vocabulary/statuses.ts'
import type { Corpus } from '../base/corpus.ts'
import { isCodedAs } from './coded-ties.ts'
import { countEdges } from './count-edges.ts'
import { importedEdges, joinPairs } from './imported-edges.ts'
import { linksOf, parametersOf, readPages, withinOf } from './question-parts.ts'
import { entitiesOfRounds } from '../review/growth-rounds.ts'
import { tieDirection } from './tie-direction.ts'
import { betweenEntities, chosenEntities, isSomebodys } from '../base/rules.ts'

/**
 * The simple directed weighted graph of the entities with the given statuses: one edge per ordered pair with at least
 * one counted hyperlink, or an edge that was imported. Nodes sorted by id, edges by source, then target. What a file told
 * of an entity counts where the corpus holds less of its own.
 */
export function readSiteGraph(corpus: Corpus, question: GraphQuestion): SiteGraph {
  const graph = { nodes: readSiteNodes(corpus, question), edges: readSiteEdges(corpus, question) }
  return { ...graph, ...directionOfTies(corpus, question) }
}

/** The nodes alone. */
export function readSiteNodes(corpus: Corpus, question: GraphQuestion): SiteNode[] {
  const isIn = ofRounds(corpus, question)
  return readNodes(corpus, question).filter(({ id }) => isIn(id))
}

/** Whether its ties have a direction, as SiteGraph says it. */
export const directionOfTies = (corpus: Corpus, question: GraphQuestion): Pick<SiteGraph, 'ties'> =>
  hasImported(question) ? tieDirection(corpus) : {}

/** The edges alone, for who has the nodes already. */
export function readSiteEdges(corpus: Corpus, question: GraphQuestion): SiteEdge[] {
  const counted = countEdges(corpus, question)
  const imported = hasImported(question) ? importedEdges(corpus, question, counted) : []
  const isIn = ofRounds(corpus, question)
  const between = counted.concat(imported).filter(({ source, target }) => isIn(source) && isIn(target))
  const edges = joinPairs(between.sort(bySourceThenTarget), question.weight)
  return question.codes === undefined ? edges : edges.filter(isCodedAs(corpus, question.codes))
}

/** Whether an entity stays, where those of some rounds of review are left out. */
function ofRounds(corpus: Corpus, { withoutRound = [] }: GraphQuestion): (id: EntityId) => boolean {
  if (withoutRound.length === 0) return () => true
  const out = entitiesOfRounds(corpus, withoutRound)
  return id => !out.has(id)
}

/** An imported edge says nothing of when its pages were written, or seen. */
const hasImported = ({ written, wave }: GraphQuestion): boolean => written === undefined && wave === undefined

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const bySourceThenTarget = (a: SiteEdge, b: SiteEdge): number =>
  compare(a.source, b.source) || compare(a.target, b.target)

/** Met when nobody knew yet that its addresses lead elsewhere, as those of shorteners do: no hyperlink counts for it any more. */
const onlyPassedThrough = `
  status = 'DISCOVERED' AND origin = 'discovered' AND read.pages IS NULL AND told.entity_id IS NULL
  AND NOT EXISTS (SELECT 1 FROM link WHERE target_entity = entity.id AND ${betweenEntities()} AND ${isSomebodys('source_entity')})
  AND NOT EXISTS (SELECT 1 FROM link WHERE source_entity = entity.id AND ${betweenEntities()})
  AND NOT EXISTS (SELECT 1 FROM entity merged WHERE merged.merged_into = entity.id AND ${isSomebodys('merged.id')})
  AND entity.id NOT IN (SELECT source_entity FROM imported_edge UNION ALL SELECT target_entity FROM imported_edge)`

/** Something was read, here or by who made the file: else a network came with its ties, and all of them are known. */
const anyVisit = '(EXISTS (SELECT 1 FROM visit) OR EXISTS (SELECT 1 FROM imported_node WHERE pages_fetched > 0))'

/** A file told of pages read, or of ties that it gives. */
const tiesToldByFile = `
  coalesce(told.pages_fetched, 0) > 0 OR entity.id IN (
    SELECT coalesce(teller.merged_into, teller.id) FROM imported_edge JOIN entity teller ON teller.id = source_entity)`

function readNodes(corpus: Corpus, question: GraphQuestion): SiteNode[] {
  const { wave } = question
  const tags = readTags(corpus)
  // What a file told of an entity is of no wave.
  const crawled = wave === undefined ? anyVisit : `EXISTS (SELECT 1 FROM wave WHERE label = @wave)`
  const toldOf = wave === undefined ? tiesToldByFile : '0'
  const told = (column: string): string => (wave === undefined ? `coalesce(told.${column}, 0)` : '0')
  const inside = question.withoutSelfLinks
    ? ''
    : `LEFT JOIN (
         SELECT source_entity, count(*) AS links FROM link WHERE source_entity = target_entity ${linksOf(question)} GROUP BY 1
       ) self ON self.source_entity = entity.id`
  const rows = corpus
    .sql<NodeRow>(
      `WITH chosen AS (${chosenEntities})${withinOf(question)}
       SELECT entity.id AS row, name AS id, label, homepage, country, kind, status,
         max(coalesce(read.pages, 0), ${told('pages_fetched')}) AS pagesFetched,
         max(${inside === '' ? '0' : 'coalesce(self.links, 0)'}, ${told('self_links')}) AS selfLinks,
         read.pages IS NULL AND ${crawled} AND NOT (${toldOf}) AS unread
       FROM entity ${inside} LEFT JOIN (
         SELECT entity_id, count(*) AS pages FROM ${readPages(question)} GROUP BY 1
       ) read ON read.entity_id = entity.id
       LEFT JOIN imported_node told ON told.entity_id = entity.id
       WHERE entity.id IN chosen AND NOT (${onlyPassedThrough}) ORDER BY name`,
    )
    .raw()
    .all(parametersOf(question)) as unknown as NodeRow[]
  // Those of SQLite stand by their bytes, which is nearly by code units.
  return rows.map(row => nodeOf(row, tags)).sort((a, b) => compare(a.id, b.id))
}

type NodeRow = readonly [
  row: number,
  id: EntityId,
  label: string,
  homepage: string,
  country: string,
  kind: string,
  status: Status,
  pagesFetched: number,
  selfLinks: number,
  unread: number,
]

function nodeOf(
  [row, id, label, homepage, country, kind, status, pagesFetched, selfLinks, unread]: NodeRow,
  tagsOf: ReadonlyMap<number, SiteNode['tags']>,
): SiteNode {
  const node = { id, label, homepage, country, kind, status, pagesFetched, selfLinks, tags: tagsOf.get(row) ?? [] }
  return unread === 1 ? { ...node, unread: true } : node
}

function readTags(corpus: Corpus): Map<number, [string, string][]> {
  const rows = corpus
    .sql<{ entity: number; category: string; value: string }>(
      'SELECT entity_id AS entity, category, value FROM tag ORDER BY entity_id, category, value',
    )
    .all()
  const tags = new Map<number, [string, string][]>()
  for (const { entity, category, value } of rows) tags.set(entity, [...(tags.get(entity) ?? []), [category, value]])
  return tags
}
