import type { Command } from 'commander'
import type { Surroundings } from '#data/command/command.ts'
import { statusesOption } from '#data/command/command-options.ts'
import { printedColumns } from '#data/command/printable.ts'
import type { Status } from '#data/vocabulary/statuses.ts'
import { reviewRows, type ReviewRow } from '#data/store/curate/review-rows.ts'
import { withCsvOptions, writeReviewCsv, type CsvOptions } from '../csv-options.ts'
import { withCorpus } from '#data/command/with-corpus.ts'
import { looking, writeLines } from '../curating.ts'
import { reviewFields } from '../review-table.ts'

interface ListOptions extends CsvOptions {
  readonly statuses: readonly Status[]
}

export const listCommand = (surroundings: Surroundings): Command =>
  withCsvOptions(looking('list', 'lists entities by id'))
    .addOption(statusesOption(['IN', 'UNDECIDED', 'OUT']))
    .action((options: ListOptions) => {
      const rows = withCorpus(surroundings, options, 'read', corpus => reviewRows(corpus, options.statuses))
      if (options.csv) writeReviewCsv(surroundings, options, reviewFields, rows)
      else if (options.json) writeLines(surroundings, rows)
      else surroundings.out(printedColumns([head, ...rows.map(lineOf)]))
    })

const head = ['ID', 'STATUS', 'COUNTRY', 'KIND', 'NAME']

const lineOf = ({ id, status, country, kind, name }: ReviewRow): string[] => [id, status, country, kind, name]
