import type { Look } from '#viewer/client/draw/look.ts'
import { tieForm } from '#viewer/client/draw/tie-form.ts'
import { enoughReadable } from '#viewer/protocol/figure.ts'
import type { FigurePlaces } from '../figure-places.ts'
import { figureLook, type FigureScene, tiesShown } from '../figure-scene.ts'
import { type GroupArrows, groupArrows } from './group-arrows.ts'
import { type LineOnSheet, readableLines } from './readable-lines.ts'

/** The lines of a figure. */
export interface LineChoice {
  /** Ties that are drawn. */
  readonly ties: readonly number[]
  /** figureLook with these ties. */
  readonly look: Look
  /** Of the lines that are drawn the share whose direction can be read; null: they show none. */
  readonly readable: number | null
  /** Lighter ties are left out; null: none are. */
  readonly from: number | null
  /** Between groups; null: none are drawn. */
  readonly arrows: GroupArrows | null
  /** What was asked for and can't be: no weight is left at which lines can be read; no groups that arrows could lead between. */
  readonly refused: 'weight' | 'groups' | null
}

/** Where sites stand, of lines as they would be drawn. */
type PlacesWith = (choice: LineChoice) => { readonly places: FigurePlaces; readonly look: Look }

/**
 * Which lines are drawn, as the settings ask: all; those of so much weight or more that the direction of half of them can be read; or
 * all as hairlines without a direction, under arrows between groups.
 */
export function chooseLines(scene: FigureScene, placesWith: PlacesWith): LineChoice {
  const all = tiesShown(scene)
  const choice = (ties: readonly number[], more: Partial<LineChoice> = {}): LineChoice => ({
    ...{ ties, look: figureLook(scene, ties), readable: null, from: null, arrows: null, refused: null },
    ...more,
  })
  const whole = choice(all)
  if (scene.model.as !== 'links' || all.length === 0) return whole
  const { places, look } = placesWith(whole)
  const measured = (one: LineChoice): LineChoice => ({ ...one, readable: readableShare(scene, one, places, look) })
  const { lines } = scene.settings
  if (lines === 'groups') {
    const arrows = groupArrows(scene, all)
    return arrows === null ? measured({ ...whole, refused: 'groups' }) : { ...whole, arrows }
  }
  const asDrawn = measured(whole)
  if (lines === 'all' || asDrawn.readable! >= enoughReadable) return asDrawn
  const heavier = (least: number): LineChoice =>
    measured(choice(all.filter(tie => scene.model.ties.weight[tie]! >= least), { from: least })) // prettier-ignore
  return lightestReadable(weightsOf(scene, all).slice(1), heavier) ?? { ...asDrawn, refused: 'weight' }
}

/** By halving: of the weights, in their order, the least one from which on lines can be read. */
function lightestReadable(weights: readonly number[], heavier: (least: number) => LineChoice): LineChoice | null {
  let found: LineChoice | null = null
  let [low, high] = [0, weights.length - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const choice = heavier(weights[middle]!)
    if (choice.readable! >= enoughReadable) {
      found = choice
      high = middle - 1
    } else low = middle + 1
  }
  return found
}

const weightsOf = ({ model }: FigureScene, ties: readonly number[]): number[] =>
  [...new Set(ties.map(tie => model.ties.weight[tie]!))].sort((a, b) => a - b)

function readableShare({ model }: FigureScene, { ties, look }: LineChoice, places: FigurePlaces, dots: Look): number {
  const radius = (site: number): number => dots.radius[site]!
  const lines = ties.map((tie): LineOnSheet => {
    const [source, target] = [model.ties.source[tie]!, model.ties.target[tie]!]
    const [from, to] = [places[source]!, places[target]!]
    return {
      ends: [from.x, from.y, to.x, to.y],
      isBowed: tieForm(model, tie) === 'bowed',
      width: lineWidth(look, tie),
      radii: [radius(source), radius(target)],
    }
  })
  const discs = places.flatMap((place, site) => (place === undefined ? [] : [{ ...place, radius: radius(site) }]))
  return readableLines(lines, discs).filter(isRead => isRead).length / Math.max(1, lines.length)
}

/** Where a line begins, in pixels. */
export const lineWidth = (look: Look, tie: number): number => look.tieWidth[tie]! * 0.6
