import type { GraphQuestion } from './graph-question.ts'
import type { Weight } from '#data/vocabulary/weights.ts'
import type { SiteEdge, SiteGraph, SiteNode } from '#data/records.ts'
import { zones as allZones, type Zone } from '#data/vocabulary/zones.ts'
import type { EntityId } from '#data/url/brand.ts'
import type { Corpus } from '../base/corpus.ts'
import { isCodedAs } from './coded-ties.ts'
import { importedEdges, joinPairs } from './imported-edges.ts'
import { isoTime } from '../base/iso-time.ts'
import { readInWave, seenInWave } from './seen-in-wave.ts'
import { tieDirection } from './tie-direction.ts'
import { limitParameters, pagesWithin } from './smaller-crawl.ts'
import { effectiveZone, templateList, inZones, betweenEntities, chosenEntities } from '../base/rules.ts'

/**
 * The simple directed weighted graph of the entities with the given statuses: one edge per ordered pair with at least
 * one counted hyperlink, or an edge that was imported. Nodes sorted by id, edges by source, then target. What a file told
 * of an entity counts where the corpus holds less of its own.
 */
export function readSiteGraph(corpus: Corpus, question: GraphQuestion): SiteGraph {
  const graph = { nodes: readNodes(corpus, question), edges: readSiteEdges(corpus, question) }
  return hasImported(question) ? { ...graph, ...tieDirection(corpus) } : graph
}

/** The edges alone, for who has the nodes already. */
export function readSiteEdges(corpus: Corpus, question: GraphQuestion): SiteEdge[] {
  const counted = countedEdges(corpus, question)
  const imported = hasImported(question) ? importedEdges(corpus, question, counted) : []
  const edges = joinPairs(counted.concat(imported).sort(bySourceThenTarget), question.weight)
  return question.codes === undefined ? edges : edges.filter(isCodedAs(corpus, question.codes))
}

/** An imported edge says nothing of when its pages were published, or seen. */
const hasImported = ({ published, wave }: GraphQuestion): boolean => published === undefined && wave === undefined

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const bySourceThenTarget = (a: SiteEdge, b: SiteEdge): number =>
  compare(a.source, b.source) || compare(a.target, b.target)

/** Met when nobody knew yet that its addresses lead elsewhere, as those of shorteners do: no hyperlink counts for it any more. */
const onlyPassedThrough = `
  status = 'DISCOVERED' AND origin = 'discovered' AND read.pages IS NULL AND told.entity_id IS NULL
  AND NOT EXISTS (SELECT 1 FROM link WHERE target_entity = entity.id AND ${betweenEntities()})
  AND NOT EXISTS (SELECT 1 FROM link WHERE source_entity = entity.id AND ${betweenEntities()})
  AND NOT EXISTS (SELECT 1 FROM entity merged WHERE merged.merged_into = entity.id)
  AND entity.id NOT IN (SELECT source_entity FROM imported_edge UNION ALL SELECT target_entity FROM imported_edge)`

const waveNumber = '(SELECT id FROM wave WHERE label = @wave)'

/** Pages that count as read: all, those of a smaller crawl, those of a wave. */
function readPages({ within, wave }: GraphQuestion): string {
  const source = within ? 'within' : 'page'
  return wave === undefined ? `${source} WHERE state = 'fetched'` : `${source} WHERE id IN (${readInWave(waveNumber)})`
}

const linksOf = ({ within, wave }: GraphQuestion): string =>
  [
    ...(within ? ['AND page_id IN (SELECT id FROM within)'] : []),
    ...(wave === undefined ? [] : [`AND ${seenInWave(waveNumber)}`]),
  ].join(' ')

/** Something was read, here or by who made the file: else a network came with its ties, and all of them are known. */
const anyVisit = '(EXISTS (SELECT 1 FROM visit) OR EXISTS (SELECT 1 FROM imported_node WHERE pages_fetched > 0))'

/** A file told of pages read, or of ties that it gives. */
const tiesToldByFile = `
  coalesce(told.pages_fetched, 0) > 0 OR entity.id IN (
    SELECT coalesce(teller.merged_into, teller.id) FROM imported_edge JOIN entity teller ON teller.id = source_entity)`

