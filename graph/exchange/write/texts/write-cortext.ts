import { csvTable } from '#data/table/csv-table.ts'
import type { Field } from '#data/table/column.ts'
import { writeZip } from '#data/table/write-zip.ts'
import type { Saying } from '#graph/words/sayings.ts'
import { type Citation, citationFields, numbered } from './citation-fields.ts'
import { oneLine, yearOf } from './plain-value.ts'

/** A zip for CorTexT Manager, parser "robust csv": one UTF-8 table, a row per sentence. */
export const writeCortext = (sayings: readonly Saying[]): Iterable<Uint8Array> =>
  writeZip([['citations.csv', csvTable(citationFields, numbered(sayings), { unguarded: true })]])

/** Day that the page states, as far as it does; else that of the first sighting, since GarganText wants one. */
const dayOf = ({ link }: Saying): readonly string[] =>
  (yearOf(link.pagePublished) === '' ? link.firstSeen : link.pagePublished).slice(0, 10).split('-')

const column = (id: string, read: (citation: Citation) => string): Field<Citation> => ({
  id,
  title: id,
  type: 'text',
  unit: '',
  description: '',
  read,
})

/** The columns that GarganText wants, by these names. */
const gargantextFields: readonly Field<Citation>[] = [
  column('Publication Day', ({ saying }) => dayOf(saying)[2] ?? '1'),
  column('Publication Month', ({ saying }) => dayOf(saying)[1] ?? '1'),
  column('Publication Year', ({ saying }) => dayOf(saying)[0] ?? ''),
  column('Authors', ({ saying }) => saying.link.source),
  column('Title', ({ saying }) => oneLine(saying.link.pageTitle) || `${saying.link.source} → ${saying.link.target}`),
  column('Abstract', ({ saying }) => oneLine(saying.text)),
  column('Source', ({ saying }) => saying.link.target),
]

/** A table for GarganText: UTF-8, tabs; who cites is the author, who is cited the source. */
export const writeGargantext = (sayings: readonly Saying[]): Iterable<string> =>
  csvTable(gargantextFields, numbered(sayings), { separator: '\t', unguarded: true })
