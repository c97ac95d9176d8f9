import { binomialTail } from '#data/vocabulary/backbones/binomial-tail.ts'

/** Independent trials: so many of each chance. */
export type Trials = Iterable<readonly [p: number, times: number]>

/** What chance would give of something that was counted. */
export interface AgainstChance {
  readonly observed: number
  readonly expected: number
  /** Of so many or more when there is more than expected, else of so many or fewer; in [0, 1]. */
  readonly p: number
  readonly side: 'more' | 'fewer'
}

/** Beyond so many steps of the exact sum the binomial distribution of the same mean and variance stands for it. */
const mostSteps = 2e7

/**
 * How unusual `observed` successes are of independent trials with these chances: the tail of the Poisson binomial distribution, summed exactly trial by trial;
 * of very many trials that of the binomial with the same mean and variance (Ehm 1991, Stat. Probab. Lett. 11, 7–16). O(trials × observed).
 */
export function againstChance(trials: Trials, observed: number): AgainstChance {
  const listed = [...trials].filter(([p, times]) => p > 0 && times > 0)
  const expected = listed.reduce((sum, [p, times]) => sum + p * times, 0)
  const count = listed.reduce((sum, [, times]) => sum + times, 0)
  const side = observed >= expected ? 'more' : 'fewer'
  const { atLeast, atMost } =
    count * (observed + 2) <= mostSteps ? sumTails(listed, observed) : matchTails(listed, observed, expected)
  return { observed, expected, side, p: Math.min(1, side === 'more' ? atLeast : atMost) }
}

interface Tails {
  readonly atLeast: number
  readonly atMost: number
}

type Listed = readonly (readonly [p: number, times: number])[]

/** The last place gathers all that is beyond `observed`, so that a small tail is a sum and no difference. */
function sumTails(trials: Listed, observed: number): Tails {
  const share = new Float64Array(observed + 2)
  share[0] = 1
  for (const [p, times] of trials)
    for (let trial = 0; trial < times; trial++) {
      share[observed + 1]! += share[observed]! * p
      for (let k = observed; k > 0; k--) share[k] = share[k]! * (1 - p) + share[k - 1]! * p
      share[0]! *= 1 - p
    }
  const atMost = share.subarray(0, observed + 1).reduce((sum, one) => sum + one, 0)
  return { atLeast: share[observed]! + share[observed + 1]!, atMost }
}

function matchTails(trials: Listed, observed: number, expected: number): Tails {
  const squares = trials.reduce((sum, [p, times]) => sum + p * p * times, 0)
  const [draws, p] = [(expected * expected) / squares, squares / expected]
  const atLeast = (count: number): number => (count <= 0 ? 1 : binomialTail(count, draws, p))
  return { atLeast: atLeast(observed), atMost: 1 - atLeast(observed + 1) }
}
