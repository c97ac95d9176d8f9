import { describe, expect, it } from 'vitest'
import { languages, type Language } from '#data/vocabulary/languages.ts'
import { pageWords, pageWordsOfFile } from '#data/vocabulary/words/page-words.ts'
import { reportWords } from '#data/vocabulary/words/report-words.ts'
import { sentences } from '#data/vocabulary/words/sentences.ts'

/** All texts of a dictionary with their path; of functions what they say of nothing in particular, of pieces of prose their letters. */
function textsOf(words: unknown, path: string): [path: string, text: string][] {
  if (typeof words === 'string') return [[path, words]]
  if (typeof words === 'function') return textsOf(said(words as (...values: unknown[]) => unknown), path)
  if (typeof words !== 'object' || words === null || 'num' in words) return []
  if (Array.isArray(words)) return words.flatMap(piece => textsOf(piece, path))
  return Object.entries(words).flatMap(([name, word]) => textsOf(word, `${path}.${name}`))
}

/** A number of the report that is none in particular. */
const nothing = Object.assign([], { value: 2, from: { table: '', take: '' }, num: true, text: '' })

function said(word: (...values: unknown[]) => unknown): unknown {
  try {
    return word(nothing, nothing, nothing, nothing, nothing, nothing)
  } catch {
    // What Intl is asked for by codes has no words of its own.
    return ''
  }
}

/** What would be a second word for a tie, a hyperlink or the way a crawl goes, with what is meant otherwise. */
const second: Readonly<Record<Language, readonly (readonly [pattern: RegExp, otherwise: RegExp])[]>> = {
  en: [
    // A hyperlink is never a mere link; sites link to each other, and a link farm is called so.
    [/(?<!hyper)\blinks?\b/gi, /\blinks? (?:to|inside)\b|\blink farm\b|“No link”|\blinks? another\b/gi],
    [/\barcs?\b/gi, /$^/g],
  ],
  fr: [
    [/\barcs?\b/gi, /$^/g],
    // Of figures what is drawn, and a method by its name.
    [/\btraits?\b/gi, /chaque trait est un site|des traits de 0 à 1/gi],
    [/\barêtes?\b/gi, /double échange d’arêtes/gi],
    [
      /\bliens? (?:hypertextes?|externes?|internes? de la page|entrants?|sortants? de la page)\b/gi,
      /liens entrants et sortants/gi,
    ],
    [/clics? de profondeur|fait entrer l’étranger/gi, /$^/g],
  ],
}

describe('one word for one thing', () => {
  it.each(languages)('a tie and a hyperlink have one word each in %s', language => {
    const texts = Object.entries({ pageWords, reportWords, sentences }).flatMap(([name, dictionary]) =>
      textsOf(dictionary[language], name),
    )
    expect(texts.length).toBeGreaterThan(500)
    const others = second[language].flatMap(([pattern, otherwise]) =>
      texts.filter(([, text]) => pattern.test(text.replaceAll(otherwise, '')) || (pattern.lastIndex = 0) !== 0),
    )
    expect(others).toEqual([])
  })

  it.each(languages)('what a person opens is a study: %s', language => {
    // The command line speaks English, and of the file that it is given; so do a report and a citation.
    const { archive, ...others } = sentences[language]
    const ofFile = pageWordsOfFile[language]
    const read = { pageWords: pageWords[language], ofFile, archive, ...(language !== 'en' && others) }
    const texts = Object.entries(read).flatMap(([name, words]) => textsOf(words, name))
    const files = texts.filter(([, text]) => /\bcorpus\b|\bcorpora\b/i.test(text)).map(([path]) => path)
    expect(files).toEqual(['pageWords.collectedBy', 'ofFile.collectedBy'])
  })

  it('says no command of a terminal where the page has a button', () => {
    for (const language of languages)
      expect(textsOf(pageWords[language], '').filter(([, text]) => text.includes('./toile'))).toEqual([])
  })

  it('counts nothing as one that is read', () => {
    expect([0, 1, 2].map(pageWords.fr.pagesReadOf)).toEqual(['0 page lue', '1 page lue', '2 pages lues'])
    expect([0, 1, 2].map(pageWords.en.pagesReadOf)).toEqual(['0 pages read', '1 page read', '2 pages read'])
  })
})
