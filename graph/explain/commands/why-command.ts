import { resolve } from 'node:path'
import { Command, Option } from 'commander'
import { corpusOption } from '#data/command/command-options.ts'
import type { Surroundings } from '#data/command/command.ts'
import { withCorpus } from '#data/command/with-corpus.ts'
import { Mistake } from '#data/mistake.ts'
import { writeTableFile } from '#data/table/write-table-file.ts'
import { csvTable } from '#data/table/csv-table.ts'
import { whyTogether } from '../why.ts'
import { tellWhy } from './tell-why.ts'
import { whyRows, whyTable } from './why-table.ts'

interface WhyOptions {
  readonly corpus?: string
  readonly json?: boolean
  /** True: to standard output. */
  readonly csv?: string | true
}

/** `why`: why two sites, a site and a community, or two communities are together, or apart. */
export const whyCommand = (surroundings: Surroundings): Command =>
  new Command('why')
    .description(
      'Tells why two sites, a site and a community, or two communities are together, or apart: ties with quotes, who cites both, words, chains, runs, and what parts them.',
    )
    .argument('<one>', 'id of a site, or community: and its number, its name or one of its sites')
    .argument('<other>', 'likewise')
    .addOption(corpusOption())
    .option('--csv [file]', 'a table, one row a fact (default: to standard output)')
    .addOption(new Option('--json', 'one line of JSON on standard output'))
    .action((one: string, other: string, options: WhyOptions) => tell(surroundings, one, other, options))

function tell(surroundings: Surroundings, one: string, other: string, { corpus, csv, json }: WhyOptions): void {
  if (csv && json) throw new Mistake('--csv and --json were both given; expected one of them')
  const why = withCorpus(surroundings, { corpus }, 'read', open => whyTogether(open, one, other))
  if (json) return surroundings.out(`${JSON.stringify(why)}\n`)
  if (csv === undefined) return surroundings.out(tellWhy(why))
  const lines = [...csvTable(whyTable, whyRows(why))]
  if (csv === true) return lines.forEach(surroundings.out)
  const file = resolve(surroundings.cwd, csv)
  writeTableFile(file, lines)
  surroundings.err(`${file}: ${lines.length - 1} rows\n`)
}
