import type { Surroundings } from '#data/command/command.ts'
import { howMany } from '#data/command/how-many.ts'
import { printable, printedColumns } from '#data/command/printable.ts'
import { Mistake } from '#data/mistake.ts'
import { csvTable } from '#data/table/csv-table.ts'
import type { Language } from '#data/vocabulary/languages.ts'
import type { Status } from '#data/vocabulary/statuses.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { readWithoutText } from '#data/store/visits/page-texts.ts'
import { expectPageTexts } from '../pages/expect-page-texts.ts'
import { languageNames } from '../language-names.ts'
import { sayNoText } from '../tell-words.ts'
import type { SiteWordsQuestion } from './count-site-words.ts'
import { type SimilarRow, similarSites, similarTable } from './similar-rows.ts'

export interface SimilarOptions extends Pick<SiteWordsQuestion, 'note'> {
  /** True: of all sites. */
  readonly similar: string | true
  readonly statuses: readonly Status[]
  readonly wave: string | undefined
  readonly language: Language | undefined
  readonly limit: number
  /** A limit was asked for. */
  readonly isLimited: boolean
  readonly csv?: string | true
  readonly json?: boolean
}

/** Neighbours of each site, in a table and on a terminal; of one site as many as --limit says. */
const [mostInTable, mostShown] = [10, 3]

/** `words --similar`: whom sites resemble in the words of their own pages. */
export function tellSimilar(
  { out, err }: Surroundings,
  corpus: Corpus,
  options: SimilarOptions,
  write: (lines: Iterable<string>, count: string) => void,
): void {
  expectPageTexts(corpus, '--similar')
  const site = options.similar === true ? undefined : options.similar
  const most =
    options.isLimited || site !== undefined ? options.limit : options.csv || options.json ? mostInTable : mostShown
  const told = similarSites(corpus, { ...options, site, most })
  err(told.map(({ language, sites }) => `${languageNames[language]}: ${howMany(sites, 'site')} compared.\n`).join(''))
  err(sayNoText(readWithoutText(corpus, options)))
  const rows = told.flatMap(({ rows: own }) => [...own])
  if (site !== undefined && rows.length === 0)
    throw new Mistake(
      `--similar ${printable(site)}: no such entity of these statuses with texts of pages in that language, or none that shares a word with it`,
    )
  if (options.csv) return write(csvTable(similarTable, rows), howMany(rows.length, 'row'))
  if (options.json) return rows.forEach(row => out(`${jsonOf(row)}\n`))
  const byLanguage = Map.groupBy(rows, ({ language }) => language)
  for (const [language, own] of byLanguage) out(printed(own, byLanguage.size > 1 ? language : null))
}

const jsonOf = (row: SimilarRow): string =>
  JSON.stringify(Object.fromEntries(similarTable.map(({ id, read }) => [id, read(row)])))

const printed = (rows: readonly SimilarRow[], language: Language | null): string =>
  `${language === null ? '' : `\n${languageNames[language]}\n`}${printedColumns(
    [
      ['site', 'resembles', 'cosine', 'words'],
      ...rows.map(({ source, target, cosine, words }) => [source, target, cosine.toFixed(4), words.join(', ')]),
    ],
    80,
  )}`
