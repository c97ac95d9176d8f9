import type { Corpus } from '../base/corpus.ts'
import { withTextIndex } from './text-index.ts'

/** Phrases of folded words that must all stand in a text; `*` in a word stands for any letters. */
type Sought = readonly (readonly string[])[]

/**
 * The kept texts of pages that hold one of `alternatives`, and perhaps others, by the visits that they are kept of, as the index tells; null: it can't, and all are to be read. A
 * word is looked for by the pieces that the index knows it by, one with a star by what stands before it.
 */
export function textsThatMayHold(corpus: Corpus, alternatives: readonly Sought[]): readonly number[] | null {
  const matches = alternatives.map(matchOf)
  if (matches.includes('')) return null
  return withTextIndex(corpus, () =>
    corpus
      .sql<number>('SELECT rowid FROM words.paged WHERE paged MATCH @match ORDER BY rowid')
      .pluck()
      .all({ match: [...new Set(matches)].map(match => `(${match})`).join(' OR ') }),
  ) as readonly number[] | null
}

/** Letters and digits with stars among them. */
const pieces = /[\p{L}\p{N}\p{Co}*]+/gu

function matchOf(sought: Sought): string {
  const words = sought.flat().flatMap(word => word.match(pieces) ?? [])
  const asked = words.flatMap(piece => {
    const star = piece.indexOf('*')
    if (star < 0) return [`"${piece}"`]
    return star === 0 ? [] : [`"${piece.slice(0, star)}"*`]
  })
  return [...new Set(asked)].join(' AND ')
}
