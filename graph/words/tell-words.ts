import { printable, printedColumns } from '#data/command/printable.ts'
import { howMany } from '#data/command/how-many.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import type { SaidOf, SaidText } from '#data/vocabulary/said-of-links.ts'
import type { Evidence } from '#data/store/evidence/evidence.ts'
import { linksByRow } from '#data/store/words/links-by-row.ts'
import { languageNames } from './language-names.ts'
import type { Gathered } from './gather-said.ts'
import type { SpecificWord, SpecificWords } from './specific-words.ts'
import { withoutFragments } from './without-fragments.ts'
import type { SaidRows } from './count/said-rows.ts'
import { pageOfVisit } from '#data/store/visits/page-texts.ts'
import { type TellingSentence, tellingSentences } from './telling-sentences.ts'
import { type WordTableRow, printedScore } from './word-table.ts'

/** Rows of `words --csv`: all words of all parts. */
export function wordRows({ parts, language }: Gathered, { words, sizes, tests }: SpecificWords): WordTableRow[] {
  const allWords = sizes.reduce((sum, size) => sum + size.words, 0)
  return words.map(word => ({ word, part: parts[word.part]!, size: sizes[word.part]!, allWords, language, tests }))
}

/** Pages that were read and say nothing here, since nothing of them is kept; ends with a line break, or is empty. */
export const sayNoText = (pages: number): string =>
  pages === 0
    ? ''
    : `${howMany(pages, 'page')} read without a text that is kept: what they say is not known (crawl --texts).\n`

/** What was counted, and what was left out; ends with a line break. */
export function sayGathered({ language, of, rows, left }: Gathered): string {
  const others = [
    [left.otherLanguage, 'of pages in another language'],
    [left.unknownLanguage, 'of pages whose language is not known'],
    [left.noPart, 'in no part'],
  ] as const
  const out = others.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`)
  const said = `${languageNames[language]}: ${howMany(rows.count.texts, 'text')} of ${howMany(rows.count.sites, 'entity')}`
  return `${said}; --language takes the other one.${out.length === 0 ? '' : ` ${of === 'pages' ? 'Blocks' : 'Hyperlinks'} left out: ${out.join(', ')}.`}\n${sayNoText(left.noText ?? 0)}`
}

/** What is counted, one of it. */
export const nounOf: Readonly<Record<SaidText, string>> = {
  sentences: 'sentence',
  anchors: 'anchor',
  headings: 'heading',
  pages: 'block',
}

const heads = ['word', 'times', 'of all', 'sites', 'pages', 'specificity', 'q']

/** A table of words for a terminal. */
export const printedWords = (words: readonly SpecificWord[]): string =>
  printedColumns([
    heads,
    ...words.map(({ term, f, total, sites, pages, score, q, oneSite }) => [
      `${term}${oneSite ? ' *' : ''}`,
      String(f),
      String(total),
      String(sites),
      String(pages),
      `${score < 0 ? '' : '+'}${printedScore(score).toFixed(4)}`,
      q < 0.0001 ? '< 0.0001' : q.toFixed(4),
    ]),
  ])

export interface ShownOfParts {
  /** Words a part, and sentences a part. */
  readonly limit: number
  readonly sentences: number
}

/** Each part with its most specific words and the sentences that tell most. */
export function tellParts(corpus: Corpus, gathered: Gathered, specific: SpecificWords, shown: ShownOfParts): string {
  const quotes = quotesOfParts(corpus, gathered, specific, shown.sentences)
  const told = gathered.parts.map((part, number) => {
    const { words, sentences } = specific.sizes[number]!
    const more = specific.words.filter(word => word.part === number && word.score > 0)
    const own = withoutFragments(more).slice(0, shown.limit)
    const head = `\n${printable(part)}  ${howMany(sentences, nounOf[gathered.of])}, ${howMany(words, 'word')}\n`
    return `${head}${own.length === 0 ? '' : printedWords(own)}${quotes[number]!.map(said).join('')}`
  })
  const isMarked = specific.words.some(({ oneSite }) => oneSite)
  const q = `${howMany(specific.tests, 'test')} (words × parts); q by Benjamini & Hochberg, of one-sided p: up to 2 q of those told may be false.`
  return `${told.join('')}\n${q}${isMarked ? ' *: one entity alone says it.' : ''}\n`
}

/** A telling sentence and the hyperlink that says it. */
export interface Quote {
  readonly weight: number
  /** Null: a page says it of its own. */
  readonly link: Evidence | null
  readonly source: string
  /** Whom it cites; '' of a page's own words. */
  readonly target: string
  readonly sourceUrl: string
  /** What was counted of it: its sentence, its anchor or the heading above. */
  readonly text: string
}

/** The sentences of each part that tell most. */
export function quotesOfParts(
  corpus: Corpus,
  { rows, of, waves }: Gathered,
  specific: SpecificWords,
  most: number,
): readonly (readonly Quote[])[] {
  const telling = tellingSentences(rows, specific, most)
  if (of === 'pages') return telling.map(ofPart => ofPart.map(one => quoteOfPage(corpus, one, rows)))
  return telling.map((ofPart, part) => {
    const links = linksByRow(
      corpus,
      ofPart.map(({ link }) => link),
      waves[part],
    )
    return ofPart.map(({ link: row, weight }) => {
      const link = links.get(row)!
      return {
        weight,
        link,
        source: link.source,
        target: link.target,
        sourceUrl: link.sourceUrl,
        text: saidBy(link, of),
      }
    })
  })
}

function quoteOfPage(corpus: Corpus, { number, link: visit, weight }: TellingSentence, { spelled }: SaidRows): Quote {
  const { source, sourceUrl } = pageOfVisit(corpus, visit)
  return { weight, link: null, source, target: '', sourceUrl, text: spelled!.of(number) }
}

/** The words of a hyperlink that were counted. */
const saidBy = (link: Evidence, of: SaidOf): string =>
  of === 'anchors' ? link.anchor : of === 'headings' ? link.heading : link.context || link.anchor

const said = ({ text, source, target, sourceUrl }: Quote): string =>
  `  “${printable(text)}”\n    ${printable(`${source}${target === '' ? '' : ` → ${target}`}  ${sourceUrl}`)}\n`
