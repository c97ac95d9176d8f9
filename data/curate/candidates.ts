import type { Corpus } from '../store/base/corpus.ts'
import { discoveredEntities, type DiscoveredQuestion } from '../store/curate/discovered.ts'
import { reviewRows } from '../store/curate/review-rows.ts'
import { guessCountry } from './guess/guess-country.ts'
import { guessKind } from './guess/guess-kind.ts'
import type { Candidate } from './review-table.ts'

/** Unreviewed entities, most cited first, with what the corpus tells of them and what may be guessed. */
export function candidates(corpus: Corpus, question: DiscoveredQuestion): Candidate[] {
  const found = discoveredEntities(corpus, question)
  const reviewed = new Map(
    reviewRows(
      corpus,
      ['DISCOVERED'],
      found.map(({ id }) => id),
    ).map(row => [row.id, row]),
  )
  return found.map(entity => ({
    ...reviewed.get(entity.id)!,
    ...entity,
    countryGuess: guessCountry(entity),
    kindGuess: guessKind(entity),
  }))
}
