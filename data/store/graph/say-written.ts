import type { Status } from '#data/vocabulary/statuses.ts'
import type { Zone } from '#data/vocabulary/zones.ts'
import { type WrittenRange, writeWrittenRange } from '#data/written-range.ts'
import type { Corpus } from '../base/corpus.ts'
import { betweenEntities, chosenEntities, inMatter, inZones } from '../base/rules.ts'
import { seenInNamed, shownVisit } from './seen-in-wave.ts'
import { writtenWithin } from '../base/written-within.ts'

/** Hyperlinks between the entities of a study, by what their pages say of their date. */
export interface WrittenLinks {
  readonly within: number
  /** In the matter of a page that states another date, or one too coarse to tell. */
  readonly outside: number
  /** In the matter of a page that states none. */
  readonly undated: number
  /** Outside the matter: in templates and comments, of which the page's date says nothing. */
  readonly besides: number
}

export interface WrittenChoice {
  readonly statuses: readonly Status[]
  readonly zones: readonly Zone[]
  readonly written?: WrittenRange | undefined
  /** Label of the wave whose links count. Default: all. */
  readonly wave?: string | undefined
}

export const writtenLinks = (corpus: Corpus, { statuses, zones, written, wave }: WrittenChoice): WrittenLinks =>
  corpus
    .sql<WrittenLinks>(
      `WITH chosen AS (${chosenEntities}),
       counted AS (
         SELECT ${inMatter()} AS matter, (1 ${writtenWithin(written, shownVisit(wave))}) AS within,
           (SELECT published FROM visit WHERE visit.id = ${shownVisit(wave)}) <> '' AS dated
         FROM link WHERE ${betweenEntities()} AND source_entity IN chosen AND +target_entity IN chosen AND ${inZones()}
           ${seenInNamed(wave)})
       SELECT coalesce(sum(within), 0) AS within, coalesce(sum(matter AND dated AND NOT within), 0) AS outside,
         coalesce(sum(matter AND NOT dated), 0) AS undated, coalesce(sum(NOT matter), 0) AS besides FROM counted`,
    )
    .get({
      statuses: JSON.stringify(statuses),
      zones: JSON.stringify(zones),
      ...written,
      ...(wave !== undefined && { wave }),
    })!

/** Says of which links a graph is that was asked for by date; nothing where none was. Ends with a line break. */
export function sayWritten(corpus: Corpus, choice: WrittenChoice): string {
  if (choice.written === undefined) return ''
  const { within, outside, undated, besides } = writtenLinks(corpus, choice)
  return [
    `Only the ${within} hyperlinks in the matter of pages that state a date in ${writeWrittenRange(choice.written)}`,
    `; left out: ${outside} of another date, ${undated} of pages without one, ${besides} in templates and comments.`,
    ` What survives of the past is not the past: \`status\` says how many pages state a date.\n`,
  ].join('')
}
