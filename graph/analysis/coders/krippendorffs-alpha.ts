import type { Random } from '../random.ts'

/** What the coders of one unit said, in any order; those who did not code it are absent. */
export type CodedUnit = readonly string[]

export interface Alpha {
  /** Null where every value is the same: there is nothing to agree about. */
  readonly alpha: number | null
  /** Units that two coders or more have coded; the others pair no values. */
  readonly units: number
  /** Values in them. */
  readonly values: number
  /** In which alpha lies if other units of the same kind had been coded; null where no draw defines it. */
  readonly interval: { readonly low: number; readonly high: number; readonly level: number } | null
}

/** Draws of the units for the interval, and the share of them that it holds. */
export const alphaDraws = 1000
export const alphaLevel = 0.95

/**
 * Krippendorff's α of nominal codes by any number of coders, codes missing here and there: 1 is full agreement, 0 what chance
 * gives. Krippendorff 2011, Computing Krippendorff's alpha-reliability. Its interval is of `alphaDraws` bootstrap samples of the
 * units (Zapf et al. 2016, BMC Medical Research Methodology 16); samples that hold one code only are left out. O(draws × units).
 */
export function krippendorffsAlpha(units: readonly CodedUnit[], random: Random): Alpha {
  const pairable = units.filter(({ length }) => length > 1)
  const codes = [...new Set(pairable.flat())].sort()
  const counted = pairable.map(unit => codes.map(code => unit.filter(own => own === code).length))
  const alpha = alphaOf(counted)
  const draws = Array.from({ length: alpha === null ? 0 : alphaDraws }, (_, draw) => {
    const stream = random.stream(draw)
    return alphaOf(counted.map(() => counted[stream.int(counted.length)]!))
  })
  const defined = Float64Array.from(draws.filter(own => own !== null)).sort()
  const at = (share: number): number => defined[Math.round(share * (defined.length - 1))]!
  return {
    alpha,
    units: pairable.length,
    values: pairable.reduce((sum, { length }) => sum + length, 0),
    interval:
      defined.length === 0
        ? null
        : { low: at((1 - alphaLevel) / 2), high: at((1 + alphaLevel) / 2), level: alphaLevel },
  }
}

/** 1 − observed / expected disagreement, of units as how often each code stands in them. */
function alphaOf(units: readonly (readonly number[])[]): number | null {
  const total = units[0]?.map(() => 0) ?? []
  let observed = 0
  for (const unit of units) {
    const values = sum(unit)
    observed += apart(unit) / (values - 1)
    for (const [code, count] of unit.entries()) total[code]! += count
  }
  const expected = apart(total) / (sum(total) - 1)
  return expected > 0 ? 1 - observed / expected : null
}

/** Ordered pairs of values that differ. */
const apart = (counts: readonly number[]): number =>
  sum(counts) ** 2 - counts.reduce((total, count) => total + count ** 2, 0)

const sum = (numbers: readonly number[]): number => numbers.reduce((total, own) => total + own, 0)
