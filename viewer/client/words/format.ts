import { noTool } from '#data/vocabulary/no-tool.ts'
import { type Language, locales } from '#data/vocabulary/languages.ts'
import { type PageWords, pageWords, pageWordsOfFile } from '#data/vocabulary/words/page-words.ts'
import { asPower, isTiny } from '#data/vocabulary/words/tiny-number.ts'
import type { MapColumn } from '#viewer/protocol/map.ts'

export type Words = PageWords

/** Everything that speaks: the words of a language, and numbers, dates, countries in its manner. */
export interface Speech {
  readonly language: Language
  readonly words: Words
  readonly count: (value: number) => string
  /** Three significant digits; whole numbers whole; what would be a row of zeros with a power of ten. */
  readonly number: (value: number | null) => string
  readonly share: (value: number) => string
  /** Two numbers with 'to' between them; one where they are read the same. */
  readonly between: (least: number, most: number) => string
  /** Of milliseconds or ISO 8601 (date alone is enough); empty when it is not a date. */
  readonly date: (at: number | string) => string
  /** Of milliseconds, day and time by the reader's own clock: what happened while they slept. */
  readonly moment: (at: number) => string
  /** '12–13 November 2026'. */
  readonly dates: (from: number, to: number) => string
  readonly country: (code: string) => string
  /** Of a language by its code: 'de' as 'German'; anything else as it is. */
  readonly tongue: (code: string) => string
  /** 'YYYY-MM' as 'May 2012'. */
  readonly month: (month: string) => string
  readonly columnTitle: (column: MapColumn) => string
  /** A category's value as people read it. */
  readonly category: (column: string, value: string) => string
}

/** `isOfFile`: of a network whose ties a file told, of which nothing is said that is true of a crawl alone. */
export function speak(language: Language, isOfFile = false): Speech {
  const words = (isOfFile ? pageWordsOfFile : pageWords)[language]
  const locale = locales[language]
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 })
  // Years are numbers, too: four digits stay together.
  const amount = new Intl.NumberFormat(locale, { maximumFractionDigits: 0, useGrouping: 'min2' })
  const digits = new Intl.NumberFormat(locale, { maximumSignificantDigits: 3 })
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' })
  const moments = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' })
  const months = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'short', timeZone: 'UTC' })
  const regions = new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' })
  const tongues = new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' })
  const country = (code: string): string => (/^[A-Z]{2}$/.test(code) ? (regions.of(code) ?? code) : code)
  const number = (value: number | null): string => {
    if (value === null) return ''
    if (Number.isInteger(value)) return amount.format(value)
    return isTiny(value) ? asPower(value, digits) : digits.format(value)
  }
  return {
    language,
    words,
    count: whole.format,
    number,
    between: (least, most) =>
      number(least) === number(most) ? number(least) : words.range(number(least), number(most)),
    share: percent.format,
    date: at => (Number.isNaN(new Date(at).getTime()) ? '' : day.format(new Date(at))),
    moment: at => moments.format(new Date(at)),
    dates: (from, to) => day.formatRange(new Date(from), new Date(to)),
    country,
    tongue: code => (/^[a-z]{2,3}$/.test(code) ? (tongues.of(code) ?? code) : code),
    month: text => months.format(new Date(`${text}-01T00:00:00Z`)),
    columnTitle: column =>
      column.origin === 'tag'
        ? tagTitle(column, words)
        : (words.columns[column.name] ?? column.title?.[language] ?? column.name.replaceAll('_', ' ')),
    category: (column, value) => {
      if ((column === 'tool' || column === 'tool_country') && value === noTool) return words.noTool
      if (column === 'country' || column === 'tool_country') return country(value)
      if (column === 'says') return words.saysValues[value as keyof Words['saysValues']] ?? value
      if (column === 'country') return country(value)
      if (column === 'kind') return words.kinds[value] ?? value
      if (column === 'status') return words.statuses[value as keyof Words['statuses']] ?? value
      return value
    },
  }
}

const tagTitle = ({ kind, name }: MapColumn, words: Words): string =>
  kind === 'number' ? words.asNumber(name.slice('number:'.length)) : name.slice('tag:'.length)
