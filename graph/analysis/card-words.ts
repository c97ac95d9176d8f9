import { inEachLanguage, type Language, type Text } from '#data/vocabulary/languages.ts'
import { fill } from '#data/vocabulary/words/fill.ts'
import { type MeasureWords, measureWords, measureWordsOfFile } from '#data/vocabulary/words/measure-words.ts'
import { sentences } from '#data/vocabulary/words/sentences.ts'
import type { MeasureCard } from './measure.ts'

interface CardTemplates {
  readonly title: string
  readonly description: string
}

/** Title and description of a measure in every language, the names in braces filled in with `values` of that language. */
export function cardWords(
  pick: (words: MeasureWords) => CardTemplates,
  values: (words: MeasureWords) => Readonly<Record<string, string>> = () => ({}),
): Pick<MeasureCard, 'title' | 'description' | 'ofFile'> {
  const text = (part: keyof CardTemplates, dictionary: Readonly<Record<Language, MeasureWords>>): Text =>
    inEachLanguage(language => {
      const words = dictionary[language]
      return fill(pick(words)[part], values(words), sentences[language].alternatives)
    })
  const said = (dictionary: Readonly<Record<Language, MeasureWords>>) => ({
    title: text('title', dictionary),
    description: text('description', dictionary),
  })
  return { ...said(measureWords), ofFile: said(measureWordsOfFile) }
}
