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
  const strengthOf = (one: number): number => (heaviest <= 1 ? 0 : Math.log(Math.max(1, one)) / Math.log(heaviest))
  const room = Math.min(1, Math.sqrt(400 / Math.max(1, tieCount)))
  const fade = Math.min(1, (crowd / Math.max(1, tieCount)) ** 0.65)
  const inkOf = new Map([...new Set(colours)].map(colour => [colour, inkFor(colour, paper)]))
  const inks = colours.map(colour => inkOf.get(colour)!)
  const opacityOnce = rememberByInk((ink, one, isHeavy) =>
    isHeavy
      ? opacityFor(ink, heavy + 2.6 * room * strengthOf(one), paper)
      : fade * opacityFor(ink, least + room * (0.7 + 0.6 * strengthOf(one)), paper),
  )
  const numbers = (): Float32Array => new Float32Array(tieCount)
  const look = { tieInk: source.map(site => inks[site]!), tieWidth: numbers(), tieOpacity: numbers(), tiePeriod: numbers(), tieShare: numbers() } // prettier-ignore
  for (let tie = 0; tie < tieCount; tie++) {
    const [change, one] = [changeOf(tie), weight[tie]!]
    if (change !== undefined) look.tieInk[tie] = change.ink
    look.tieWidth[tie] = 1.8 + 5 * strengthOf(one)
    look.tieOpacity[tie] = opacityOnce(look.tieInk[tie]!, one, one > bound || change?.isNews === true)
    look.tiePeriod[tie] = change?.period ?? 0
    look.tieShare[tie] = change?.share ?? 1
  }
  return look
}

type OpacityOf = (ink: string, weight: number, isHeavy: boolean) => number

/** Of many ties few differ in ink and weight. */
function rememberByInk(opacityOf: OpacityOf): OpacityOf {
  const known = new Map<string, Map<number, number>>()
  return (ink, weight, isHeavy) => {
    let ofInk = known.get(ink)
    if (ofInk === undefined) known.set(ink, (ofInk = new Map()))
    const key = isHeavy ? weight : -weight
    let opacity = ofInk.get(key)
    if (opacity === undefined) ofInk.set(key, (opacity = opacityOf(ink, weight, isHeavy)))
    return opacity
  }
}

/** The median; in a crowd the weight that so many ties exceed at most as half of the largest map that is none. */
function heavyFrom(weights: readonly number[], crowd: number): number {
  const sorted = new Float64Array(weights).sort()
  const half = Math.min(sorted.length, crowd) / 2
  const heaviest = (rank: number): number => sorted[sorted.length - 1 - rank] ?? 0
  return (heaviest(Math.ceil(half) - 1) + heaviest(Math.floor(half))) / 2
}
