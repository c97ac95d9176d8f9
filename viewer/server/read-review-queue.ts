import type { Corpus } from '#data/store/base/corpus.ts'
import { corpusFigures } from '#data/store/map/map-facts.ts'
import { candidates } from '#data/curate/candidates.ts'
import type { Candidate } from '#data/curate/review-table.ts'
import type { CandidateData, ReviewData } from '../protocol/review.ts'

const mostCandidates = 100

/** The queue of entities to be reviewed. */
export const readReviewQueue = (corpus: Corpus): ReviewData => ({
  candidates: candidates(corpus, { minCiters: 1, limit: mostCandidates }).map(candidateData),
  total: corpusFigures(corpus).entities.DISCOVERED,
})

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
})
