import type { Corpus } from '#data/store/base/corpus.ts'
import { setEntities } from '#data/store/curate/set-entity.ts'
import { inOneStep } from '#data/store/curate/change-entities.ts'
import type { ReviewCandidate } from '#data/curate/review/candidate.ts'
import { notingDraws } from '#data/curate/review/noting-draws.ts'
import { orderReview, listPlaces } from '#data/curate/review/order.ts'
import { readCandidates } from '#data/curate/review/read-candidates.ts'

/** Who is read next, of those whom a site that is IN cites and nobody has reviewed. */
export type Policy = (candidates: readonly ReviewCandidate[], howMany: number) => readonly ReviewCandidate[]

export const open = (candidates: readonly ReviewCandidate[]): ReviewCandidate[] =>
  candidates.filter(({ status }) => status === 'DISCOVERED')

const mostCited = (candidates: readonly ReviewCandidate[], howMany: number): ReviewCandidate[] =>
  candidates
    .toSorted((a, b) => b.citers.length - a.citers.length || b.pages - a.pages || (a.id < b.id ? -1 : 1))
    .slice(0, howMany)

/** What a person would read without this review, without its infrastructure alone, and with it: every tenth by lot. */
export const policies: Readonly<Record<string, Policy>> = {
  'most cited first': (candidates, howMany) => mostCited(open(candidates), howMany),
  'the same without infrastructure': (candidates, howMany) =>
    mostCited(
      open(candidates).filter(({ infrastructure }) => infrastructure === null),
      howMany,
    ),
  'this review': (candidates, howMany) =>
    listPlaces(orderReview(candidates), howMany).map(({ candidate }) => candidate),
}

export interface ReadUntil {
  /** Candidates read until the share was found; null: the list ended before. */
  readonly read: number | null
  readonly found: number
  readonly of: number
}

/** Ten are decided at a time, and ranked anew. */
const atOnce = 10

/** Those of `relevant` that a review can come to at all: a site that is IN, or one found before, cites them. The corpus is changed. */
export function reachable(corpus: Corpus, relevant: ReadonlySet<string>): ReadonlySet<string> {
  const found = new Set<string>()
  for (;;) {
    const next = open(readCandidates(corpus)).filter(({ id }) => relevant.has(id))
    if (next.length === 0) return found
    for (const { id } of next) found.add(id)
    decide(corpus, next, 'IN', 0)
  }
}

/** Reviews `corpus` by `policy`, keeping those of `relevant`, until `share` of them is kept. The corpus is changed. */
export function readUntil(corpus: Corpus, relevant: ReadonlySet<string>, policy: Policy, share = 0.9): ReadUntil {
  const needed = Math.ceil(share * relevant.size)
  let [read, found] = [0, 0]
  for (;;) {
    const next = policy(readCandidates(corpus), atOnce)
    if (next.length === 0) return { read: null, found, of: relevant.size }
    for (const { id } of next) {
      read += 1
      if (relevant.has(id)) found += 1
      if (found >= needed) return { read, found, of: relevant.size }
    }
    decide(
      corpus,
      next.filter(({ id }) => relevant.has(id)),
      'IN',
      read,
    )
    decide(
      corpus,
      next.filter(({ id }) => !relevant.has(id)),
      'OUT',
      read,
    )
  }
}

/** As a page decides. Both kinds of ten that were shown at once are noted before either is decided elsewhere: here one after the other. */
export function decide(corpus: Corpus, some: readonly ReviewCandidate[], status: 'IN' | 'OUT', at: number): void {
  if (some.length === 0) return
  const ids = some.map(({ id }) => id)
  inOneStep(corpus, () =>
    notingDraws(corpus, ids, () => setEntities(corpus, { actor: 'eval', reason: '', now: at }, ids, { status })),
  )
}
