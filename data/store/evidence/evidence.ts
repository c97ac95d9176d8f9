import type { LinkRow } from '#data/evidence-rows.ts'
import type { Zone } from '#data/vocabulary/zones.ts'
import type { WrittenRange } from '#data/written-range.ts'
import type { Status } from '#data/vocabulary/statuses.ts'
import type { Corpus } from '../base/corpus.ts'
import { seenIn, seenInNamed, shownVisit } from '../graph/seen-in-wave.ts'
import { isoTime } from '../base/iso-time.ts'
import { writtenWithin } from '../base/written-within.ts'
import { wasRead } from '../base/was-read.ts'
import {
  effectiveZone,
  inTemplates,
  inZones,
  inComment,
  betweenEntities,
  chosenEntities,
  hasPastWave,
} from '../base/rules.ts'

/** A hyperlink between two entities, with what the map shows beside it. */
export interface Evidence extends LinkRow {
  /** Where the anchor begins in the context, UTF-16 units; -1: it is not in it. */
  readonly anchorAt: number
  readonly heading: string
  readonly mark: string
  readonly pageTitle: string
  readonly pagePublished: string
  readonly pageLanguage: string
  /** Where the archive shows the page as it was read, and when it took it; empty: it was read on the Web. */
  readonly memento: string
  readonly capturedAt: string
}

type Moments = 'firstSeen' | 'lastSeen' | 'capturedAt'
export type EvidenceRow = Omit<Evidence, Moments> & { firstSeen: number; lastSeen: number; capturedAt: number | null }

/** Of all sightings: where an archive was read, waves are crawled in any order, and the first visit need not be of the first day. */
const seenAt = (which: 'min' | 'max'): string => `CASE WHEN ${hasPastWave} THEN (
    SELECT ${which}(visit.at) FROM visit WHERE visit.page_id = link.page_id AND ${wasRead('visit')} AND ${seenIn('visit.id')})
  ELSE ${which}(first.at, last.at) END`

/** Parts of a question for evidence, and how its rows are read. */
export const columns = `
  source.name AS source, target.name AS target, page.url AS sourceUrl, final.url AS targetUrl,
  coalesce(href.value, named.url) AS href, coalesce(anchor.value, '') AS anchor, coalesce(context.value, '') AS context,
  link.anchor_at AS anchorAt, coalesce(heading.value, '') AS heading, ${effectiveZone('link')} AS zone,
  link.mark, link.rel, link.element, ${seenAt('min')} AS firstSeen, ${seenAt('max')} AS lastSeen,
  shown.title AS pageTitle, shown.published AS pagePublished, shown.language AS pageLanguage, shown.memento, shown.captured_at AS capturedAt`

export const joinsOf = (wave: string | undefined): string => `
  JOIN page ON page.id = link.page_id
  JOIN page named ON named.id = link.target_id
  JOIN page final ON final.id = coalesce(named.leads_to, named.id)
  JOIN entity source ON source.id = link.source_entity
  JOIN entity target ON target.id = link.target_entity
  JOIN visit first ON first.id = link.first_visit
  JOIN visit last ON last.id = link.last_visit
  JOIN visit shown ON shown.id = ${shownVisit(wave)}
  LEFT JOIN snippet href ON href.id = link.href
  LEFT JOIN snippet anchor ON anchor.id = link.anchor
  LEFT JOIN snippet context ON context.id = link.context
  LEFT JOIN snippet heading ON heading.id = link.heading`

export const order = 'page.url, link.ordinal, last.at DESC, named.url, anchor.value, context.value, link.id'

export const readable = (row: EvidenceRow): Evidence => ({
  ...row,
  firstSeen: isoTime(row.firstSeen),
  lastSeen: isoTime(row.lastSeen),
  capturedAt: isoTime(row.capturedAt),
})

export const edge = `
  WHERE link.source_entity = (SELECT id FROM entity WHERE name = @source)
    AND link.target_entity = (SELECT id FROM entity WHERE name = @target)
    AND ${betweenEntities('link')}`

export interface EvidenceChoice {
  /** False: without the words of links in comments. Default true. */
  readonly comments?: boolean
  /** Only hyperlinks that a page read in the wave of this label bore. */
  readonly wave?: string
  /** Only hyperlinks in the matter of pages that state a date within these days. */
  readonly written?: WrittenRange | undefined
}

const wordless = (evidence: Evidence): Evidence => ({
  ...evidence,
  href: evidence.targetUrl,
  anchor: '',
  context: '',
  anchorAt: -1,
  heading: '',
})

