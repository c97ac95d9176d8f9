import { foldText } from '#data/vocabulary/fold-text.ts'
import type { Model } from './model.ts'

export type FindSites = (query: string, limit: number) => number[]

/**
 * A search over names and addresses, accents and case ignored; every word of the query must be found. Names that begin
 * with the query come first, then words that begin with it, then the rest, each by `rankOf` (most cited first). Names are
 * folded when somebody looks for one: of a large map that takes longer than what is seen first may wait.
 */
export function prepareFindSites(model: Model, rankOf: () => readonly number[]): FindSites {
  let known: { readonly rank: readonly number[]; readonly texts: readonly string[] } | undefined
  const { ids, labels } = model.data
  return (query, limit) => {
    const folded = foldText(query).trim()
    if (folded === '') return []
    known ??= { rank: rankOf(), texts: ids.map((id, site) => foldText(`${labels[site]} ${id}`)) }
    const { rank, texts } = known
    const words = folded.split(/\s+/)
    const buckets: number[][] = [[], [], []]
    for (const site of rank) {
      const text = texts[site]!
      if (words.every(word => text.includes(word))) buckets[closeness(text, folded)]!.push(site)
    }
    return buckets.flat().slice(0, limit)
  }
}

function closeness(text: string, query: string): 0 | 1 | 2 {
  if (text.startsWith(query)) return 0
  const before = text[text.indexOf(query) - 1]
  return before !== undefined && /[\s./-]/.test(before) ? 1 : 2
}
