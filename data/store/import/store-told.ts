import type { SiteEdge, ToldEdge } from '#data/records.ts'
import type { EntityId } from '#data/url/brand.ts'
import type { Corpus, Statement } from '../base/corpus.ts'
import type { ImportedEntity } from './imported-records.ts'

/** How many rows between two signs of life. */
const stretch = 20_000

/** Stores what a file counted of its entities. The last file that tells counts. */
export function storeCounts(
  corpus: Corpus,
  runId: number,
  records: readonly Pick<ImportedEntity, 'id' | 'pagesFetched' | 'selfLinks'>[],
  rows: ReadonlyMap<EntityId, number>,
): void {
  const tell = corpus.sql(
    `INSERT INTO imported_node (entity_id, pages_fetched, self_links, run_id) VALUES (?, ?, ?, ?)
     ON CONFLICT (entity_id) DO UPDATE SET pages_fetched = excluded.pages_fetched, self_links = excluded.self_links,
       run_id = excluded.run_id
     WHERE (pages_fetched, self_links) IS NOT (excluded.pages_fetched, excluded.self_links)`,
  )
  for (const { id, pagesFetched, selfLinks } of records)
    if (rows.has(id) && pagesFetched + selfLinks > 0) tell.run(rows.get(id), pagesFetched, selfLinks, runId)
}

export interface StoredEdges {
  readonly made: number
  /** Pairs that an earlier import had with other values: this file's count now. */
  readonly changed: number
  /** An end of theirs was left out. */
  readonly leftOut: number
}

const countEdges = (corpus: Corpus): number =>
  corpus.sql<{ n: number }>('SELECT count(*) AS n FROM imported_edge').get()!.n

/** Stores edges that come without hyperlinks; yields now and then how many are done. The same edges again change nothing. */
export function* storeEdges(
  corpus: Corpus,
  runId: number,
  edges: Iterable<ToldEdge>,
  rows: ReadonlyMap<EntityId, number>,
): Generator<number, StoredEdges> {
  const put = edgeWriter(corpus, runId, rows)
  const before = countEdges(corpus)
  let [done, written, leftOut] = [0, 0, 0]
  for (const edge of edges) {
    const changes = put(edge)
    if (changes === null) leftOut += 1
    else written += changes
    done += 1
    if (done % stretch === 0) yield done
  }
  const made = countEdges(corpus) - before
  return { made, changed: written - made, leftOut }
}

/** Source, target, weight, links, pages, first and last day, zones and what is told as JSON, run. The last that tells of a pair counts. */
export const edgeStatement = (corpus: Corpus): Statement =>
  corpus.sql(
    `INSERT INTO imported_edge (source_entity, target_entity, weight, links, pages, first_seen, last_seen, by_zone, told, run_id)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (source_entity, target_entity) DO UPDATE SET weight = excluded.weight, links = excluded.links,
       pages = excluded.pages, first_seen = excluded.first_seen, last_seen = excluded.last_seen,
       by_zone = excluded.by_zone, told = excluded.told, run_id = excluded.run_id
     WHERE (weight, links, pages, first_seen, last_seen, by_zone, told)
       IS NOT (excluded.weight, excluded.links, excluded.pages, excluded.first_seen, excluded.last_seen, excluded.by_zone,
               excluded.told)`,
  )

/** Stores one edge at a time; returns 1 when that made or changed one, 0 when it was the same, null when an end of it was left out. */
function edgeWriter(
  corpus: Corpus,
  runId: number,
  rows: ReadonlyMap<EntityId, number>,
): (edge: ToldEdge) => number | null {
  const put = edgeStatement(corpus)
  return edge => {
    const [source, target] = [rows.get(edge.source), rows.get(edge.target)]
    if (source === undefined || target === undefined) return null
    return put.run(source, target, ...countsOf(edge), runId).changes
  }
}

const countsOf = ({ weight, links, pages, firstSeen, lastSeen, linksByZone, told = [] }: ToldEdge) =>
  [weight, links, pages, firstSeen, lastSeen, zonesText(linksByZone), JSON.stringify(told)] as const

/** Zones with hyperlinks, as JSON. */
function zonesText(linksByZone: SiteEdge['linksByZone']): string {
  let text = ''
  for (const [zone, links] of Object.entries(linksByZone)) if (links > 0) text += `${text && ','}"${zone}":${links}`
  return `{${text}}`
}
