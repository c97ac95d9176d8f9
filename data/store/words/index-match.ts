import type { Corpus } from '../base/corpus.ts'
import type { SoughtText } from './folded-words.ts'

/** What is indexed: anchors and sentences, titles, texts of pages. */
export type IndexedTable = 'said' | 'headed' | 'paged'

/** How the index is asked for what somebody looks for. */
export interface IndexMatch {
  /** An expression of FTS5. */
  readonly match: string
  /** It finds more than what is looked for: the text decides. */
  readonly isWider: boolean
  /** It may find less: a word that is frequent has more forms than are looked up. */
  readonly isCut: boolean
}

/** Texts that hold a word, or a word that begins so, and the forms of it that most texts hold. */
interface Known {
  readonly texts: number
  readonly forms: readonly string[]
  readonly isCut: boolean
}

const mostForms = 30

/**
 * The match of what is looked for. Above `few` texts a beginning is asked for by its commonest forms, since FTS5 puts
 * the lists of all of them together before it gives the first; where another word is rare, it decides alone, and the text is looked at. Infinity: all
 * there is, in one expression.
 */
export function indexMatch(corpus: Corpus, sought: SoughtText, table: IndexedTable, few: number): IndexMatch {
  const words = [
    ...sought.phrases.flat().map(word => ({ word, whole: true })),
    ...sought.beginnings.map(word => ({ word, whole: false })),
  ]
  const isPhrase = sought.phrases.some(({ length }) => length > 1)
  const plain = ({ word, whole }: (typeof words)[number]): string => `"${word}"${whole ? '' : '*'}`
  if (few === Number.POSITIVE_INFINITY)
    return { match: words.map(plain).join(' AND '), isWider: isPhrase, isCut: false }
  const known = words.map(one => ({ one, ...lookUp(corpus, one.word, one.whole, table) }))
  const rare = known.filter(({ texts }) => texts <= few)
  if (rare.length > 0)
    return {
      match: rare.map(({ one }) => plain(one)).join(' AND '),
      isWider: isPhrase || rare.length < known.length,
      isCut: false,
    }
  const each = known.map(({ one, forms }) =>
    one.whole ? plain(one) : `(${forms.map(form => `"${form}"`).join(' OR ')})`,
  )
  return { match: each.join(' AND '), isWider: isPhrase, isCut: known.some(({ isCut }) => isCut) }
}

const formsOf = (table: IndexedTable, bound: string): string =>
  `SELECT term, ${table} AS texts, sum(${table}) OVER () AS all_texts, count(*) OVER () AS forms FROM words.term
   WHERE ${bound} AND ${table} > 0 ORDER BY ${table} DESC LIMIT ${mostForms}`

/** The last character there is: what begins with a word stands between it and it with this. */
const last = '\u{10ffff}'

function lookUp(corpus: Corpus, word: string, whole: boolean, table: IndexedTable): Known {
  const rows = corpus
    .sql<{ term: string; all_texts: number; forms: number }>(
      formsOf(table, whole ? 'term = @word AND @end <> term' : 'term >= @word AND term < @end'),
    )
    .all({ word, end: word + last })
  const [first] = rows
  return {
    texts: first?.all_texts ?? 0,
    forms: rows.map(({ term }) => term),
    isCut: (first?.forms ?? 0) > mostForms,
  }
}
