import { firstKnown, type Language, locales } from '#data/vocabulary/languages.ts'
import type { NumberStyle } from '#data/vocabulary/words/prose.ts'
import { type ReportWords as Words, reportWords, reportWordsOfFile } from '#data/vocabulary/words/report-words.ts'
import { asPower, isTiny } from '#data/vocabulary/words/tiny-number.ts'
import type { MeasureCard } from '#graph/analysis/measure.ts'
import { saidOf } from '#graph/analysis/said-of.ts'
import type { Findings } from '../findings/findings.ts'

/** Everything that speaks: the words of a language, and numbers, dates and countries in its manner. */
export interface ReportSpeech {
  readonly language: Language
  readonly words: Words
  /** What a measure is called, and what it says. */
  readonly measure: (card: MeasureCard) => { readonly title: string; readonly description: string }
  /** `decimals`: exactly so many, whatever the style. */
  readonly number: (value: number, as: NumberStyle, decimals?: number) => string
  /** A number read off a scale: no more digits than it has. */
  readonly tick: (value: number) => string
  /** '12–13 November 2026', of milliseconds in UTC. */
  readonly dates: (from: number, to: number) => string
  /** Of ISO 8601, the day alone; as it stands when it is none. */
  readonly day: (text: string) => string
  readonly country: (code: string) => string
  /** 'the United States', 'les États-Unis'. */
  readonly theCountry: (code: string) => string
  /** What follows 'sites of' and « sites »: 'the United States', 'des États-Unis'. */
  readonly ofCountry: (code: string) => string
  /** 'a, b and c'. */
  readonly list: (parts: readonly string[]) => string
  /** Words with the spaces that the language puts before its marks. */
  readonly typeset: (text: string) => string
}

/** Where the ties come from decides the words: of a file's, nothing is said that is true of a crawl alone. */
export function speakReport(language: Language, { tieOrigin }: Pick<Findings, 'tieOrigin'>): ReportSpeech {
  const locale = locales[language]
  const isOfFile = tieOrigin === 'file'
  const words = (isOfFile ? reportWordsOfFile : reportWords)[language]
  const { grammar } = words
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' })
  const regions = new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' })
  const sentenceList = new Intl.ListFormat(locale, { type: 'conjunction' })
  const country = (code: string): string =>
    code === '' ? words.noCountry : /^[A-Z]{2}$/.test(code) ? (regions.of(code) ?? code) : code
  const ticks = new Intl.NumberFormat(locale, { maximumSignificantDigits: 3 })
  return {
    language,
    words,
    measure: card => {
      const { title, description } = saidOf(card, isOfFile)
      return { title: title[language], description: description[language] }
    },
    number: numberWriter(locale),
    tick: value => withMinus(ticks.format(value)),
    dates: (from, to) => day.formatRange(new Date(from), new Date(to)).replaceAll('\u2009', ' '),
    day: text => (Number.isNaN(Date.parse(text)) ? text : day.format(new Date(text))),
    country,
    theCountry: code => grammar.theCountry(code, country(code)),
    ofCountry: code => grammar.ofCountry(code, country(code)),
    list: parts => sentenceList.format(parts),
    typeset: grammar.typeset,
  }
}

/** Intl writes a hyphen; the mathematical sign is as wide as a plus. */
const withMinus = (text: string): string => text.replace(/^-/, '\u2212')

function numberWriter(locale: string): ReportSpeech['number'] {
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 })
  const digits = (most: number): Intl.NumberFormat => new Intl.NumberFormat(locale, { maximumSignificantDigits: most })
  const three = digits(3)
  const two = digits(2)
  const one = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
  const fine = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 })
  const writers: Readonly<Record<NumberStyle, (value: number) => string>> = {
    plain: value =>
      isTiny(value)
        ? asPower(value, three)
        : (Number.isInteger(value) || Math.abs(value) >= 1000 ? whole : three).format(value),
    share: value => (value !== 0 && Math.abs(value) < 0.1 ? fine : percent).format(value),
    p: value => (isTiny(value) ? asPower(value, two) : two.format(value)),
    z: value => one.format(value),
  }
  const fixed = Array.from(
    { length: 7 },
    (_, decimals) =>
      new Intl.NumberFormat(locale, { minimumFractionDigits: decimals, maximumFractionDigits: decimals }),
  )
  return (value, as, decimals) => {
    const shown = value === 0 ? 0 : value
    const text = decimals === undefined ? writers[as](shown) : fixed[decimals]!.format(shown)
    // What rounds to nothing has no sign.
    return withMinus(/[1-9]/.test(text) ? text : text.replace(/^-/, ''))
  }
}

/** The language asked for, or that of the environment's locale (LC_ALL, LC_MESSAGES, LANG), or English. */
export function chooseLanguage(
  asked: Language | undefined,
  env: Readonly<Record<string, string | undefined>>,
): Language {
  return asked ?? firstKnown(env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'])
}
