import { figureLook, type FigureScene } from './figure-scene.ts'
import { type LaidOut, layOutFigure, type Spread } from './lay-out-figure.ts'
import type { PrintSheet } from './marks.ts'

/** A figure, drawn. */
export interface PrintedFigure extends Omit<LaidOut, 'draw'> {
  readonly sheet: PrintSheet
}

/**
 * Looked at in their order until every name has a place: a free rim around the map is where names of a dense one can stand;
 * letters become no smaller than those of a tight legend (5.5 points where 7 were asked for).
 */
const spreads: readonly Spread[] = [
  { map: 1, letters: 1 },
  { map: 0.9, letters: 1 },
  { map: 0.8, letters: 0.88 },
  { map: 0.8, letters: 0.78 },
]

/** Lays a figure out and draws it. The same scene gives the same marks: no clock, no chance, no measure but the font's own. */
export function drawFigure(scene: FigureScene): PrintedFigure {
  const look = figureLook(scene)
  const { spread, figure } = roomiest(one => layOutFigure(scene, look, one, 0))
  // What is said of names that found no place takes room itself.
  const { draw, ...drawn } =
    figure.leftOut.length === 0 ? figure : layOutFigure(scene, look, spread, figure.leftOut.length)
  return { ...drawn, sheet: draw() }
}

/** The first spread in which no name is left out, else the first of those that leave out the fewest. */
function roomiest(lay: (spread: Spread) => LaidOut): { readonly spread: Spread; readonly figure: LaidOut } {
  let best: { readonly spread: Spread; readonly figure: LaidOut } | undefined
  for (const spread of spreads) {
    const figure = lay(spread)
    if (best === undefined || figure.leftOut.length < best.figure.leftOut.length) best = { spread, figure }
    if (figure.leftOut.length === 0) break
  }
  return best!
}
