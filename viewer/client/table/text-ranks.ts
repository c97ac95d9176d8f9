import { foldText } from '#data/vocabulary/fold-text.ts'
import type { Language } from '#data/vocabulary/languages.ts'
import type { SiteColumn } from './site-column.ts'

const known = new WeakMap<SiteColumn, { readonly language: Language; readonly ranks: Float64Array }>()

/** Places of the sites by their text in a column, as the language sorts it; sites of one text share theirs, NaN: it is empty. Made once a column. */
export function textRanks(column: SiteColumn, siteCount: number, language: Language): Float64Array {
  const found = known.get(column)
  if (found?.language === language && found.ranks.length === siteCount) return found.ranks
  const texts = Array.from({ length: siteCount }, (_, site) => column.text(site))
  const rankOf = rankTexts(new Set(texts), new Intl.Collator(language, { numeric: true, sensitivity: 'base' }))
  const ranks = Float64Array.from(texts, text => (text === '' ? Number.NaN : rankOf.get(text)!))
  known.set(column, { language, ranks })
  return ranks
}

/**
 * Sorted roughly first, so that the collator, which costs twenty times as much a comparison, meets what is nearly in order: then each text is
 * compared a few times only.
 */
function rankTexts(texts: ReadonlySet<string>, collator: Intl.Collator): ReadonlyMap<string, number> {
  const rough = [...texts].map(text => [roughly(text), text] as const)
  rough.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  const sorted = rough.map(([, text]) => text).sort((a, b) => collator.compare(a, b))
  const rankOf = new Map<string, number>()
  let rank = 0
  for (const [at, text] of sorted.entries()) {
    if (at > 0 && collator.compare(sorted[at - 1]!, text) !== 0) rank += 1
    rankOf.set(text, rank)
  }
  return rankOf
}

/** A text whose code units stand for nearly what the collator goes by: letters alone, numbers by their size. */
const roughly = (text: string): string => foldText(text).replace(/\d+/g, digits => digits.padStart(9, '0'))
