import type { ReviewCandidate } from './candidate.ts'
import { isDecided, isKept, learn, scoreOf } from './learn.ts'
import { wilsonInterval } from './wilson.ts'

/** How good the ranking is, told by those whom chance showed and a person decided. */
export interface Assessment {
  /** Decisions made in the review. */
  readonly kept: number
  readonly dropped: number
  /** Of them, those drawn. */
  readonly drawn: { readonly decided: number; readonly kept: number }
  /** Null: too few drawn ones to say, none of them kept, or nothing learnt from the others yet. */
  readonly recall: Recall | null
  readonly stop: Stop
}

export interface Recall {
  /** Of the drawn ones that were kept, those among the first 20 when all drawn ones are ranked by what was decided of others. */
  readonly found: number
  readonly of: number
  readonly low: number
  readonly high: number
  /** What a ranking by chance would find. */
  readonly byChance: number
}

export interface Stop {
  /** Of the last ones drawn, at most 40. */
  readonly looked: number
  readonly kept: number
  /** 40 were drawn, and none was kept. */
  readonly isTime: boolean
  /** With 95 % certainty at most such a share of what is left would be kept; of none seen, exact. Null: some were kept, or none was drawn. */
  readonly most: number | null
}

export const recallAt = 20
const lastDrawn = 40

/** Says of `candidates`, those reviewed among them, how well the ranking does. */
export function assessRanking(candidates: readonly ReviewCandidate[]): Assessment {
  const decided = candidates.filter(isDecided)
  const drawn = decided.filter(one => one.drawn).sort((a, b) => a.event! - b.event! || (a.id < b.id ? -1 : 1))
  const kept = decided.filter(isKept).length
  return {
    kept,
    dropped: decided.length - kept,
    drawn: { decided: drawn.length, kept: drawn.filter(isKept).length },
    recall: recallOf(candidates, drawn),
    stop: stopOf(drawn.slice(-lastDrawn)),
  }
}

/** Learnt without those drawn, so that nobody is ranked by what was decided of it. */
function recallOf(candidates: readonly ReviewCandidate[], drawn: readonly ReviewCandidate[]): Recall | null {
  const of = drawn.filter(isKept).length
  if (drawn.length <= recallAt || of === 0) return null
  const model = learn(candidates.filter(one => !one.drawn))
  if (model === null) return null
  const best = drawn
    .map(candidate => ({ candidate, score: scoreOf(model, candidate) }))
    .sort((a, b) => b.score - a.score || (a.candidate.id < b.candidate.id ? -1 : 1))
    .slice(0, recallAt)
  const found = best.filter(({ candidate }) => isKept(candidate)).length
  return { found, of, ...wilsonInterval(found, of), byChance: recallAt / drawn.length }
}

function stopOf(last: readonly ReviewCandidate[]): Stop {
  const kept = last.filter(isKept).length
  const none = kept === 0 && last.length > 0
  return {
    looked: last.length,
    kept,
    isTime: none && last.length === lastDrawn,
    most: none ? 1 - 0.05 ** (1 / last.length) : null,
  }
}
