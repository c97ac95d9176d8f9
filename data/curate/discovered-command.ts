import type { Command } from 'commander'
import type { Surroundings } from '../command/command.ts'
import { parseCount } from '../command/command-options.ts'
import { printedColumns } from '../command/printable.ts'
import type { DiscoveredQuestion } from '../store/curate/discovered.ts'
import { candidates } from './candidates.ts'
import { withCsvOptions, writeReviewCsv, type CsvOptions } from './csv-options.ts'
import { looking, withCorpus, writeLines } from './curating.ts'
import type { Guess } from './guess/guess.ts'
import { candidateFields, reasonOf, type Candidate } from './review-table.ts'

type DiscoveredOptions = CsvOptions & DiscoveredQuestion

export const discoveredCommand = (surroundings: Surroundings): Command =>
  withCsvOptions(
    looking('discovered', 'Lists entities that the corpus links to and that nobody has reviewed, most cited first.'),
  )
    .option('--min-citers <n>', 'least number of IN entities citing it', parseCount(1), 1)
    .option('--limit <n>', 'entities listed', parseCount(1), 50)
    .action((options: DiscoveredOptions) => {
      const { minCiters, limit } = options
      const rows = withCorpus(surroundings, options, 'read', corpus => candidates(corpus, { minCiters, limit }))
      if (options.csv) writeReviewCsv(surroundings, options, candidateFields, rows)
      else if (options.json) writeLines(surroundings, rows.map(inWords))
      else surroundings.out(rows.length === 0 ? nothing : printedColumns([head, ...rows.map(lineOf)], 48) + footnote)
    })

const head = ['ID', 'CITED BY', 'PAGES', 'LINKS', 'COUNTRY', 'KIND', 'ANCHORS']
const footnote = 'A question mark: a guess. Review with `entity set`, or --csv, a spreadsheet and `entity import`.\n'
const nothing = 'Nothing unreviewed is cited that often.\n'

const lineOf = (row: Candidate): string[] => [
  row.id,
  String(row.citedBy),
  String(row.pages),
  String(row.links),
  row.country || mark(row.countryGuess?.value),
  row.kind || mark(row.kindGuess?.value),
  row.anchors.join(' · '),
]

/** The reasons of guesses as a person reads them. */
const inWords = ({ countryGuess, kindGuess, ...row }: Candidate) => ({
  ...row,
  countryGuess: saidGuess(countryGuess),
  kindGuess: saidGuess(kindGuess),
})

const saidGuess = (guess: Guess | null) => guess && { value: guess.value, from: reasonOf(guess) }

const mark = (guess: string | undefined): string => (guess === undefined ? '' : `${guess}?`)
