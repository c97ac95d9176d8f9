import type { ColumnType, Field, Value } from '#data/table/column.ts'
import type { Saying } from '#graph/words/sayings.ts'
import { oneLine, yearOf } from './plain-value.ts'

/** A sentence with its number in the file. */
export interface Citation {
  readonly id: string
  readonly saying: Saying
}

type Line = readonly [id: string, type: ColumnType, read: (saying: Saying) => Value]

/** Variables of a citation: names without accents or capitals, which all importers take. */
const lines: readonly Line[] = [
  ['source', 'text', ({ link }) => link.source],
  ['target', 'text', ({ link }) => link.target],
  ['source_country', 'text', ({ sourceCountry }) => sourceCountry],
  ['target_country', 'text', ({ targetCountry }) => targetCountry],
  ['source_community', 'integer', ({ sourceCommunity }) => sourceCommunity],
  ['target_community', 'integer', ({ targetCommunity }) => targetCommunity],
  ['zone', 'text', ({ link }) => link.zone],
  ['year', 'text', ({ link }) => yearOf(link.pagePublished)],
  ['wave', 'text', ({ wave }) => wave],
  ['code', 'text', ({ code }) => code],
  ['language', 'text', ({ language }) => language],
]

const field = <Row>(id: string, type: ColumnType, read: (row: Row) => Value): Field<Row> => ({
  id,
  title: id,
  type,
  unit: '',
  description: '',
  read,
})

export const variableFields: readonly Field<Saying>[] = lines.map(([id, type, read]) => field(id, type, read))

/** The variables, with the text itself and where it stands. */
export const citationFields: readonly Field<Citation>[] = [
  field('id', 'text', ({ id }) => id),
  ...lines.map(([id, type, read]) => field<Citation>(id, type, ({ saying }) => read(saying))),
  field('title', 'text', ({ saying }) => oneLine(saying.link.pageTitle)),
  field('text', 'text', ({ saying }) => oneLine(saying.text)),
  field('anchor', 'text', ({ saying }) => oneLine(saying.link.anchor)),
  field('published', 'text', ({ saying }) => saying.link.pagePublished),
  field('first_seen', 'date', ({ saying }) => saying.link.firstSeen),
  field('pages', 'integer', ({ saying }) => saying.pages),
  field('source_url', 'text', ({ saying }) => saying.link.sourceUrl),
  field('target_url', 'text', ({ saying }) => saying.link.targetUrl),
]

export const numbered = (sayings: readonly Saying[]): Citation[] =>
  sayings.map((saying, nth) => ({ id: `c${String(nth + 1).padStart(6, '0')}`, saying }))
