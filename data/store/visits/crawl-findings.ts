import type { EntityId } from '#data/url/brand.ts'
import type { Corpus } from '../base/corpus.ts'
import { visited } from '../frontier/crawlable.ts'
import { betweenEntities } from '../base/rules.ts'

/** What one crawled entity came to: enough to see that something is odd about it. */
export interface EntityOutcome {
  readonly id: EntityId
  readonly fetched: number
  readonly failed: number
  readonly redirected: number
  readonly excluded: number
  /** Pages that the page limit left out. */
  readonly cut: number
  /** Hyperlinks to other entities. */
  readonly linksOut: number
  /** Different titles, and different bodies, of the pages read. */
  readonly titles: number
  readonly bodies: number
  /** A title of its start pages, or empty. */
  readonly title: string
  /** The most frequent cause of its failures and exclusions, or empty. */
  readonly cause: string
  /** Pages read without a browser although their scripts build them. */
  readonly unrendered: number
  /** Hyperlinks between its own pages, and pages that ask that theirs are not followed. */
  readonly onward: number
  readonly nofollow: number
  /** Another entity that its start page leads to, or empty. */
  readonly leadsTo: string
  /** Entities that its pages link to, at most ten, for the marks of parked domains. */
  readonly targets: readonly string[]
}

type Row = Omit<EntityOutcome, 'targets'> & { targets: string }

/** Every crawled entity with what its pages came to, by id. */
export const entityOutcomes = (corpus: Corpus): EntityOutcome[] =>
  corpus
    .sql<Row>(
      `SELECT entity.name AS id,
         coalesce(sum(page.state = 'fetched'), 0) AS fetched, coalesce(sum(page.state = 'failed'), 0) AS failed,
         coalesce(sum(page.state = 'redirected'), 0) AS redirected, coalesce(sum(page.state = 'excluded'), 0) AS excluded,
         coalesce(sum(page.cause = 'max-pages'), 0) AS cut,
         (SELECT count(*) FROM link WHERE source_entity = entity.id AND ${betweenEntities()}) AS linksOut,
         count(DISTINCT CASE WHEN page.state = 'fetched' THEN visit.title END) AS titles,
         count(DISTINCT CASE WHEN page.state = 'fetched' THEN visit.body_hash END) AS bodies,
         coalesce(max(CASE WHEN page.depth = 0 THEN visit.title END), '') AS title,
         coalesce((SELECT cause FROM page WHERE entity_id = entity.id AND state IN ('failed', 'excluded')
                   GROUP BY cause ORDER BY count(*) DESC, cause LIMIT 1), '') AS cause,
         coalesce(sum(page.state = 'fetched' AND ' ' || visit.limits || ' ' LIKE '% no-browser %'), 0) AS unrendered,
         (SELECT count(*) FROM link WHERE source_entity = entity.id AND target_entity = entity.id AND target_id <> page_id) AS onward,
         coalesce(sum(page.state = 'fetched' AND visit.nofollow), 0) AS nofollow,
         coalesce((SELECT other.name FROM start_page JOIN page AS start ON start.id = start_page.page_id
                     JOIN page AS final ON final.id = start.leads_to JOIN entity AS other ON other.id = final.entity_id
                   WHERE start_page.entity_id = entity.id AND other.id <> entity.id ORDER BY start.url LIMIT 1), '') AS leadsTo,
         coalesce((SELECT group_concat(name, ' ') FROM (SELECT DISTINCT other.name FROM link JOIN entity AS other ON other.id = target_entity
                   WHERE source_entity = entity.id AND ${betweenEntities()} LIMIT 10)), '') AS targets
       FROM entity LEFT JOIN page ON page.entity_id = entity.id AND page.state IS NOT NULL
         LEFT JOIN visit ON visit.id = page.visit_id
       WHERE entity.id IN (${visited}) GROUP BY entity.id ORDER BY entity.name`,
    )
    .all()
    .map(({ targets, ...row }) => ({ ...row, targets: targets === '' ? [] : targets.split(' ') }))
