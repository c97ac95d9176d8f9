import { binomialTail } from '#data/vocabulary/backbones/binomial-tail.ts'

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
export function againstChance(chances: readonly number[], observed: number): AgainstChance {
  const expected = chances.reduce((sum, p) => sum + p, 0)
  const side = observed >= expected ? 'more' : 'fewer'
  const { atLeast, atMost } =
    chances.length * (observed + 2) <= mostSteps ? sumTails(chances, observed) : matchTails(chances, observed, expected)
  return { observed, expected, side, p: Math.min(1, side === 'more' ? atLeast : atMost) }
}

interface Tails {
  readonly atLeast: number
  readonly atMost: number
}

/** The last place gathers all that is beyond `observed`, so that a small tail is a sum and no difference. */
function sumTails(chances: readonly number[], observed: number): Tails {
  const share = new Float64Array(observed + 2)
  share[0] = 1
  for (const p of chances) {
    share[observed + 1]! += share[observed]! * p
    for (let k = observed; k > 0; k--) share[k] = share[k]! * (1 - p) + share[k - 1]! * p
    share[0]! *= 1 - p
  }
  const atMost = share.subarray(0, observed + 1).reduce((sum, one) => sum + one, 0)
  return { atLeast: share[observed]! + share[observed + 1]!, atMost }
}

function matchTails(chances: readonly number[], observed: number, expected: number): Tails {
  const squares = chances.reduce((sum, p) => sum + p * p, 0)
  const [trials, p] = [(expected * expected) / squares, squares / expected]
  const atLeast = (count: number): number => (count <= 0 ? 1 : binomialTail(count, trials, p))
  return { atLeast: atLeast(observed), atMost: 1 - atLeast(observed + 1) }
}
