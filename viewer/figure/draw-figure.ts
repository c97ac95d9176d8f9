import { emptyShare } from './empty-share.ts'
import type { FigureScene } from './figure-scene.ts'
import { type LaidOut, layOutFigure, planMap, type Spread } from './lay-out-figure.ts'
import { chooseLines } from './lines/choose-lines.ts'
import type { PrintSheet } from './marks.ts'

/** A figure, drawn. */
export interface PrintedFigure extends Omit<LaidOut, 'draw'> {
  readonly sheet: PrintSheet
}

/**
 * Looked at in their order until every name has a place and the room is filled: a free rim around the map is where names of a dense one can
 * stand; on a narrow sheet above and beneath it, on a wide one beside it. Letters become no smaller than those of a tight legend (5.5
 * points where 7 were asked for). Where all that leaves names out, or the room empty, once more with a longer search for places.
 */
const spreads = (isWide: boolean): readonly Spread[] => {
  const even = (share: number, fill: number, letters: number): Spread => ({ across: share, down: share, fill, letters })
  const rim = (share: number, fill: number, letters: number): Spread => ({
    across: isWide ? share : 1,
    down: isWide ? 1 : share,
    fill,
    letters,
  })
  const thorough = (spread: Spread): Spread => ({ ...spread, isThorough: true })
  return [
    even(1, 0.88, 1),
    rim(0.9, 0.85, 1),
    even(0.9, 0.9, 1),
    rim(0.78, 0.75, 1),
    even(0.9, 0.9, 0.88),
    even(0.8, 0.85, 0.88),
    rim(0.7, 0.75, 0.88),
    even(0.8, 0.85, 0.78),
    rim(0.64, 0.75, 0.78),
    thorough(even(0.9, 0.9, 0.88)),
    thorough(even(0.8, 0.9, 0.88)),
    thorough(even(0.7, 0.9, 0.78)),
    thorough(rim(0.7, 1, 0.78)),
  ]
}

/** Where proportions are to be kept. */
const evenSpreads = [
  [1, 1],
  [0.9, 1],
  [0.8, 0.88],
  [0.8, 0.78],
].map(([share, letters]): Spread => ({ across: share!, down: share!, fill: 1, letters: letters! }))

/** Lays a figure out and draws it. The same scene gives the same marks: no clock, no chance, no measure but the font's own. */
export function drawFigure(scene: FigureScene): PrintedFigure {
  const lines = chooseLines(scene, whole => {
    const { look, onSheet } = planMap(scene, whole, spreads(true)[0]!, 0)
    return { look, places: onSheet.places }
  })
  const { spread, figure } = roomiest(scene, one => layOutFigure(scene, lines, one, 0))
  // What is said of names that found no place takes room itself.
  const { draw, ...drawn } =
    figure.leftOut.length === 0 ? figure : layOutFigure(scene, lines, spread, figure.leftOut.length)
  return { ...drawn, sheet: draw() }
}

interface Tried {
  readonly spread: Spread
  readonly figure: LaidOut
  readonly empty: number
}

/** The first spread in which no name is left out and the room is filled, else of those that leave out the fewest the first that fills it, else the fullest. */
function roomiest(scene: FigureScene, lay: (spread: Spread) => LaidOut): Tried {
  const tried = (spread: Spread): Tried => {
    const figure = lay(spread)
    return { spread, figure, empty: Math.max(mostEmpty, emptyShare(figure)) }
  }
  const [whole, ...others] = scene.settings.isFilled ? spreads(true) : evenSpreads
  let best = tried(whole!)
  const { width, height } = best.figure.frame
  const rest = scene.settings.isFilled && width <= height * wide ? spreads(false).slice(1) : others
  const isGood = ({ figure, empty }: Tried): boolean =>
    figure.leftOut.length === 0 && (empty === mostEmpty || !scene.settings.isFilled)
  const tryAlso = (spread: Spread): void => {
    if (isGood(best)) return
    const next = tried(spread)
    const more = best.figure.leftOut.length - next.figure.leftOut.length
    if (more > 0 || (more === 0 && scene.settings.isFilled && next.empty < best.empty)) best = next
  }
  for (const spread of rest) tryAlso(spread)
  return best
}

/** Width of a room by its height from which names stand beside the map rather than above and beneath it. */
const wide = 1.3
/** Share of its room that a map may leave empty. */
const mostEmpty = 0.15
