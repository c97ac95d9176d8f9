import type { PageState } from '#data/vocabulary/page-states.ts'
import type { Status } from '#data/vocabulary/statuses.ts'
import type { EntityId } from '#data/url/brand.ts'
import { type CorpusQuestion, statement } from './corpus-question.ts'
import { betweenEntities, byDay, isLiving, isSomebodys } from '../base/rules.ts'

/** What a report states of the crawl: each question is printed with its answer. Times are milliseconds since 1970. */

export interface RunRow {
  readonly run: number
  readonly command: string
  readonly wave: string
  /** JSON: every option with the value it had. */
  readonly options: string
  readonly version: string
  readonly runtime: string
  readonly userAgent: string
  readonly input: string
  readonly inputHash: string
  readonly outcome: string
}

/** Crawls and imports, in the order of time. */
export const runs: CorpusQuestion<RunRow> = {
  name: 'runs',
  sql: statement(`
    SELECT run.id AS run, run.command, coalesce(wave.label, '') AS wave, run.options, run.version, run.runtime,
      run.user_agent AS userAgent, run.input, run.input_hash AS inputHash, run.outcome
    FROM run LEFT JOIN wave ON wave.id = run.wave_id
    WHERE run.command IN ('crawl', 'import') ORDER BY run.id`),
}

export interface WaveRow {
  readonly label: string
  readonly firstVisit: number
  readonly lastVisit: number
  readonly visits: number
}

/** Waves with at least one request. */
export const waves: CorpusQuestion<WaveRow> = {
  name: 'waves',
  sql: statement(`
    SELECT wave.label, min(visit.at) AS firstVisit, max(visit.at) AS lastVisit, count(*) AS visits
    FROM visit JOIN wave ON wave.id = visit.wave_id GROUP BY wave.id ORDER BY ${byDay('wave')}`),
}

export interface RoundRow {
  readonly round: number
  readonly kept: number
  readonly dropped: number
}

/** By rounds of review, who was discovered and is IN or OUT now. */
export const reviewRounds: CorpusQuestion<RoundRow> = {
  name: 'review_rounds',
  sql: statement(`
    SELECT round_id AS round, sum(status = 'IN') AS kept, sum(status = 'OUT') AS dropped
    FROM review_decision JOIN entity ON entity.id = entity_id
    WHERE ${isLiving()} GROUP BY round_id ORDER BY round_id`),
}

export interface StatusRow {
  readonly status: Status
  readonly entities: number
}

export const entitiesByStatus: CorpusQuestion<StatusRow> = {
  name: 'entities_by_status',
  sql: statement(`
    SELECT status, count(*) AS entities FROM entity
    WHERE ${isLiving()} GROUP BY status ORDER BY status`),
}

export interface StateRow {
  readonly state: PageState
  readonly pages: number
}

export const pagesByState: CorpusQuestion<StateRow> = {
  name: 'pages_by_state',
  sql: statement(`
    SELECT state, count(*) AS pages FROM page
    WHERE state IS NOT NULL GROUP BY state ORDER BY state`),
}

export interface CauseRow {
  readonly state: 'failed' | 'excluded'
  readonly cause: string
  readonly pages: number
  readonly entities: number
}

/** Why addresses in scope were not read, most frequent first. */
export const unreadByCause: CorpusQuestion<CauseRow> = {
  name: 'unread_by_cause',
  sql: statement(`
    SELECT state, cause, count(*) AS pages, count(DISTINCT entity_id) AS entities FROM page
    WHERE state IN ('failed', 'excluded') AND ${isSomebodys('entity_id')} GROUP BY state, cause ORDER BY pages DESC, state, cause`),
}

export interface HyperlinkRow {
  readonly inside: number
  readonly between: number
  readonly unreviewed: number
  readonly private: number
}

/** Hyperlinks inside entities, between them, those of the latter that lead to an entity nobody reviewed, and those to private addresses. */
export const hyperlinks: CorpusQuestion<HyperlinkRow> = {
  name: 'hyperlinks',
  sql: statement(`
    SELECT count(*) FILTER (WHERE source_entity = target_entity) AS inside,
      count(*) FILTER (WHERE ${betweenEntities()}) AS "between",
      count(*) FILTER (WHERE ${betweenEntities()} AND target.status = 'DISCOVERED') AS unreviewed,
      (SELECT coalesce(sum(private_links), 0) FROM page JOIN visit ON visit.id = page.visit_id
       WHERE page.state = 'fetched' AND ${isSomebodys('page.entity_id')}) AS private
    FROM link JOIN entity target ON target.id = link.target_entity WHERE ${isSomebodys('link.source_entity')}`),
}

