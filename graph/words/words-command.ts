import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { Command, Option } from 'commander'
import type { Surroundings } from '#data/command/command.ts'
import { writeTableFile } from '#data/table/write-table-file.ts'
import {
  corpusOption,
  parseCount,
  statusesOption,
  waveOption,
  writtenOption,
  zonesOrElse,
} from '#data/command/command-options.ts'
import { printable } from '#data/command/printable.ts'
import { Mistake } from '#data/mistake.ts'
import { corpusFile } from '#data/store/base/corpus-file.ts'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { readWithoutText } from '#data/store/visits/page-texts.ts'
import { chooseGraphWave, sayGraphWave } from '#data/store/graph/choose-graph-wave.ts'
import { sayWritten } from '#data/store/graph/say-written.ts'
import { csvTable } from '#data/table/csv-table.ts'
import { type Language, languages } from '#data/vocabulary/languages.ts'
import { type SaidText, saidTexts } from '#data/vocabulary/said-of-links.ts'
import type { Status } from '#data/vocabulary/statuses.ts'
import { type Zone, zones as allZones } from '#data/vocabulary/zones.ts'
import type { WrittenRange } from '#data/written-range.ts'
import type { TextChoice } from './gather-said.ts'
import { gatherTexts } from './pages/gather-texts.ts'
import { TextLimits } from './pages/text-limits.ts'
import { companyOf } from './kwic/company.ts'
import { concordance } from './kwic/concordance.ts'
import { kwicTable } from './kwic/kwic-table.ts'
import { partings } from './parts.ts'
import { specificWords } from './specific-words.ts'
import { printedConcordance } from './kwic/tell-kwic.ts'
import { howMany } from '#data/command/how-many.ts'
import { nounOf, printedWords, quotesOfParts, sayGathered, sayNoText, tellParts, wordRows } from './tell-words.ts'
import { tellSimilar } from './similar/tell-similar.ts'
import { withoutFragments } from './without-fragments.ts'
import { wordTable, type WordTableRow } from './word-table.ts'

export interface WordsOptions {
  readonly corpus?: string
  readonly by: string
  readonly language?: Language
  readonly of: SaidText
  readonly zones?: readonly Zone[]
  readonly statuses: readonly Status[]
  readonly wave?: string
  readonly written?: WrittenRange
  readonly kwic?: string
  readonly company?: string
  /** True: of all sites. */
  readonly similar?: string | true
  readonly terms: number
  readonly minTimes: number
  readonly limit: number
  readonly sentences: number
  readonly stems?: boolean
  readonly stopWords?: string
  /** True: to standard output. */
  readonly csv?: string | true
  readonly json?: boolean
}

/** `words`: what citations say, in their words. */
export function wordsCommand(surroundings: Surroundings): Command {
  return new Command('words')
    .description(
      'Tells the specific words of citations, by direction or by what else parts them; or every place where a term stands (--kwic), or the company that it keeps.',
    )
    .addOption(corpusOption())
    .option(
      '--by <parting>',
      `what parts them: ${partings.join(', ')}, or a tag of the citing entity; of pages that of the entity itself (default there: country)`,
      'direction',
    )
    .addOption(
      new Option(
        '--language <name>',
        'of the pages; one at a time (default: that in which most is said; with --kwic both)',
      ).choices(languages),
    )
    .addOption(
      new Option(
        '--of <texts>',
        'which words: the sentence around the link, its anchor, the heading above it, or what pages say of their own (crawl --texts)',
      )
        .choices(saidTexts)
        .default('sentences'),
    )
    .addOption(zonesOrElse('content; all with --by zone'))
    .addOption(statusesOption(['IN']))
    .addOption(waveOption())
    .addOption(writtenOption())
    .option('--kwic <term>', 'every place where it stands: words, "words one after the other", parts of words with *')
    .option('--company <term>', 'the words of the sentences that hold it, against all others')
    .option(
      '--similar [site]',
      'whom a site, or each, resembles in the words of its own pages: cosine of their weights (crawl --texts)',
    )
    .option('--terms <n>', 'words of the longest term, 1 to 3', parseCount(1, 3), 3)
    .option('--min-times <n>', 'least frequency of a word that is told', parseCount(1), 3)
    .option('--limit <n>', 'words told of each part, lines of a concordance; --csv has all', parseCount(), 20)
    .option('--sentences <n>', 'telling sentences of each part', parseCount(0, 100), 3)
    .option('--stems', 'words of one stem count as one, shown by the commonest of them')
    .option('--stop-words <file>', 'words of your own that are not told, one a line, besides those of grammar')
    .option('--csv [file]', 'a table of all words (default: to standard output)')
    .option('--json', 'JSON on standard output, one line a word')
    .action((options: WordsOptions, command: Command) => {
      checkTogether(options)
      const isGiven = (name: keyof WordsOptions): boolean => command.getOptionValueSource(name) === 'cli'
      checkObeyed(options, isGiven)
      // Pages cite nobody: without a word they are told by country.
      const isByItself = options.of === 'pages' && !isGiven('by')
      tellWords(surroundings, isByItself ? { ...options, by: 'country' } : options, isGiven('limit'))
    })
}