/** Every hyperlink from one entity to another, by page and place on it. */
export function linksBetweenEntities(
  corpus: Corpus,
  source: string,
  target: string,
  zones?: readonly Zone[],
  { comments = true, wave, written }: EvidenceChoice = {},
): Evidence[] {
  return corpus
    .sql<EvidenceRow>(
      `SELECT ${columns} FROM link ${joinsOf(wave)}
       ${edge}
         AND (@zones IS NULL OR ${inZones('link')}) ${seenInNamed(wave)} ${writtenWithin(written, shownVisit(wave))}
       ORDER BY ${order}`,
    )
    .all({
      source,
      target,
      zones: zones ? JSON.stringify(zones) : null,
      ...written,
      ...(wave !== undefined && { wave }),
    })
    .map(readable)
    .map(evidence => (comments || evidence.zone !== 'comment' ? evidence : wordless(evidence)))
}

/** Every hyperlink between different entities of the given statuses, by source, target, page and place; read as it goes. */
export function* linksOfCorpus(
  corpus: Corpus,
  statuses: readonly Status[],
  zones: readonly Zone[],
  { comments = true, wave, written }: EvidenceChoice = {},
): Generator<Evidence> {
  const rows = corpus
    .sql<EvidenceRow>(
      `WITH chosen AS (${chosenEntities})
       SELECT ${columns} FROM link ${joinsOf(wave)}
       WHERE ${betweenEntities('link')} AND link.source_entity IN chosen AND +link.target_entity IN chosen
         AND ${inZones('link')}
         ${seenInNamed(wave)} ${writtenWithin(written, shownVisit(wave))}
       ORDER BY source.name, target.name, ${order}`,
    )
    .iterate({
      statuses: JSON.stringify(statuses),
      zones: JSON.stringify(zones),
      ...written,
      ...(wave !== undefined && { wave }),
    })
  for (const row of rows) yield comments || row.zone !== 'comment' ? readable(row) : wordless(readable(row))
}

interface SampleChoice {
  readonly zones: readonly Zone[]
  readonly limit: number
  /** Only hyperlinks in the matter of pages that state a date within these days. */
  readonly written?: WrittenRange | undefined
  /** Only those seen in the wave of this label. */
  readonly wave?: string
}

/** A hyperlink chosen to be read, and the pages of the edge that carry the same words. */
export interface SampledEvidence extends Evidence {
  readonly pagesAlike: number
}

/**
 * The hyperlinks of an edge that tell most, at most `limit`: words that differ, those in the matter of pages before
 * comments and templates, those with a sentence first, of different pages where there are; then by page.
 */
export function sampleEvidence(
  corpus: Corpus,
  source: string,
  target: string,
  { zones, limit, written, wave }: SampleChoice,
): SampledEvidence[] {
  return corpus
    .sql<EvidenceRow & { pagesAlike: number }>(
      `WITH edge AS (
         SELECT link.id, link.page_id, page.url, ordinal, coalesce(context, -1) AS words, coalesce(anchor, -1) AS name,
           context IS NULL AS bare, CASE WHEN ${inTemplates()} THEN 2
             WHEN ${inComment()} THEN 1 ELSE 0 END AS apart
         FROM link JOIN page ON page.id = link.page_id
         WHERE source_entity = (SELECT id FROM entity WHERE name = @source)
           AND target_entity = (SELECT id FROM entity WHERE name = @target) AND ${betweenEntities()}
           AND ${inZones()} ${seenInNamed(wave)} ${writtenWithin(written, shownVisit(wave))}),
       alike AS (SELECT words, name, count(DISTINCT page_id) AS pagesAlike FROM edge GROUP BY words, name),
       first AS (
         SELECT *, row_number() OVER (PARTITION BY words, name ORDER BY apart, url, ordinal, id) AS nth FROM edge),
       chosen AS (
         SELECT *, row_number() OVER (PARTITION BY page_id ORDER BY apart, bare, ordinal, id) AS onPage
         FROM first WHERE nth = 1)
       SELECT ${columns}, alike.pagesAlike FROM chosen JOIN alike USING (words, name)
         JOIN link ON link.id = chosen.id ${joinsOf(wave)}
       ORDER BY chosen.apart, chosen.bare, chosen.onPage > 1, chosen.url, chosen.ordinal, link.id LIMIT @limit`,
    )
    .all({ source, target, zones: JSON.stringify(zones), limit, ...written, ...(wave !== undefined && { wave }) })
    .map(row => ({ ...readable(row), pagesAlike: row.pagesAlike }))
}
