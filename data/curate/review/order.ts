import { createHash } from 'node:crypto'
import { citersIn, communitiesInText, isInText, type ReviewCandidate } from './candidate.ts'
import { learn, scoreOf, type ReviewModel } from './learn.ts'

/** The queue of the review, whole: who comes first, and what was told apart. */
export interface ReviewOrder {
  /** By rank, without those of chance. */
  readonly ranked: readonly ReviewCandidate[]
  /** The same in the order of the lot. */
  readonly lots: readonly ReviewCandidate[]
  /** Infrastructure, most cited first. */
  readonly infrastructure: readonly ReviewCandidate[]
  /** What the ranking is learnt from; null: too few decisions, it goes by citations. */
  readonly model: ReviewModel | null
}

/** A candidate at its place in the list that a person reads. */
export interface Placed {
  readonly candidate: ReviewCandidate
  /** It is among those drawn by lot: shown whatever its rank, so that the ranking can be measured by it. */
  readonly drawn: boolean
}

/** Orders those of `candidates` that nobody has reviewed. Same candidates, same order. */
export function orderReview(candidates: readonly ReviewCandidate[]): ReviewOrder {
  const model = learn(candidates)
  const open = candidates.filter(({ status }) => status === 'DISCOVERED')
  const rest = open.filter(({ infrastructure }) => infrastructure === null)
  const keyOf = model === null ? keyBefore : (candidate: ReviewCandidate) => [scoreOf(model, candidate)]
  return {
    ranked: sortBy(rest, candidate => [...keyOf(candidate), candidate.citers.length, candidate.pages]),
    lots: sortBy(rest, ({ id }) => [lotOf(id)]),
    infrastructure: sortBy(
      open.filter(({ infrastructure }) => infrastructure !== null),
      ({ citers, pages }) => [citers.length, pages],
    ),
    model,
  }
}

/** Before anything is learnt: communities that cite it in their text, then sites that do, then lists of sites. */
const keyBefore = (candidate: ReviewCandidate): readonly number[] => [
  communitiesInText(candidate),
  candidate.citers.filter(isInText).length,
  citersIn(candidate, 'list'),
]

/** Greatest keys first, then by id. */
function sortBy(
  candidates: readonly ReviewCandidate[],
  keyOf: (one: ReviewCandidate) => readonly number[],
): ReviewCandidate[] {
  return candidates
    .map(candidate => ({ candidate, key: keyOf(candidate) }))
    .sort((a, b) => compareKeys(a.key, b.key) || (a.candidate.id < b.candidate.id ? -1 : 1))
    .map(({ candidate }) => candidate)
}

function compareKeys(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index])
  return at === -1 ? 0 : b[at]! - a[at]!
}

/** The seed of the lot. Who comes next depends on names alone: neither on decisions nor on the ranking. */
const seed = 1

const lotOf = (id: string): number => createHash('sha256').update(`lot/${seed}/${id}`).digest().readUIntBE(0, 6)

/** Every so many places one is drawn. */
export const oneDrawnIn = 10

/**
 * The first `limit` places of the list: by rank, and each tenth by lot. Those drawn are a beginning of the lot: one whose rank has
 * brought it up already counts among them, as it would have been drawn without it.
 */
export function listPlaces({ ranked, lots }: Pick<ReviewOrder, 'ranked' | 'lots'>, limit: number): Placed[] {
  const placed = new Set<ReviewCandidate>()
  const [byRank, byLot] = [ranked.values(), lots.values()]
  const drawn = new Set<ReviewCandidate>()
  while (placed.size < Math.min(limit, ranked.length)) {
    const isLot = (placed.size + 1) % oneDrawnIn === 0
    for (const candidate of isLot ? untilNew(byLot, placed) : untilNew(byRank, placed)) {
      if (isLot) drawn.add(candidate)
      placed.add(candidate)
    }
  }
  return [...placed].map(candidate => ({ candidate, drawn: drawn.has(candidate) }))
}

/** What comes next of `some`, up to the first that isn't placed. */
function untilNew(some: IterableIterator<ReviewCandidate>, placed: ReadonlySet<ReviewCandidate>): ReviewCandidate[] {
  const passed: ReviewCandidate[] = []
  for (let next = some.next(); next.done !== true; next = some.next()) {
    passed.push(next.value)
    if (!placed.has(next.value)) break
  }
  return passed
}
