import type { Corpus } from '#data/store/base/corpus.ts'
import { candidates, domainOf } from '#data/curate/candidates.ts'
import type { Candidate } from '#data/curate/review-table.ts'
import { assessRanking } from '#data/curate/review/assess.ts'
import { communityOf, type ReviewCandidate } from '#data/curate/review/candidate.ts'
import { orderReview, type ReviewOrder } from '#data/curate/review/order.ts'
import { readCandidates } from '#data/curate/review/read-candidates.ts'
import { tellReview, tellRounds } from '#data/curate/review/tell-review.ts'
import type { ReviewSaid } from '#data/vocabulary/words/say.ts'
import { reviewGroups, type CandidateData, type ReviewData, type ReviewGroup } from '../protocol/review.ts'

const mostCandidates = 100
/** Of a group all can be decided at once. */
const mostOfGroup = 1000
const mostGroups = 40

/** The queue as a corpus has it now: made once for all that is asked of it. */
export interface RankedReview {
  readonly order: ReviewOrder
  readonly said: readonly ReviewSaid[]
}

export function makeReviewQueue(corpus: Corpus): RankedReview {
  const known = readCandidates(corpus)
  const order = orderReview(known)
  return { order, said: [...tellReview(order, assessRanking(known)), ...tellRounds(corpus)] }
}

/** What is asked for: all, a group, or what was told apart. */
export interface AskedReview {
  readonly group: ReviewGroup | ''
  readonly name: string
  readonly infrastructure: boolean
}

/** What each group tells candidates apart by; '' for not known. */
const groupOf: Readonly<Record<ReviewGroup, (candidate: ReviewCandidate) => string>> = {
  domain: ({ id }) => domainOf(id),
  kind: ({ kindOrGuess }) => kindOrGuess,
  community: candidate => String(communityOf(candidate) ?? ''),
}

/** The entities to be reviewed, as they are asked for. */
export function readReviewQueue(corpus: Corpus, { order, said }: RankedReview, asked: AskedReview): ReviewData {
  const { group, name, infrastructure } = asked
  const isAsked = group === '' ? undefined : (candidate: ReviewCandidate) => groupOf[group](candidate) === name
  const shown = infrastructure ? order.infrastructure : order.ranked
  const limit = isAsked === undefined ? mostCandidates : mostOfGroup
  const question = { minCiters: 1, limit, infrastructure, ...(isAsked && { isAsked }) }
  return {
    candidates: candidates(corpus, question, order).map(candidateData),
    total: isAsked === undefined ? shown.length : shown.filter(isAsked).length,
    infrastructure: order.infrastructure.length,
    said,
    groups: reviewGroups.map(kind => ({ kind, values: countGroups(shown, groupOf[kind]) })),
  }
}

/** Names that two candidates or more share, the largest first. */
function countGroups(
  shown: readonly ReviewCandidate[],
  of: (candidate: ReviewCandidate) => string,
): ReviewData['groups'][number]['values'] {
  const counts = new Map<string, number>()
  for (const candidate of shown) counts.set(of(candidate), (counts.get(of(candidate)) ?? 0) + 1)
  return [...counts]
    .filter(([name, count]) => name !== '' && count > 1)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, mostGroups)
    .map(([name, count]) => ({ name, count }))
}

const candidateData = (candidate: Candidate): CandidateData => ({
  id: candidate.id,
  label: candidate.name === '' ? candidate.id : candidate.name,
  homepage: candidate.homepage,
  country: candidate.country,
  kind: candidate.kind,
  citedBy: candidate.citedBy,
  pages: candidate.pages,
  links: candidate.links,
  contentLinks: candidate.contentLinks,
  anchors: candidate.anchors,
  citers: candidate.citers,
  countryGuess: candidate.countryGuess,
  kindGuess: candidate.kindGuess,
  why: candidate.why,
  drawn: candidate.drawn,
  infrastructure: candidate.infrastructure,
})
