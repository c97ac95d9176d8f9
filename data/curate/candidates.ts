import { registrableDomain } from '#data/url/registrable-domain.ts'
import type { Corpus } from '../store/base/corpus.ts'
import { discoveredEntities } from '../store/curate/discovered.ts'
import { reviewRows } from '../store/curate/review-rows.ts'
import { guessCountry } from './guess/guess-country.ts'
import { guessKind } from './guess/guess-kind.ts'
import { communityOf, type ReviewCandidate } from './review/candidate.ts'
import { scoreOf } from './review/learn.ts'
import { orderReview, listPlaces, type ReviewOrder } from './review/order.ts'
import { readCandidates } from './review/read-candidates.ts'
import { reasonsOf } from './review/reasons.ts'
import type { Candidate } from './review-table.ts'

export interface CandidateQuestion {
  /** Least number of IN entities citing it. */
  readonly minCiters: number
  readonly limit: number
  /** The infrastructure that is told apart, instead of the queue. */
  readonly infrastructure?: boolean
  /** Only those of a group. */
  readonly isAsked?: (candidate: ReviewCandidate) => boolean
}

/** Where an unreviewed entity stands in the list, and why. */
interface ListPlace {
  readonly candidate: ReviewCandidate
  readonly drawn: boolean
}

/** Unreviewed entities in the order of the review, with what the corpus tells of them and what may be guessed. */
export function candidates(
  corpus: Corpus,
  question: CandidateQuestion,
  order: ReviewOrder = orderReview(readCandidates(corpus)),
): Candidate[] {
  const listed = listOf(order, question)
  const ids = listed.map(({ candidate }) => candidate.id)
  const found = new Map(discoveredEntities(corpus, { minCiters: 1, limit: ids.length, ids }).map(row => [row.id, row]))
  const reviewed = new Map(reviewRows(corpus, ['DISCOVERED'], ids).map(row => [row.id, row]))
  return listed.map(({ candidate, drawn }, at) => {
    const entity = found.get(candidate.id)!
    return {
      ...reviewed.get(candidate.id)!,
      ...entity,
      countryGuess: guessCountry(entity),
      kindGuess: guessKind(entity),
      place: at + 1,
      drawn,
      score: order.model && scoreOf(order.model, candidate),
      why: reasonsOf(candidate, order.model),
      domain: domainOf(candidate.id),
      community: communityOf(candidate),
      infrastructure: candidate.infrastructure,
    }
  })
}

function listOf(order: ReviewOrder, { minCiters, limit, infrastructure, isAsked }: CandidateQuestion): ListPlace[] {
  const isIn = (candidate: ReviewCandidate): boolean =>
    candidate.citers.length >= minCiters && (isAsked?.(candidate) ?? true)
  if (infrastructure === true)
    return order.infrastructure
      .filter(isIn)
      .slice(0, limit)
      .map(candidate => ({ candidate, drawn: false }))
  return listPlaces({ ranked: order.ranked.filter(isIn), lots: order.lots.filter(isIn) }, limit)
}

/** The domain that somebody registered; several publish below a platform's. */
export const domainOf = (id: string): string => {
  const host = id.split(/[/?:]/, 1)[0]!
  return registrableDomain(host) ?? host
}
