import type { ColumnType, Field, Value } from '#data/table/column.ts'
import type { PartSize, SpecificWord } from './specific-words.ts'

/** A specific word with what its part is. */
export interface WordTableRow {
  readonly word: SpecificWord
  readonly part: string
  readonly size: PartSize
  /** Words of all parts together. */
  readonly allWords: number
  readonly language: string
  readonly tests: number
}

type Line = readonly [
  id: string,
  type: ColumnType,
  unit: string,
  description: string,
  read: (row: WordTableRow) => Value,
]

/** Signed, to four decimals, as TXM prints it. */
export const printedScore = (score: number): number => Math.round(score * 10_000) / 10_000

const lines: readonly Line[] = [
  ['part', 'text', '', 'Part of what is said: what --by parts it by.', ({ part }) => part],
  ['term', 'text', '', 'Word, or term of two or three words; lower case.', ({ word }) => word.term],
  ['length', 'integer', 'words', 'Words of the term.', ({ word }) => word.words.length],
  ['f', 'integer', 'times', 'Times in the part; a sentence that a site repeats counts once.', ({ word }) => word.f],
  ['f_all', 'integer', 'times', 'Times in all parts together.', ({ word }) => word.total],
  ['words_part', 'integer', 'words', 'Words of the part, all of them.', ({ size }) => size.words],
  ['words_all', 'integer', 'words', 'Words of all parts.', ({ allWords }) => allWords],
  ['sites', 'integer', 'entities', 'Entities that say it in the part.', ({ word }) => word.sites],
  ['pages', 'integer', 'pages', 'Pages on which it stands in the part.', ({ word }) => word.pages],
  [
    'specificity',
    'number',
    'log10',
    'Signed log10 of the hypergeometric probability of so much (or so little): Lafon 1980, as TXM prints it.',
    ({ word }) => printedScore(word.score),
  ],
  [
    'q',
    'number',
    '',
    'Benjamini & Hochberg over words × parts, of one-sided probabilities: of all told up to a q, at most 2 q are false.',
    ({ word }) => word.q,
  ],
  ['one_site', 'boolean', '', 'One entity alone says it, in all parts.', ({ word }) => word.oneSite],
  ['tests', 'integer', 'tests', 'Words × parts that q is of.', ({ tests }) => tests],
  ['language', 'text', '', 'Language of the pages, ISO 639-1.', ({ language }) => language],
]

/** Columns of `words --csv`, one row per word and part. */
export const wordTable: readonly Field<WordTableRow>[] = lines.map(([id, type, unit, description, read]) => ({
  id,
  title: id,
  type,
  unit,
  description,
  read,
}))
