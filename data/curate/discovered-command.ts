import type { Command } from 'commander'
import type { Surroundings } from '../command/command.ts'
import { parseCount } from '../command/command-options.ts'
import { printedColumns } from '../command/printable.ts'
import { candidates } from './candidates.ts'
import { withCsvOptions, writeReviewCsv, type CsvOptions } from './csv-options.ts'
import { withCorpus } from '../command/with-corpus.ts'
import { looking, writeLines } from './curating.ts'
import type { Guess } from './guess/guess.ts'
import { assessRanking } from './review/assess.ts'
import { orderReview } from './review/order.ts'
import { readCandidates } from './review/read-candidates.ts'
import { linesOf, tellReview } from './review/tell-review.ts'
import { candidateFields, reasonOf, saidReasons, type Candidate } from './review-table.ts'

type DiscoveredOptions = CsvOptions & {
  readonly minCiters: number
  readonly limit: number
  readonly infrastructure?: boolean
}

export const discoveredCommand = (surroundings: Surroundings): Command =>
  withCsvOptions(
    looking(
      'discovered',
      'Lists entities that the corpus links to and that nobody has reviewed, ranked by what was kept and dropped so far.',
    ),
  )
    .option('--min-citers <n>', 'least number of IN entities citing it', parseCount(1), 1)
    .option('--limit <n>', 'entities listed', parseCount(1), 50)
    .option(
      '--infrastructure',
      'list what is told apart: platforms, shorteners, hosters, licences, browsers, standards …',
    )
    .action((options: DiscoveredOptions) => {
      const { minCiters, limit, infrastructure } = options
      const { rows, said } = withCorpus(surroundings, options, 'read', corpus => {
        const known = readCandidates(corpus)
        const order = orderReview(known)
        return {
          rows: candidates(corpus, { minCiters, limit, ...(infrastructure === true && { infrastructure }) }, order),
          said: linesOf(tellReview(order, assessRanking(known))),
        }
      })
      if (options.csv) writeReviewCsv(surroundings, options, candidateFields, rows)
      else if (options.json) writeLines(surroundings, rows.map(inWords))
      else
        surroundings.out(
          (rows.length === 0 ? nothing : printedColumns([head, ...rows.map(lineOf)], 110) + footnote) + said,
        )
    })

const head = ['ID', 'CITED BY', 'PAGES', 'LINKS', 'COUNTRY', 'KIND', 'WHY']
const footnote = 'A question mark: a guess. Review with `entity set`, or --csv, a spreadsheet and `entity import`.\n'
const nothing = 'Nothing unreviewed is cited that often.\n'

const lineOf = (row: Candidate): string[] => [
  row.id,
  String(row.citedBy),
  String(row.pages),
  String(row.links),
  row.country || mark(row.countryGuess?.value),
  row.kind || mark(row.kindGuess?.value),
  `${row.infrastructure === null ? '' : `${row.infrastructure}; `}${row.drawn ? 'drawn by lot; ' : ''}${saidReasons(row.why, 'en')}`,
]

/** The reasons of guesses, and of its place, as a person reads them. */
const inWords = ({ countryGuess, kindGuess, why, ...row }: Candidate) => ({
  ...row,
  why: saidReasons(why, 'en'),
  countryGuess: saidGuess(countryGuess),
  kindGuess: saidGuess(kindGuess),
})

const saidGuess = (guess: Guess | null) => guess && { value: guess.value, from: reasonOf(guess) }

const mark = (guess: string | undefined): string => (guess === undefined ? '' : `${guess}?`)
