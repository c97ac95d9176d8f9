import type { Corpus } from '#data/store/base/corpus.ts'
import { dismissals } from '#data/store/curate/dismiss.ts'
import { livingSites } from '#data/store/suggest/living-sites.ts'
import { endedPrefixes } from './ended-prefixes.ts'
import { likelyFarms } from './link-farms.ts'
import { likelyParked } from './likely-parked.ts'
import { likelySame } from './same-entities.ts'
import { suggestionKinds, type Suggestion, type SuggestionKind } from './suggestion.ts'

export interface SuggestQuestion {
  readonly kinds: readonly SuggestionKind[]
  /** Most of each kind. */
  readonly limit: number
}

const finders = { same: likelySame, parked: likelyParked, farm: likelyFarms, ended: endedPrefixes } as const

/**
 * What a person may want to look at: likely one entity, likely parked, likely a link farm, no longer theirs; by kind, the strongest first.
 * Reads only. What was dismissed, and what was set OUT, is left out.
 */
export function suggestions(corpus: Corpus, { kinds, limit }: SuggestQuestion): Suggestion[] {
  const sites = livingSites(corpus)
  const dismissed = dismissals(corpus)
  const isDismissed = ({ kind, entities }: Suggestion): boolean =>
    dismissed.some(one => one.kind === kind && entities.every(id => one.entities.includes(id)))
  return suggestionKinds
    .filter(kind => kinds.includes(kind))
    .flatMap(kind =>
      finders[kind](corpus, sites)
        .filter(one => !isDismissed(one))
        .toSorted((a, b) => b.strength - a.strength || (a.entities.join(' ') < b.entities.join(' ') ? -1 : 1))
        .slice(0, limit),
    )
}
