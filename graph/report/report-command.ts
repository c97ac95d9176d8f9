import { basename, extname, join, resolve } from 'node:path'
import { Command, Option } from 'commander'
import type { Surroundings } from '#data/command/command.ts'
import { corpusOption } from '#data/command/command-options.ts'
import { Mistake } from '#data/mistake.ts'
import { corpusFile } from '#data/store/base/corpus-file.ts'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import { writeFolderWhenWhole } from '#data/table/write-when-whole.ts'
import { betweenOption } from './between-option.ts'
import { gatherFindings } from './findings/findings.ts'
import { readStudy } from './findings/study.ts'
import { reportFiles, reportMark } from './report-files.ts'
import { type Language, languages } from '#data/vocabulary/languages.ts'
import { chooseLanguage, speakReport } from './words/speech.ts'

interface ReportOptions {
  readonly corpus?: string
  readonly out?: string
  readonly language?: Language
  readonly between?: readonly [string, string]
  readonly coders?: readonly string[]
}

/** `report`: the findings and the methods paragraph, HTML and Markdown, French or English. */
export function reportCommand(surroundings: Surroundings): Command {
  return new Command('report')
    .description('Writes the findings and a methods paragraph, HTML and Markdown, French or English.')
    .addOption(corpusOption())
    .option('--out <folder>', 'folder to write (default: named after the corpus, in the current folder)')
    .addOption(
      new Option(
        '--language <name>',
        'of the report (default: that of LC_ALL, LC_MESSAGES or LANG when it is one of them, else en)',
      ).choices(languages),
    )
    .addOption(betweenOption())
    .option('--coders <names>', 'coders whose judgements on edges are told, comma-separated (default: all)', text =>
      text.split(',').map(name => name.trim()),
    )
    .action((options: ReportOptions) => writeReport(surroundings, options))
}

async function writeReport(surroundings: Surroundings, options: ReportOptions): Promise<void> {
  const { cwd, env, stop, out, err } = surroundings
  const file = corpusFile(options.corpus, surroundings)
  const title = basename(file, extname(file))
  const language = chooseLanguage(options.language, env)
  const folder = resolve(cwd, folderNamed(options.out) ?? `${title}-report-${language}`)
  const corpus = openCorpus(file, 'read')
  try {
    const findings = gatherFindings(readStudy(corpus, title, options))
    await writeFolderWhenWhole(folder, reportFiles(findings, speakReport(language, findings)), reportMark, stop)
    out(`${join(folder, 'report.html')}\n`)
    if (!findings.analysed) err('This corpus has not been analysed: run ./toile analyse, then ./toile report again.\n')
    if (findings.stale)
      err('The corpus changed after its last analysis: run ./toile analyse, then ./toile report again.\n')
  } finally {
    corpus.close()
  }
}

/** @throws Mistake for the name of a page: a report is a page, the same in Markdown, figures and findings. */
function folderNamed(out: string | undefined): string | undefined {
  if (out !== undefined && /\.(?:html?|md|pdf)$/i.test(out))
    throw new Mistake(
      `--out ${out}: a page was named, expected a folder: it will hold report.html, report.md and figures`,
    )
  return out
}
