import { csvTable } from '#data/table/csv-table.ts'
import type { Field } from '#data/table/column.ts'
import type { FolderMark, NamedFile } from '#data/table/write-when-whole.ts'
import type { Saying } from '#graph/words/sayings.ts'
import { variableFields } from './citation-fields.ts'
import { oneLine } from './plain-value.ts'

/** A text of TXM: the sentences whose variables are the same, so that each of them is one of its text. */
interface TxmText {
  readonly id: string
  readonly sayings: readonly Saying[]
}

const fields: readonly Field<TxmText>[] = [
  { id: 'id', title: 'id', type: 'text', unit: '', description: '', read: ({ id }) => id },
  ...variableFields.map(field => ({ ...field, read: ({ sayings }: TxmText) => field.read(sayings[0]!) })),
]

/** The table that every such folder has, and the texts that an earlier one may have left. */
export const txmMark: FolderMark = {
  name: 'metadata.csv',
  head: /^id,source,target,source_country/,
  own: /^t\d{6}\.txt$/,
}

/**
 * A folder for TXM's import TXT+CSV: a text file for each combination of the variables, a sentence a line, and metadata.csv, whose first
 * column is the file's name without its extension.
 */
export function writeTxm(sayings: readonly Saying[]): NamedFile[] {
  const groups = Map.groupBy(sayings, saying => JSON.stringify(variableFields.map(({ read }) => read(saying))))
  const texts = [...groups.values()].map((own, nth): TxmText => ({
    id: `t${String(nth + 1).padStart(6, '0')}`,
    sayings: own,
  }))
  return [
    ...texts.map(({ id, sayings: own }): NamedFile => [`${id}.txt`, own.map(({ text }) => `${oneLine(text)}\n`)]),
    ['metadata.csv', csvTable(fields, texts, { unguarded: true })],
  ]
}