function tellWords(surroundings: Surroundings, options: WordsOptions, isLimited: boolean): void {
  const stops = options.stopWords === undefined ? [] : readStopWords(resolve(surroundings.cwd, options.stopWords))
  const corpus = openCorpus(corpusFile(options.corpus, surroundings), 'read')
  try {
    const limits = new TextLimits()
    const question = { ...questionOf(corpus, surroundings, options), note: limits.note }
    if (options.similar !== undefined)
      tellSimilar(
        surroundings,
        corpus,
        { ...options, ...question, similar: options.similar, isLimited },
        (lines, count) => writeRows(surroundings, options.csv ?? true, lines, count),
      )
    else if (options.kwic !== undefined) tellKwic(surroundings, corpus, options.kwic, question, options)
    else if (options.company !== undefined)
      tellCompany(surroundings, corpus, options.company, { ...question, stops }, options) // prettier-ignore
    else tellSpecific(surroundings, corpus, { ...question, stops }, options)
    surroundings.err(limits.say())
  } finally {
    corpus.close()
  }
}

function checkTogether({ csv, json, kwic, company, similar }: WordsOptions): void {
  if (csv && json) throw new Mistake('--csv and --json were both given; expected one of them')
  const answers = [
    [kwic, '--kwic'],
    [company, '--company'],
    [similar, '--similar'],
  ].flatMap(([value, name]) => (value === undefined ? [] : [name]))
  if (answers.length > 1) throw new Mistake(`${answers[0]} and ${answers[1]} were both given; expected one of them`)
}

type OptionName = keyof WordsOptions

/** Options that an answer has no use for. */
const unused: readonly (readonly [answer: 'kwic' | 'company' | 'similar' | 'csv', options: readonly (readonly [OptionName, string])[]])[] = [
  ['kwic', [['by', '--by'], ['terms', '--terms'], ['minTimes', '--min-times'], ['sentences', '--sentences'], ['stems', '--stems'], ['stopWords', '--stop-words']]],
  ['company', [['by', '--by'], ['sentences', '--sentences']]],
  ['similar', [['by', '--by'], ['of', '--of'], ['zones', '--zones'], ['written', '--written'], ['terms', '--terms'], ['minTimes', '--min-times'], ['sentences', '--sentences'], ['stems', '--stems'], ['stopWords', '--stop-words']]],
  ['csv', [['sentences', '--sentences']]],
] // prettier-ignore

/** What was asked for and would change nothing is a mistake, never ignored. */
function checkObeyed(options: WordsOptions, isGiven: (name: OptionName) => boolean): void {
  if (options.of === 'pages')
    for (const [name, written] of [['zones', '--zones'], ['written', '--written']] as const)
      if (isGiven(name)) throw new Mistake(`${written} is of hyperlinks; expected --of sentences, anchors or headings with it`) // prettier-ignore
  for (const [answer, names] of unused)
    if (options[answer] !== undefined)
      for (const [name, written] of names)
        if (isGiven(name))
          throw new Mistake(`${written} changes nothing of --${answer}; expected one without the other`)
}

const mostStopWords = 1_000_000

function readStopWords(file: string): string[] {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    throw new Mistake(`--stop-words ${printable(file)}: can't be read (${(error as NodeJS.ErrnoException).code})`)
  }
  if (text.length > mostStopWords)
    throw new Mistake(`--stop-words ${printable(file)}: ${text.length} characters found, at most ${mostStopWords} expected`) // prettier-ignore
  const lines = text.replace(/^\ufeff/, '').split(/\r?\n|\r/).map(line => line.trim()) // prettier-ignore
  const several = lines.findIndex(line => !line.startsWith('#') && /\s/.test(line))
  if (several >= 0)
    throw new Mistake(`--stop-words ${printable(file)}:${several + 1}: '${printable(lines[several]!.slice(0, 60))}' has a space; expected one word a line`) // prettier-ignore
  return lines.filter(line => line !== '' && !line.startsWith('#'))
}

