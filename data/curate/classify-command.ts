import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Command } from 'commander'
import type { Surroundings } from '../command/command.ts'
import { readMarks } from '../marks/read-marks.ts'
import { Mistake } from '../mistake.ts'
import { howMany } from '../command/how-many.ts'
import { printable, printedColumns } from '../command/printable.ts'
import { classifyLinks, type Classified } from '../store/visits/classify-links.ts'
import { ownMarks, setOwnMarks } from '../store/visits/own-marks.ts'
import type { Corpus } from '../store/base/corpus.ts'
import { countClasses, type ClassCounts } from '../store/visits/count-classes.ts'
import { ownSignatures, setOwnSignatures } from '../store/tools/own-signatures.ts'
import { readSignatures, signatureColumns } from '../tools/read-signatures.ts'
import { beginRun, endRun } from '../store/base/runs.ts'
import { version } from '../command/version.ts'
import { withCorpus } from '../command/with-corpus.ts'
import { looking, writeLines, type LookOptions } from './curating.ts'

interface ClassifyOptions extends LookOptions {
  readonly marks?: string
  readonly builtInMarks?: boolean
  readonly tools?: string
  readonly builtInTools?: boolean
}

export const classifyCommand = (surroundings: Surroundings): Command =>
  looking(
    'classify',
    'Reads zones and marks of all hyperlinks anew: what repeats over a site, share buttons, profiles, credits.',
  )
    .option('--marks <file>', 'a table of your own, CSV with mark and target or words; the corpus keeps it')
    .option('--built-in-marks', 'give up the table that the corpus keeps')
    .option(
      '--tools <file>',
      'a table of tools of your own, CSV with name, maker, country, category, pattern, source, checked; the corpus keeps it',
    )
    .option('--built-in-tools', 'give up the table of tools that the corpus keeps')
    .action((options: ClassifyOptions) => {
      if (options.marks !== undefined && options.builtInMarks)
        throw new Mistake('--marks and --built-in-marks were both given; expected one of them')
      if (options.tools !== undefined && options.builtInTools)
        throw new Mistake('--tools and --built-in-tools were both given; expected one of them')
      const { marks, tools } = options
      const rules = marks === undefined ? null : readMarks(marks, readBytes(surroundings, marks, 'mark, target, words'))
      const rows =
        tools === undefined ? null : readSignatures(tools, readBytes(surroundings, tools, signatureColumns.join(', ')))
      withCorpus(surroundings, options, 'write', corpus => {
        const run = { command: 'classify', options: { marks: marks ?? '', tools: tools ?? '' }, version }
        const runId = beginRun(corpus, run, surroundings.now())
        const ofMarks = rules !== null || options.builtInMarks ? setOwnMarks(corpus, rules ?? []) : 0
        const ofTools = rows !== null || options.builtInTools ? setOwnSignatures(corpus, rows ?? []) : 0
        surroundings.err(sayLeftOut(ofMarks, marks) + sayLeftOut(ofTools, tools))
        const classified = classifyLinks(corpus)
        endRun(corpus, runId, 'done', surroundings.now())
        report(surroundings, options, corpus, classified)
      })
    })

const sayLeftOut = (rows: number, file = ''): string =>
  rows === 0
    ? ''
    : `${howMany(rows, 'row')} of ${printable(file)} left out: it names a site that was forgotten on objection.\n`

function readBytes(surroundings: Surroundings, file: string, columns: string): Buffer {
  try {
    return readFileSync(resolve(surroundings.cwd, file))
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    throw new Mistake(`${file}: the file can't be read (${code}); expected CSV with the columns ${columns}`)
  }
}

function report(surroundings: Surroundings, { json }: LookOptions, corpus: Corpus, classified: Classified): void {
  const { zones, marks } = countClasses(corpus)
  const [rules, tools] = [ownMarks(corpus).length, ownSignatures(corpus).length]
  if (json) return writeLines(surroundings, [{ ...classified, rules, tools, zones, marks }])
  surroundings.out(
    `${classified.links} of the hyperlinks between entities repeat over their site (${classified.sites} sites compared); ` +
      `${classified.marked} bear a mark${rules > 0 ? ` (${rules} rules of your own)` : ''}${tools > 0 ? `; ${tools} rows of tools of your own are kept` : ''}.\n`,
  )
  surroundings.out(
    printedColumns([
      ['ZONE', 'BY PAGE', 'BY SITE'],
      ...zones.map(({ zone, page, site }) => [zone, String(page), String(site)]),
    ]),
  )
  surroundings.out(printedColumns([['MARK', 'LINKS'], ...marks.map(lineOf)]))
}

const lineOf = ({ mark, links }: ClassCounts['marks'][number]): string[] => [mark || 'none', String(links)]
