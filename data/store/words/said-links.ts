import type { Status } from '#data/vocabulary/statuses.ts'
import type { SaidOf } from '#data/vocabulary/said-of-links.ts'
import type { Zone } from '#data/vocabulary/zones.ts'
import type { WrittenRange } from '#data/written-range.ts'
import type { Corpus } from '../base/corpus.ts'
import { betweenEntities, chosenEntities, effectiveZone, inZones } from '../base/rules.ts'
import { writtenWithin } from '../base/written-within.ts'
import { seenInNamed, shownVisit } from '../graph/seen-in-wave.ts'

/** Which hyperlinks' words are asked for, and which of their words. */
export interface SaidQuestion {
  readonly statuses: readonly Status[]
  readonly zones: readonly Zone[]
  readonly of: SaidOf
  /** Label of the wave whose links count. Default: all. */
  readonly wave?: string | undefined
  readonly written?: WrittenRange | undefined
}

/** A hyperlink by the numbers of its ends, page, text (a row of snippet) and row; the language is that of its page, '' where it is not known. */
export type SaidLink = readonly [
  source: number,
  target: number,
  page: number,
  text: number,
  zone: Zone,
  language: string,
  link: number,
]

/** The row of the text: where a link stands alone in its block, its anchor is all that is said. */
const textOf: Readonly<Record<SaidOf, string>> = {
  sentences: 'coalesce(link.context, link.anchor)',
  anchors: 'link.anchor',
  headings: 'link.heading',
}

/**
 * The hyperlinks between different entities of the given statuses that have such a text, in no order that means anything but always the same.
 * One walk over the table of links; a million take about a second.
 */
export const saidLinks = (corpus: Corpus, question: SaidQuestion): Iterable<SaidLink> =>
  corpus
    .sql<SaidLink>(
      `WITH chosen AS (${chosenEntities})
       SELECT source_entity, target_entity, page_id, ${textOf[question.of]}, ${effectiveZone('link')}, ${languageOf(question.wave)}, link.id
       FROM link NOT INDEXED
       WHERE ${betweenEntities('link')} AND source_entity IN chosen AND target_entity IN chosen
         AND ${textOf[question.of]} IS NOT NULL AND ${inZones('link')}
         ${seenInNamed(question.wave)} ${writtenWithin(question.written, shownVisit(question.wave))}`,
    )
    .raw()
    .iterate({
      statuses: JSON.stringify(question.statuses),
      zones: JSON.stringify(question.zones),
      ...question.written,
      ...(question.wave !== undefined && { wave: question.wave }),
    }) as Iterable<SaidLink>

const languageOf = (wave: string | undefined): string =>
  `coalesce((SELECT language FROM visit WHERE visit.id = ${shownVisit(wave)}), '')`
