import type { Corpus } from '#data/store/base/corpus.ts'
import { growthRounds } from '#data/store/review/growth-rounds.ts'
import { sayReview, type ReviewSaid } from '#data/vocabulary/words/say.ts'
import { assessRanking, recallAt, type Assessment } from './assess.ts'
import { leastDecisions } from './learn.ts'
import { orderReview, type ReviewOrder } from './order.ts'
import { readCandidates } from './read-candidates.ts'

/** What the list goes by, what it leaves out, how well it ranks, and whether it is time to stop; command and page say the same. */
export function tellReview({ model, infrastructure }: ReviewOrder, assessment: Assessment): ReviewSaid[] {
  const { kept, dropped } = assessment
  return [
    model === null
      ? { code: 'by-citations', values: { least: leastDecisions, kept, dropped } }
      : { code: 'by-decisions', values: { kept, dropped } },
    ...(infrastructure.length === 0 ? [] : [{ code: 'hidden', values: { count: infrastructure.length } } as const]),
    ...(kept + dropped === 0 ? [] : [tellRecall(assessment), ...tellStop(assessment)]),
  ]
}

function tellRecall({ recall, drawn }: Assessment): ReviewSaid {
  if (recall === null)
    return { code: 'recall-unknown', values: { least: recallAt + 1, drawn: drawn.decided, kept: drawn.kept } }
  const { found, of, low, high, byChance } = recall
  const values = { percent: percent(found / of), low: percent(low), high: percent(high), chance: percent(byChance) }
  return { code: 'recall', values: { found, of, at: recallAt, drawn: drawn.decided, ...values } }
}

function tellStop({ stop: { looked, kept, isTime, most } }: Assessment): ReviewSaid[] {
  if (looked === 0) return []
  if (most === null) return [{ code: 'last-drawn', values: { looked, kept } }]
  return [{ code: isTime ? 'stop' : 'last-none', values: { looked, most: percent(most) } }]
}

const percent = (share: number): number => Math.round(100 * share)

/** For a terminal: a line each, the rounds at the end; '' while nothing was decided. */
export function describeReview(corpus: Corpus): string {
  const rounds = tellRounds(corpus)
  if (rounds.length === 0) return ''
  const candidates = readCandidates(corpus)
  return `\nReview:\n${linesOf([...tellReview(orderReview(candidates), assessRanking(candidates)), ...rounds])}`
}

export const linesOf = (said: readonly ReviewSaid[]): string => said.map(one => `${sayReview(one, 'en')}\n`).join('')

/** What each round came to. */
export const tellRounds = (corpus: Corpus): ReviewSaid[] =>
  growthRounds(corpus).map(({ round, kept, dropped, undecided }) => ({
    code: 'round',
    values: { round, kept, dropped, undecided },
  }))