export interface EffortRow {
  readonly id: EntityId
  readonly label: string
  readonly homepage: string
  readonly country: string
  readonly fetched: number
  readonly redirected: number
  readonly failed: number
  readonly excluded: number
  readonly pending: number
  /** Of the excluded: those that the page limit left out. */
  readonly overLimit: number
  /** Addresses of the entity that its own pages link to and that were never asked for. */
  readonly beyond: number
  /** Hyperlinks to other entities. */
  readonly linksOut: number
}

/** What was read of each entity that was to be crawled; nothing where no crawl was. */
export const effort: CorpusQuestion<EffortRow> = {
  name: 'effort',
  sql: statement(`
    WITH asked AS (
      SELECT entity_id, sum(state = 'fetched') AS fetched, sum(state = 'redirected') AS redirected,
        sum(state = 'failed') AS failed, sum(state = 'excluded') AS excluded, sum(state = 'pending') AS pending,
        sum(state = 'excluded' AND cause = 'max-pages') AS overLimit
      FROM page WHERE state IS NOT NULL GROUP BY entity_id),
    known AS (
      SELECT link.source_entity AS entity_id, count(DISTINCT page.id) AS beyond
      FROM link JOIN page ON page.id = link.target_id
      WHERE link.source_entity = link.target_entity AND page.entity_id = link.source_entity AND page.state IS NULL
      GROUP BY link.source_entity),
    outward AS (
      SELECT source_entity AS entity_id, count(*) AS linksOut FROM link
      WHERE ${betweenEntities()} GROUP BY source_entity)
    SELECT entity.name AS id, entity.label, entity.homepage, entity.country,
      coalesce(fetched, 0) AS fetched, coalesce(redirected, 0) AS redirected, coalesce(failed, 0) AS failed,
      coalesce(excluded, 0) AS excluded, coalesce(pending, 0) AS pending, coalesce(overLimit, 0) AS overLimit,
      coalesce(beyond, 0) AS beyond, coalesce(linksOut, 0) AS linksOut
    FROM entity LEFT JOIN asked ON asked.entity_id = entity.id
      LEFT JOIN known ON known.entity_id = entity.id LEFT JOIN outward ON outward.entity_id = entity.id
    WHERE entity.status = 'IN' AND ${isLiving('entity')}
      AND EXISTS (SELECT 1 FROM page WHERE state IS NOT NULL)
    ORDER BY entity.name`),
}

export interface CutRow {
  readonly slug: string
  readonly pages: number
}

/** Pages read of which a limit cut something: too many links, too deep, too long. */
export const pagesCut: CorpusQuestion<CutRow> = {
  name: 'pages_cut',
  sql: statement(`
    SELECT visit.limits AS slug, count(*) AS pages FROM page JOIN visit ON visit.id = page.visit_id
    WHERE page.state = 'fetched' AND visit.limits <> '' AND ${isSomebodys('page.entity_id')} GROUP BY visit.limits ORDER BY pages DESC, slug`),
}

export interface AnalysisRow {
  readonly options: string
  readonly nodes: number
  readonly edges: number
  readonly graphHash: string
  readonly version: string
  readonly runtime: string
}

/** The last analysis. */
export const analysis: CorpusQuestion<AnalysisRow> = {
  name: 'analysis',
  sql: statement(`
    SELECT analysis.options, nodes, edges, graph_hash AS graphHash, run.version, run.runtime
    FROM analysis JOIN run ON run.id = analysis.run_id ORDER BY analysis.id DESC LIMIT 1`),
}

/** Findings of the last analysis beyond single values, as JSON by name. */
export const findings: CorpusQuestion<{ readonly name: string; readonly value: string }> = {
  name: 'findings',
  sql: statement(`
    SELECT name, value FROM finding WHERE analysis_id = (SELECT max(id) FROM analysis) ORDER BY name`),
}

export interface DatedPagesRow {
  readonly id: EntityId
  /** 'YYYY' that the pages state; empty: they state none. */
  readonly year: string
  /** json-ld, meta, time, url; empty without a date. */
  readonly origin: string
  readonly pages: number
}

/** Pages read of the entities of the study, by the year of writing that they state and where they state it. */
export const datedPages: CorpusQuestion<DatedPagesRow> = {
  name: 'dated_pages',
  sql: statement(`
    SELECT entity.name AS id, substr(published, 1, 4) AS year, published_from AS origin, count(*) AS pages
    FROM page JOIN visit ON visit.id = page.visit_id JOIN entity ON entity.id = page.entity_id
    WHERE state = 'fetched' AND status = 'IN' AND ${isLiving('entity')}
    GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`),
}