function readNodes(corpus: Corpus, question: GraphQuestion): SiteNode[] {
  const { statuses, within, wave } = question
  const tags = readTags(corpus)
  // What a file told of an entity is of no wave.
  const crawled = wave === undefined ? anyVisit : `EXISTS (SELECT 1 FROM wave WHERE label = @wave)`
  const toldOf = wave === undefined ? tiesToldByFile : '0'
  const told = (column: string): string => (wave === undefined ? `coalesce(told.${column}, 0)` : '0')
  return corpus
    .sql<Omit<SiteNode, 'tags' | 'unread'> & { row: number; unread: number }>(
      `${within ? `WITH ${pagesWithin}` : ''}
       SELECT entity.id AS row, name AS id, label, homepage, country, kind, status,
         max(coalesce(read.pages, 0), ${told('pages_fetched')}) AS pagesFetched,
         max(coalesce(self.links, 0), ${told('self_links')}) AS selfLinks,
         read.pages IS NULL AND ${crawled} AND NOT (${toldOf}) AS unread
       FROM entity LEFT JOIN (
         SELECT source_entity, count(*) AS links FROM link WHERE source_entity = target_entity ${linksOf(question)} GROUP BY 1
       ) self ON self.source_entity = entity.id
       LEFT JOIN (
         SELECT entity_id, count(*) AS pages FROM ${readPages(question)} GROUP BY 1
       ) read ON read.entity_id = entity.id
       LEFT JOIN imported_node told ON told.entity_id = entity.id
       WHERE entity.id IN (${chosenEntities}) AND NOT (${onlyPassedThrough})`,
    )
    .all({
      statuses: JSON.stringify(statuses),
      ...(within && limitParameters(within)),
      ...(wave !== undefined && { wave }),
    })
    .map(({ row, unread, ...node }) => ({
      ...node,
      tags: tags.get(row) ?? [],
      ...(unread === 1 && { unread: true as const }),
    }))
    .sort((a, b) => compare(a.id, b.id))
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

interface EdgeCount {
  readonly source: EntityId
  readonly target: EntityId
  readonly links: number
  readonly pages: number
  /** Pages with a link outside templates. */
  readonly openPages: number
  /** 1 if any link stands in a template. */
  readonly inTemplate: number
  readonly firstSeen: number
  readonly lastSeen: number
  readonly byZone: string
}

const zoneCounts = allZones.map(zone => `'${zone}', coalesce(sum(links) FILTER (WHERE zone = '${zone}'), 0)`).join(', ')
/**
 * The `+` keeps SQLite from asking its index for every pair of chosen entities: 400 million questions for 20,000 of them.
 * Rejected: counting in JavaScript from single links; a million rows then cross the border instead of some thousands.
 */
const edgeCounts = (question: GraphQuestion): string => `
  WITH chosen AS (${chosenEntities}),${question.within ? `${pagesWithin},` : ''}
  evidence AS (
    SELECT source_entity, target_entity, page_id, ${effectiveZone()} AS zone, count(*) AS links,
           min(first_visit) AS first_visit, max(last_visit) AS last_visit
    FROM link
    WHERE ${betweenEntities()} AND source_entity IN chosen AND +target_entity IN chosen
      AND ${inZones()}
      ${question.published ? publishedWithin : ''} ${linksOf(question)}
    GROUP BY 1, 2, 3, 4),
  counted AS (
    SELECT source_entity, target_entity, sum(links) AS links, count(DISTINCT page_id) AS pages,
           count(DISTINCT CASE WHEN zone NOT IN (${templateList}) THEN page_id END) AS openPages,
           max(zone IN (${templateList})) AS inTemplate, min(first_visit) AS first_visit, max(last_visit) AS last_visit,
           json_object(${zoneCounts}) AS byZone
    FROM evidence GROUP BY 1, 2)
  SELECT source.name AS source, target.name AS target, counted.links, pages, openPages, inTemplate, byZone,
         first.at AS firstSeen, last.at AS lastSeen
  FROM counted JOIN entity source ON source.id = source_entity JOIN entity target ON target.id = target_entity
    JOIN visit first ON first.id = first_visit JOIN visit last ON last.id = last_visit`

const publishedWithin = `AND (
  SELECT published <> '' AND substr(published, 1, 7) >= @since AND (@until = '' OR substr(published, 1, 7) <= @until)
  FROM visit WHERE visit.id = link.last_visit)`

function countedEdges(corpus: Corpus, question: GraphQuestion): SiteEdge[] {
  const { statuses, zones, weight, published, wave, within } = question
  const limits = within && limitParameters(within)
  return corpus
    .sql<EdgeCount>(edgeCounts(question))
    .all({
      statuses: JSON.stringify(statuses),
      zones: JSON.stringify(zones),
      ...published,
      ...(wave !== undefined && { wave }),
      ...limits,
    })
    .map(count => ({
      source: count.source,
      target: count.target,
      weight: weighers[weight](count),
      links: count.links,
      pages: count.pages,
      firstSeen: isoTime(count.firstSeen),
      lastSeen: isoTime(count.lastSeen),
      linksByZone: JSON.parse(count.byZone) as Record<Zone, number>,
    }))
}

/** A blogroll on 500 pages is one act of recognition: all template links of an edge together weigh 1. */
const weighers: Readonly<Record<Weight, (count: EdgeCount) => number>> = {
  evidence: count => count.openPages + count.inTemplate,
  pages: count => count.pages,
  links: count => count.links,
  binary: () => 1,
}
