import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Option } from 'commander'
import { version } from '#data/command/version.ts'
import { Mistake } from '#data/mistake.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { type Tally, tallied } from '#data/table/tally.ts'
import type { NamedFile } from '#data/table/write-when-whole.ts'
import { writeZip } from '#data/table/write-zip.ts'
import { languages } from '#data/vocabulary/languages.ts'
import type { PageFormat } from '#graph/export-command.ts'
import { type ExportChoice, exportCorpus } from '#graph/exchange/export-corpus.ts'
import type { ExportModel } from '#graph/exchange/model/export-model.ts'
import { writeCsv } from '#graph/exchange/write/write-csv.ts'
import { writeGexf } from '#graph/exchange/write/write-gexf.ts'
import { gatherFindings } from '#graph/report/findings/findings.ts'
import { readStudy } from '#graph/report/findings/study.ts'
import { reportFiles } from '#graph/report/report-files.ts'
import { speakReport } from '#graph/report/words/speech.ts'
import { citationFile } from './citation.ts'
import { mapPage } from './map-page.ts'
import { roCrate } from './ro-crate.ts'
import { licenseOf, placeholders, readAuthor, type StudyAbout } from './study-about.ts'

interface DepositOptions {
  readonly author?: readonly string[]
  readonly license?: string
}

/** All of a study in one zip, for an archive of research data. */
export const depositFormat: PageFormat<Iterable<Uint8Array>> = {
  name: 'deposit',
  extension: '.zip',
  description: 'a zip for an archive: tables, GEXF, reports, map, method, CITATION.cff and RO-Crate metadata',
  options: [
    new Option('--author <name...>', "deposit, html: authors of the study, each 'Family, Given' or a group's name"),
    new Option('--license <id>', 'deposit, html: SPDX identifier of the license, such as CC-BY-4.0'),
  ],
  write: async (corpus, choice, options) => {
    const model = exportCorpus(corpus, choice)
    if (model.nodes.length === 0) throw new Mistake('--format deposit: no site found, expected at least one to deposit')
    const map = await mapPage.write(corpus, choice, options)
    const files = depositFiles(corpus, choice, model, map.text, options as DepositOptions)
    return { text: writeZip(files), nodes: model.nodes.length, edges: model.edges.length }
  },
}

/** The format of citations wants no author twice. */
const eachOnce = (names: readonly string[]): readonly string[] => [...new Set(names.map(name => name.trim()))]

function aboutOf({ title, description, lastModified, origin }: ExportModel, options: DepositOptions): StudyAbout {
  const authors = options.author ? eachOnce(options.author).map(readAuthor) : [placeholders.author]
  if (authors.some(author => ('name' in author ? author.name : author.family) === ''))
    throw new Mistake("--author: an empty name found, expected 'Family, Given' or a group's name")
  if (options.license !== undefined && !/^[A-Za-z0-9][A-Za-z0-9.+-]{0,63}$/.test(options.license))
    throw new Mistake(`--license: '${options.license}' found, expected an SPDX identifier such as CC-BY-4.0`)
  return {
    ...{ title, description, authors, version },
    license: licenseOf(options.license),
    date: /^\d{4}-\d{2}-\d{2}/.exec(lastModified || (origin?.begun ?? ''))?.[0] ?? '',
    corpus: origin?.corpus ?? '',
  }
}

/** The files in their order; the metadata, made of what was written, last. */
function depositFiles(
  corpus: Corpus,
  choice: ExportChoice,
  model: ExportModel,
  map: string,
  options: DepositOptions,
): Iterable<NamedFile> {
  const about = aboutOf(model, options)
  const tallies = new Map<string, Tally>()
  const findings = gatherFindings(readStudy(corpus, choice.title))
  const within = (folder: string, files: readonly NamedFile[]) =>
    files.map(([name, text]): NamedFile => [`${folder}/${name}`, text])
  const files: readonly NamedFile[] = [
    ...within('tables', writeCsv(model)),
    ['graph.gexf', writeGexf(model)],
    ...languages.flatMap(language =>
      within(`report-${language}`, reportFiles(findings, speakReport(language, findings))),
    ),
    ['map.html', [map]],
    ['METHOD.md', [readFileSync(join(import.meta.dirname, '../../METHOD.md'), 'utf8')]],
    ['CITATION.cff', [citationFile(about)]],
  ]
  const told = files.map(([name, text]): NamedFile => [name, tallied(text, tally => void tallies.set(name, tally))])
  return [...told, ['ro-crate-metadata.json', metadata(about, tallies)]]
}

function* metadata(about: StudyAbout, tallies: ReadonlyMap<string, Tally>): Generator<string> {
  yield roCrate(about, tallies)
}
