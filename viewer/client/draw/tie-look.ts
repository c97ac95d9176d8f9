import type { TieColumns } from '#viewer/protocol/map.ts'
import type { ChangeLook } from './change-look.ts'
import { type Paper, papers } from './paper.ts'
import { inkFor, opacityFor } from './tie-ink.ts'

/** How ties are drawn. */
export interface TieLook {
  /** Per tie. */
  readonly tieInk: readonly string[]
  readonly tieWidth: Float32Array
  readonly tieOpacity: Float32Array
  /** Pixels from one dash to the next (0: an unbroken line), and the inked share of them. */
  readonly tiePeriod: Float32Array
  readonly tieShare: Float32Array
}

/** Lines must be seen: none has less contrast with its paper than the first, none heavier than the median less than the second. */
const least = 1.6
const heavy = 3.1
/** With more ties than this they lie over each other anyway, and the paper would be gone: the lighter ones fade. */
const screenCrowd = 1500

interface DrawnTies {
  readonly ties: Pick<TieColumns, 'source' | 'weight'>
  readonly tieCount: number
}

/**
 * Ties have the ink of the site that they leave, or that of `changeOf` a tie. Width grows with the logarithm of the weight, and so does contrast, whatever the colour; the more ties there are, the
 * nearer it stays to the least that can be seen. WCAG 2.1, 1.4.11 asks for 3 : 1 of what is needed to understand a figure.
 * In a crowd (more ties than `crowd`) that holds for the heaviest ones only.
 */
export function tieLook(
  { ties, tieCount }: DrawnTies,
  colours: readonly string[],
  changeOf: (tie: number) => ChangeLook | undefined = () => undefined,
  paper: Paper = papers.light,
  crowd = screenCrowd,
): TieLook {
  const { source, weight } = ties
  const heaviest = weight.reduce((most, one) => Math.max(most, one), 1)
  const bound = heavyFrom(weight, crowd)
  const strength = (tie: number): number =>
    heaviest <= 1 ? 0 : Math.log(Math.max(1, weight[tie]!)) / Math.log(heaviest)
  const room = Math.min(1, Math.sqrt(400 / Math.max(1, tieCount)))
  const fade = Math.min(1, (crowd / Math.max(1, tieCount)) ** 0.65)
  const changed = Array.from({ length: tieCount }, (_, tie) => changeOf(tie))
  const inkOf = new Map([...new Set(colours)].map(colour => [colour, inkFor(colour, paper)]))
  const tieInk = source.map((site, tie) => changed[tie]?.ink ?? inkOf.get(colours[site]!)!)
  const opacity = (tie: number, ink: string, isHeavy: boolean): number =>
    isHeavy
      ? opacityFor(ink, heavy + 2.6 * room * strength(tie), paper)
      : fade * opacityFor(ink, least + room * (0.7 + 0.6 * strength(tie)), paper)
  // Of many ties few differ in ink and weight.
  const known = new Map<string, Map<number, number>>()
  const opacityOnce = (tie: number): number => {
    const ink = tieInk[tie]!
    const isHeavy = weight[tie]! > bound || changed[tie]?.isNews === true
    const of = known.get(ink) ?? new Map<number, number>()
    const key = isHeavy ? weight[tie]! : -weight[tie]!
    const found = of.get(key) ?? opacity(tie, ink, isHeavy)
    known.set(ink, of.set(key, found))
    return found
  }
  return {
    tieInk,
    tieWidth: Float32Array.from({ length: tieCount }, (_, tie) => 1.8 + 5 * strength(tie)),
    tieOpacity: Float32Array.from({ length: tieCount }, (_, tie) => opacityOnce(tie)),
    tiePeriod: Float32Array.from(changed, change => change?.period ?? 0),
    tieShare: Float32Array.from(changed, change => change?.share ?? 1),
  }
}

/** The median; in a crowd the weight that so many ties exceed at most as half of the largest map that is none. */
function heavyFrom(weights: readonly number[], crowd: number): number {
  const sorted = Float64Array.from(weights).sort()
  const half = Math.min(sorted.length, crowd) / 2
  const heaviest = (rank: number): number => sorted[sorted.length - 1 - rank] ?? 0
  return (heaviest(Math.ceil(half) - 1) + heaviest(Math.floor(half))) / 2
}
