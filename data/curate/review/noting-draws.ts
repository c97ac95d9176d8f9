import type { Corpus } from '#data/store/base/corpus.ts'
import { noteDrawn } from '#data/store/review/note-decisions.ts'
import { anyDiscovered } from '#data/store/review/any-discovered.ts'
import { oneDrawnIn, orderReview, listPlaces } from './order.ts'
import { readCandidates } from './read-candidates.ts'

/** What a page or a terminal shows at once. */
const shownAtOnce = 100

/**
 * Carries out a decision about the entities `names`, and notes which of them chance had shown: by them the ranking is measured. A longer
 * table decided at once showed more of them. Called in the transaction of the decision, whose event `decide` returns.
 */
export function notingDraws(corpus: Corpus, names: readonly string[], decide: () => number | null): number | null {
  const drawn = anyDiscovered(corpus, names) ? drawnNow(corpus, Math.max(shownAtOnce, names.length)) : []
  const event = decide()
  if (event !== null && drawn.length > 0) noteDrawn(corpus, event, drawn)
  return event
}

const drawnNow = (corpus: Corpus, places: number): readonly number[] =>
  listPlaces(orderReview(readCandidates(corpus)), Math.ceil(places / oneDrawnIn) * oneDrawnIn)
    .filter(({ drawn }) => drawn)
    .map(({ candidate }) => candidate.row)
