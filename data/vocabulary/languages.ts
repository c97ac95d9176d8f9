/** The languages of the interface; each has a folder of its name in data/vocabulary/words. */
export const languages = ['fr', 'en'] as const
export type Language = (typeof languages)[number]

/** A text in every language of the interface. */
export type Text = Readonly<Record<Language, string>>

/** A text made in each language. */
export const inEachLanguage = (make: (language: Language) => string): Text =>
  Object.fromEntries(languages.map(language => [language, make(language)])) as Text

/** Whose manner numbers, dates and countries follow. */
export const locales: Readonly<Record<Language, string>> = { en: 'en-GB', fr: 'fr-FR' }

/** The first of `tags` ('fr-CA', 'en_GB.UTF-8') that is of a language of the interface; else English. */
export const firstKnown = (...tags: readonly (string | null | undefined)[]): Language =>
  tags
    .map(tag => languages.find(language => tag?.toLowerCase().startsWith(language)))
    .find(language => language !== undefined) ?? 'en'