/** Of which links words are asked for; says so. */
function questionOf(corpus: Corpus, { err }: Surroundings, options: WordsOptions) {
  const { by, of, statuses, written, language } = options
  const zones = options.zones ?? (by === 'zone' ? allZones : (['content'] as const))
  const chosen = chooseGraphWave(corpus, options.wave)
  const isByWave = by === 'wave'
  if (isByWave && options.wave !== undefined) throw new Mistake('--wave goes with another --by than wave')
  if (!isByWave) err(sayGraphWave(corpus, chosen))
  const wave = isByWave ? undefined : chosen.wave
  err(sayWritten(corpus, { statuses, zones, written, wave }))
  return { by, of, statuses, zones, language, wave, written, least: options.minTimes, longest: options.terms, stems: options.stems ?? false } // prettier-ignore
}

type Question = ReturnType<typeof questionOf> & Pick<TextChoice, 'note'> & { readonly stops: readonly string[] }

function tellSpecific(surroundings: Surroundings, corpus: Corpus, question: Question, options: WordsOptions): void {
  const gathered = gatherTexts(corpus, question)
  const specific = specificWords(corpus, gathered.rows, { ...question, language: gathered.language })
  surroundings.err(sayGathered(gathered))
  const rows = wordRows(gathered, specific)
  if (options.csv) return writeRows(surroundings, options.csv, csvTable(wordTable, rows), howMany(rows.length, 'row'))
  if (!options.json) return surroundings.out(tellParts(corpus, gathered, specific, options))
  for (const row of rows) surroundings.out(jsonOf(row))
  for (const [part, quotes] of quotesOfParts(corpus, gathered, specific, options.sentences).entries())
    for (const { source, target, sourceUrl, weight, text } of quotes)
      surroundings.out(
        `${JSON.stringify({ part: gathered.parts[part], sentence: text, weight, source, target, sourceUrl })}\n`,
      )
}

const jsonOf = (row: WordTableRow, table: typeof wordTable = wordTable): string =>
  `${JSON.stringify(Object.fromEntries(table.map(({ id, read }) => [id, read(row)])))}\n`

function tellCompany(
  surroundings: Surroundings,
  corpus: Corpus,
  term: string,
  question: Question,
  options: WordsOptions,
): void {
  const company = companyOf(corpus, { ...question, term })
  const { gathered, words, holding, sentences, tests } = company
  surroundings.err(sayGathered(gathered))
  const size = { words: 0, sentences: holding }
  const rows = words.map(word => ({ word, part: term, size, allWords: 0, language: gathered.language, tests }))
  const table = wordTable.filter(({ id }) => !id.startsWith('words_'))
  if (options.csv) return writeRows(surroundings, options.csv, csvTable(table, rows), howMany(rows.length, 'row'))
  if (options.json) return rows.forEach(row => surroundings.out(jsonOf(row, table)))
  const told = withoutFragments(words.filter(({ score }) => score > 0)).slice(0, options.limit)
  surroundings.out(
    `${printable(term)}: ${holding} of ${howMany(sentences, nounOf[options.of])} hold it\n${printedWords(told)}`,
  )
}

function tellKwic(
  surroundings: Surroundings,
  corpus: Corpus,
  term: string,
  question: Omit<Question, 'stops'>,
  options: WordsOptions,
): void {
  if (question.of === 'pages') surroundings.err(sayNoText(readWithoutText(corpus, question)))
  const lines = concordance(corpus, { ...question, term })
  if (options.csv)
    return writeRows(surroundings, options.csv, csvTable(kwicTable, lines), howMany(lines.length, 'line'))
  if (options.json)
    return lines.forEach(line =>
      surroundings.out(`${JSON.stringify(Object.fromEntries(kwicTable.map(({ id, read }) => [id, read(line)])))}\n`),
    )
  surroundings.out(printedConcordance(lines, options.limit))
}

function writeRows({ cwd, out, err }: Surroundings, csv: string | true, lines: Iterable<string>, count: string): void {
  if (csv === true) {
    for (const line of lines) out(line)
    return
  }
  const file = resolve(cwd, csv)
  writeTableFile(file, lines)
  err(`${file}: ${count}\n`)
}
