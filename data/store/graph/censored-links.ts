import type { Status } from '#data/vocabulary/statuses.ts'
import type { Zone } from '#data/vocabulary/zones.ts'
import type { Corpus } from '../base/corpus.ts'
import { outsideTemplates, inZones, betweenEntities, chosenEntities } from '../base/rules.ts'

/** What bounds the links that a crawl could see. */
export interface CensoredLinks {
  /** Per analysed site: pages read, and hyperlinks on them, outside templates, to other analysed sites. */
  readonly sites: readonly { readonly site: number; readonly pages: number; readonly links: number }[]
  /** Per analysed site and cause: addresses known and not read, and the hyperlinks of analysed sites that lead there. */
  readonly unread: readonly UnreadRow[]
  /** Hyperlinks of analysed sites to entities that are not analysed. */
  readonly outside: { readonly links: number; readonly entities: number }
}

export interface UnreadRow {
  readonly site: number
  /** As in pages.csv; 'depth': never asked for, as it lies more clicks away; 'pending': the crawl is not finished. */
  readonly cause: string
  readonly pages: number
  readonly linksTo: number
}

const chosen = `chosen AS (${chosenEntities})`
const siteRows = `
  WITH ${chosen},
  read AS (SELECT entity_id, count(*) AS pages FROM page WHERE state = 'fetched' GROUP BY 1),
  linked AS (
    SELECT source_entity, count(*) AS links FROM link
    WHERE ${betweenEntities()} AND source_entity IN chosen AND target_entity IN chosen AND ${inZones()}
      AND ${outsideTemplates()}
    GROUP BY 1)
  SELECT id AS site, coalesce(pages, 0) AS pages, coalesce(links, 0) AS links
  FROM chosen LEFT JOIN read ON read.entity_id = id LEFT JOIN linked ON linked.source_entity = id ORDER BY id`

/** An address without a state is of the scope when its own site links to it. */
const unreadRows = `
  WITH ${chosen},
  cited AS (
    SELECT target_id, count(*) AS links, max(source_entity = target_entity) AS inside
    FROM link WHERE source_entity IN chosen GROUP BY 1)
  SELECT page.entity_id AS site,
    CASE WHEN state IS NULL THEN 'depth' WHEN state = 'pending' THEN 'pending' ELSE cause END AS cause,
    count(*) AS pages, coalesce(sum(cited.links), 0) AS linksTo
  FROM page LEFT JOIN cited ON cited.target_id = page.id
  WHERE page.entity_id IN chosen
    AND (state IN ('failed', 'excluded', 'pending') OR (state IS NULL AND leads_to IS NULL AND cited.inside = 1))
  GROUP BY 1, 2 ORDER BY 1, 2`

const outsideRow = `
  WITH ${chosen}
  SELECT count(*) AS links, count(DISTINCT target_entity) AS entities FROM link
  WHERE ${betweenEntities()} AND source_entity IN chosen AND target_entity NOT IN chosen AND ${inZones()}`

/** Counts what the crawl left unseen around the graph of the entities with these statuses. */
export function censoredLinks(
  corpus: Corpus,
  { statuses, zones }: { readonly statuses: readonly Status[]; readonly zones: readonly Zone[] },
): CensoredLinks {
  const entities = { statuses: JSON.stringify(statuses) }
  const both = { ...entities, zones: JSON.stringify(zones) }
  return {
    sites: corpus.sql<CensoredLinks['sites'][number]>(siteRows).all(both),
    unread: corpus.sql<UnreadRow>(unreadRows).all(entities),
    outside: corpus.sql<CensoredLinks['outside']>(outsideRow).get(both)!,
  }
}
