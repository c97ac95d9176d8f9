import { inEachLanguage } from '#data/vocabulary/languages.ts'
import { fill } from '#data/vocabulary/words/fill.ts'
import { type MeasureWords, measureWords } from '#data/vocabulary/words/measure-words.ts'
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
): Pick<MeasureCard, 'title' | 'description'> {
  const text = (part: keyof CardTemplates) =>
    inEachLanguage(language => {
      const words = measureWords[language]
      return fill(pick(words)[part], values(words), sentences[language].alternatives)
    })
  return { title: text('title'), description: text('description') }
}
