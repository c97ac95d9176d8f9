import { lnBinomial } from '../blocks/ln-factorial.ts'

/** A draw without replacement: `drawn` of `all` things, of which `marked` have a mark, and `hits` of the drawn ones do. */
export interface Draw {
  readonly all: number
  readonly marked: number
  readonly drawn: number
  readonly hits: number
}

export interface DrawChance {
  /** drawn × marked / all. */
  readonly expected: number
  /** Of a draw that is as likely or less, in (0, 1]: Fisher's exact test, two-sided. */
  readonly p: number
}

/** Draws as likely as this but for rounding count as equally likely. */
const tolerance = 1e-7

/** What chance would give. Null when there is nothing to compare: all or none are drawn or marked. Fisher 1935. O(drawn). */
export function chanceOfDraw({ all, marked, drawn, hits }: Draw): DrawChance | null {
  if (drawn === 0 || drawn === all || marked === 0 || marked === all) return null
  const lnOf = (k: number): number =>
    lnBinomial(marked, k) + lnBinomial(all - marked, drawn - k) - lnBinomial(all, drawn)
  const [least, most] = [Math.max(0, drawn + marked - all), Math.min(drawn, marked)]
  const observed = lnOf(hits)
  let p = 0
  for (let k = least; k <= most; k += 1) if (lnOf(k) <= observed + tolerance) p += Math.exp(lnOf(k))
  return { expected: (drawn * marked) / all, p: Math.min(1, p) }
}
