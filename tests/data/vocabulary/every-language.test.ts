import { describe, expect, it } from 'vitest'
import { languages, locales } from '#data/vocabulary/languages.ts'
import { measureWords } from '#data/vocabulary/words/measure-words.ts'
import { pageWords } from '#data/vocabulary/words/page-words.ts'
import { reportWords } from '#data/vocabulary/words/report-words.ts'
import { sentences } from '#data/vocabulary/words/sentences.ts'

const dictionaries = { measureWords, pageWords, reportWords, sentences }
const others = languages.filter(language => language !== 'en')

/** Every entry with its path, in the order of paths: a text, a piece of prose, or a function that makes one. */
function entries(words: object, path = ''): [path: string, word: unknown][] {
  return Object.entries(words)
    .flatMap(([name, word]: [string, unknown]): [string, unknown][] =>
      typeof word === 'object' && word !== null && !Array.isArray(word)
        ? entries(word, `${path}${name}.`)
        : [[`${path}${name}`, word]],
    )
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
}

const kindOf = (word: unknown): string => (Array.isArray(word) ? 'prose' : typeof word)

/** What a word is given: marks in the place of texts, and numbers of the report, each with a mark of its own. */
const texts = ['§a§', '§b§', '§c§', '§d§', '§e§', '§f§']
const numbers = texts.map((mark, at) => ({ value: 101 + at, from: { table: 'none', take: mark } }))

/** A text or a piece of prose as one text, numbers by their marks. */
function flat(said: unknown): string {
  if (Array.isArray(said)) return said.map(flat).join('')
  if (typeof said !== 'object' || said === null) return String(said)
  return 'num' in said
    ? (said as { num: { from: { take: string } } }).num.from.take
    : flat((said as { text: unknown }).text)
}

/** The values that a word tells: names in braces of a template, marks of what a function is given. */
function told(word: unknown, given: readonly unknown[]): string[] {
  const text = flat(typeof word === 'function' ? (word as (...values: unknown[]) => unknown)(...given) : word)
  return [...new Set(text.toLowerCase().match(/\{\w+\}|§[a-f]§/g))].toSorted()
}

describe('every language of the interface', () => {
  it('has a locale', () => {
    for (const language of languages) expect(Intl.DateTimeFormat.supportedLocalesOf(locales[language])).toHaveLength(1)
  })

  describe.each(Object.entries(dictionaries))('%s', (name, dictionary) => {
    it.each(others)('says in %s all that is said in English', language => {
      const kinds = (words: object) => entries(words).map(([path, word]) => `${path}: ${kindOf(word)}`)
      expect(kinds(dictionary[language])).toEqual(kinds(dictionary.en))
    })

    it.each(languages)('has no empty word in %s', language => {
      const empty = entries(dictionary[language]).filter(([, word]) => typeof word === 'string' && word.trim() === '')
      expect(empty.map(([path]) => path)).toEqual([])
    })

    it.each(others)('tells in %s the same values as in English', language => {
      const values = (words: object) =>
        entries(words)
          // What Intl does not know of a language's grammar is called with codes and names.
          .filter(([path]) => !path.startsWith('grammar.'))
          .map(([path, word]) => [path, ...told(word, name === 'reportWords' ? numbers : texts)].join(' '))
      expect(values(dictionary[language])).toEqual(values(dictionary.en))
    })
  })

  it.each(others)('says in %s of every mistake what English says in other words', language => {
    const english: Readonly<Record<string, string>> = sentences.en.mistakes
    const same = Object.entries(sentences[language].mistakes).filter(
      ([code, text]) => text === english[code] && !['at-line', 'in-the-call'].includes(code),
    )
    expect(same).toEqual([])
  })
})
