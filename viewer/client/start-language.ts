import { remember, remembered } from './remember.ts'
import { firstLanguage, type Language } from './words/format.ts'

const languageKey = 'toile-language'

/** The language to begin with. */
export const startLanguage = (): Language => firstLanguage(remembered(languageKey), navigator.languages)

export const rememberLanguage = (language: Language): void => remember(languageKey, language)
