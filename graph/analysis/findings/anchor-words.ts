import { compose } from '#data/vocabulary/compose.ts'
import type { EntityId } from '#data/url/brand.ts'

/** Anchor texts of the links that each site receives, with how many links bear them. */
export type Anchors = ReadonlyMap<EntityId, readonly (readonly [text: string, links: number])[]>

/** Words that name no subject: articles and the like, and what links say of themselves. French and English. */
const empty = new Set(
  `about accueil afin ainsi alors also apres après article articles aussi autre autres avant avec avoir been blog blogs
  cela celle celui cette ceux chez click cliquez comme comment dans depuis dernier dernière des deux donc dont elle elles
  encore entre est être faire fait from full grand group groupe have here home homepage http https into lien liens link
  links lire leur leurs mais même more much next notre nous nouveau nouvelle ongoing other over page pages par part pas
  peut plus pour premier previous quand quel quelle read sans savoir site sites some sont sous suite suivant sur than that
  their them then there these they this tous tout toute toutes très under une very vers version view visit visiter voici
  voir vos votre vous website well what when which will with your www`.split(/\s+/),
)

/** Number of links per word of their anchors; a word of one anchor counts once per link. */
export function countWords(ids: Iterable<EntityId>, anchors: Anchors): Map<string, number> {
  const count = new Map<string, number>()
  for (const id of ids)
    for (const [text, links] of anchors.get(id) ?? [])
      for (const word of new Set(wordsOf(text))) count.set(word, (count.get(word) ?? 0) + links)
  return count
}

/** Words of four letters or more, lower case, without those that name no subject. Letters only, whatever a page holds. */
export function wordsOf(text: string): string[] {
  const words =
    compose(text)
      .toLowerCase()
      .match(/\p{L}[\p{L}\p{M}]{3,}/gu) ?? []
  return words.filter(word => !empty.has(word) && word.length <= 30)
}

/** The words that mark `own` off from `all`: frequent there and rarer elsewhere, by their part in the divergence of the two. */
export function markedWords(
  own: ReadonlyMap<string, number>,
  all: ReadonlyMap<string, number>,
  most: number,
): string[] {
  const sum = (counts: ReadonlyMap<string, number>) => counts.values().reduce((total, count) => total + count, 0)
  const ownTotal = sum(own)
  const total = sum(all)
  return [...own]
    .filter(([, count]) => count >= 2)
    .map(([word, count]) => ({
      word,
      score: (count / ownTotal) * Math.log((count / ownTotal) * (total / all.get(word)!)),
    }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || (a.word < b.word ? -1 : 1))
    .slice(0, most)
    .map(({ word }) => word)
}
