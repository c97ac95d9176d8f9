import { isAddress, plainWords } from '../guess/plain-words.ts'

/** Words of grammar of French and English that anchors are full of, and words that only say 'here is a link'. Folded. */
const grammar = new Set(
  `a an and are as at be by de des du en et for from in is it la le les l d of on or our par pour sur the to un une with you your nos notre vos
  votre this that ce cette ces au aux dans est qui que plus more here ici click cliquez read lire see voir site website web page www http https
  com org fr net html php lien link links liens suite`.split(/\s+/),
)

/** Longer anchors are sentences; their end says less of whom they name. */
const mostWords = 12

/**
 * The words of an entity: how many sites use each for it, given each site's anchors; those of its own `names` count as used once at least.
 * Numbers, single letters and addresses are left out.
 */
export function entityWords(
  names: readonly string[],
  anchorsBySite: readonly (readonly string[])[],
  split: SplitWords = wordsOf,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const anchors of anchorsBySite)
    for (const word of new Set(anchors.flatMap(split))) counts.set(word, (counts.get(word) ?? 0) + 1)
  for (const word of names.flatMap(split)) if (!counts.has(word)) counts.set(word, 1)
  return counts
}

type SplitWords = (text: string) => readonly string[]

const wordsOf: SplitWords = text =>
  isAddress(text)
    ? []
    : plainWords(text.slice(0, 300))
        .slice(0, mostWords)
        .filter(word => word.length > 1 && !/^\d+$/.test(word) && !grammar.has(word))

/** Splits each text once: most anchors are used by several sites. */
export function rememberingSplit(): SplitWords {
  const known = new Map<string, readonly string[]>()
  return text => {
    const found = known.get(text) ?? wordsOf(text)
    known.set(text, found)
    return found
  }
}
