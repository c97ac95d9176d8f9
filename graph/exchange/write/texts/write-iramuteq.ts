import type { Saying } from '#graph/words/sayings.ts'
import { oneLine, plainValues, yearOf } from './plain-value.ts'

/** Variables of a text, by name; names and values of letters and digits only. */
const variables: readonly (readonly [name: string, read: (saying: Saying) => string])[] = [
  ['source', ({ link }) => link.source],
  ['target', ({ link }) => link.target],
  ['sourcecountry', ({ sourceCountry }) => sourceCountry],
  ['targetcountry', ({ targetCountry }) => targetCountry],
  ['sourcecommunity', ({ sourceCommunity }) => String(sourceCommunity ?? '')],
  ['targetcommunity', ({ targetCommunity }) => String(targetCommunity ?? '')],
  ['zone', ({ link }) => link.zone],
  ['year', ({ link }) => yearOf(link.pagePublished)],
  ['wave', ({ wave }) => wave],
  ['code', ({ code }) => code],
  ['language', ({ language }) => language],
]

/**
 * One text file for IRaMuTeQ (and rainette's import_corpus_iramuteq, R.temis as 'alceste'): for each sentence a line of stars with its variables
 * (`**** *source_spintankfr *zone_content`), then the sentence. A variable that the
 * text has no value of is left out, since a word in its place would be a value like any. What a line of stars or a theme would be made of is taken out
 * of sentences.
 */
export function* writeIramuteq(sayings: readonly Saying[]): Generator<string> {
  const values = variables.map(([, read]) => plainValues(sayings.map(read).filter(value => value !== '')))
  for (const saying of sayings) {
    const stars = variables.flatMap(([name, read], at) =>
      read(saying) === '' ? [] : [`*${name}_${values[at]!.get(read(saying))!}`],
    )
    yield `**** ${stars.join(' ')}\n${textFor(saying.text)}\n\n`
  }
}

/** `*` begins a variable, `_` stands inside one, `-*` begins a theme. */
const textFor = (text: string): string => oneLine(text.replace(/[*_]+/g, ' '))
