import type { Status } from '#data/vocabulary/statuses.ts'
import type { EntityId, Lru, Url } from '#data/url/brand.ts'
import type { Corpus } from '../base/corpus.ts'
import { betweenEntities, isLiving, isSomebodys } from '../base/rules.ts'

/** An entity that lives on and was not set OUT, as suggestions look at it. */
export interface LivingSite {
  readonly row: number
  readonly id: EntityId
  readonly label: string
  readonly status: Status
  readonly prefixes: readonly Lru[]
  /** Pages read. */
  readonly pages: number
  /** Addresses that were asked for. */
  readonly asked: number
  /** Entities with a link to it. */
  readonly citedBy: number
  /** The first of its pages that were read: fewest clicks, shortest address. Null: none was. */
  readonly front: { readonly url: Url; readonly title: string; readonly bodyHash: string } | null
}

type Row = Omit<LivingSite, 'prefixes' | 'front'>
interface FrontRow {
  readonly row: number
  readonly url: Url
  readonly title: string
  readonly bodyHash: string
}

/** The entities that suggestions may be about, by row. */
export function livingSites(corpus: Corpus): ReadonlyMap<number, LivingSite> {
  const prefixes = Map.groupBy(
    corpus.sql<{ row: number; lru: Lru }>('SELECT entity_id AS row, lru FROM prefix ORDER BY lru').all(),
    ({ row }) => row,
  )
  const fronts = new Map(
    corpus
      .sql<FrontRow>(frontPages)
      .all()
      .map(({ row, ...front }) => [row, front]),
  )
  const rows = corpus.sql<Row>(
    `SELECT id AS row, name AS id, label, status, coalesce(pages, 0) AS pages, coalesce(asked, 0) AS asked,
       coalesce(citedBy, 0) AS citedBy
     FROM entity
     LEFT JOIN (SELECT entity_id, sum(state = 'fetched') AS pages, count(visit_id) AS asked FROM page
                GROUP BY entity_id) read ON read.entity_id = entity.id
     LEFT JOIN (SELECT target_entity, count(DISTINCT source_entity) AS citedBy FROM link
                WHERE ${betweenEntities()} AND ${isSomebodys('source_entity')} GROUP BY 1) cited ON cited.target_entity = entity.id
     WHERE status <> 'OUT' AND ${isLiving()}`,
  )
  return new Map(
    rows.all().map(site => [
      site.row,
      {
        ...site,
        prefixes: (prefixes.get(site.row) ?? []).map(({ lru }) => lru),
        front: fronts.get(site.row) ?? null,
      },
    ]),
  )
}

const frontPages = `
  SELECT entity_id AS row, url, title, body_hash AS bodyHash FROM (
    SELECT page.entity_id, page.url, visit.title, visit.body_hash, row_number() OVER (
      PARTITION BY page.entity_id ORDER BY page.depth IS NULL, page.depth, length(page.url), page.url) AS place
    FROM page JOIN visit ON visit.id = page.visit_id WHERE page.state = 'fetched')
  WHERE place = 1`
