import type { Field } from '#data/table/column.ts'
import { fieldsOf, type LineOf } from '#data/table/day-columns.ts'
import type { KwicLine } from './concordance.ts'

const lines: readonly LineOf<KwicLine>[] = [
  ['id', 'integer', 'Number of the line.', ({ id }) => id],
  ['left', 'text', 'What stands before, from the beginning of the sentence.', ({ left }) => left],
  ['pivot', 'text', 'What was looked for, as it stands there.', ({ pivot }) => pivot],
  ['right', 'text', 'What stands after, to the end of the sentence.', ({ right }) => right],
  ['source', 'text', 'Id of the citing entity.', ({ saying }) => saying.link.source],
  ['target', 'text', 'Id of the cited entity.', ({ saying }) => saying.link.target],
  ['source_country', 'text', 'Its country, ISO 3166-1 alpha-2.', ({ saying }) => saying.sourceCountry],
  ['target_country', 'text', 'That of the cited one.', ({ saying }) => saying.targetCountry],
  ['source_community', 'integer', 'Community of the last analysis.', ({ saying }) => saying.sourceCommunity],
  ['target_community', 'integer', 'That of the cited one.', ({ saying }) => saying.targetCommunity],
  ['zone', 'text', 'Region of the page.', ({ saying }) => saying.link.zone],
  ['code', 'text', 'What most coders of the tie say that it does.', ({ saying }) => saying.code],
  ['wave', 'text', 'Label of the wave asked for, else of the last that saw it.', ({ saying }) => saying.wave],
  ['language', 'text', 'Of the page, ISO 639-1.', ({ saying }) => saying.language],
  ['published', 'text', 'Date that the page states.', ({ saying }) => saying.link.pagePublished],
  [
    'first_seen',
    'date',
    'First sighting of the hyperlink; with --wave in that wave.',
    ({ saying }) => saying.link.firstSeen,
  ],
  ['last_seen', 'date', 'Last sighting, likewise.', ({ saying }) => saying.link.lastSeen],
  ['pages', 'integer', 'Pages of the source with this sentence about the target.', ({ saying }) => saying.pages],
  ['anchor', 'text', "The hyperlink's visible text.", ({ saying }) => saying.link.anchor],
  ['source_url', 'text', 'First of these pages.', ({ saying }) => saying.link.sourceUrl],
  ['target_url', 'text', 'Destination of the hyperlink.', ({ saying }) => saying.link.targetUrl],
]

/** Columns of a concordance as a table, one row per occurrence. */
export const kwicTable: readonly Field<KwicLine>[] = fieldsOf(lines)
