import { foldText } from '#data/vocabulary/fold-text.ts'
import type { Model } from './model.ts'

export type FindSites = (query: string, limit: number) => number[]

/**
 * A search over names and addresses, accents and case ignored; every word of the query must be found. Names that begin
 * with the query come first, then words that begin with it, then the rest, each by `rank` (most cited first).
 */
export function prepareFindSites(model: Model, rank: readonly number[]): FindSites {
  const texts = model.data.ids.map((id, site) => foldText(`${model.data.labels[site]} ${id}`))
  return (query, limit) => {
    const folded = foldText(query).trim()
    if (folded === '') return []
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
