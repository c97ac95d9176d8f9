import { firstKnown, type Language } from '#data/vocabulary/languages.ts'
import { remember, remembered } from './remember.ts'

const languageKey = 'toile-language'

/** The language to begin with. */
export const startLanguage = (): Language => firstKnown(remembered(languageKey), ...navigator.languages)

export const rememberLanguage = (language: Language): void => remember(languageKey, language)
