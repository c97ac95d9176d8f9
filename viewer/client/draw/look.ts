import { categoryColumn, numberColumn, rankBy, type Model } from '../model/model.ts'
import { fillOf, groupOf, numberIn, shapeOf, type Shape } from '../view/scales.ts'
import { sizeScale } from '../view/sizes.ts'
import { labelsOf } from '../view/labels.ts'
import type { View } from '../view/view.ts'
import type { Speech } from '../words/format.ts'

/** How every site and tie is drawn, as the view asks; parallel to the model's columns. */
export interface Look {
  readonly colour: readonly string[]
  readonly shape: readonly Shape[]
  readonly radius: Float32Array
  /** Number written in large dots, or empty: colour alone tells nothing to many readers. */
  readonly number: readonly string[]
  /** Written beside the dot; empty: none. */
  readonly label: readonly string[]
  /** Of the ties that leave each site. */
  readonly tieColour: readonly string[]
  readonly tieWidth: Float32Array
  readonly tieOpacity: Float32Array
  /** Sites in the order in which they get a label. */
  readonly rank: readonly number[]
}

/** @param dotScale 1 on a stage of about 860 pixels: dots keep their proportion to the map. */
export function lookOf(
  model: Model,
  view: Pick<View, 'colour' | 'shape' | 'size' | 'label' | 'ink'>,
  speech: Speech,
  dotScale = 1,
): Look {
  const colours = model.columns.get(view.colour)
  const shapes = categoryColumn(model, view.shape)
  const sizes = numberColumn(model, view.size)
  const radius = sizeScale(sizes, model.siteCount)
  const sites = Array.from({ length: model.siteCount }, (_, site) => site)
  const groups = sites.map(site => groupOf(colours, site))
  return {
    colour: groups.map(group => fillOf(colours, group, view.ink)),
    shape: sites.map(site => (shapes ? shapeOf(shapes, shapes.values[site] ?? -1) : 'disc')),
    radius: Float32Array.from(sites, site => radius(site) * dotScale),
    number: groups.map(group => numberIn(colours, group, view.ink)),
    label: labelsOf(model, view.label, speech),
    tieColour:
      view.ink === 'print' || colours?.kind === 'number'
        ? groups.map(() => '#6a6a6a')
        : groups.map(group => fillOf(colours, group, view.ink)),
    ...tieLook(model),
    rank: rankBy(model, sizes),
  }
}

/** Width grows with the logarithm of the weight; opacity falls as ties grow in number. */
function tieLook({ ties, tieCount }: Model): Pick<Look, 'tieWidth' | 'tieOpacity'> {
  const heaviest = ties.weight.reduce((most, weight) => Math.max(most, weight), 1)
  const strength = (tie: number): number =>
    heaviest <= 1 ? 0 : Math.log(Math.max(1, ties.weight[tie]!)) / Math.log(heaviest)
  const crowd = Math.min(1, Math.sqrt(400 / Math.max(1, tieCount)))
  return {
    tieWidth: Float32Array.from({ length: tieCount }, (_, tie) => 1.8 + 5 * strength(tie)),
    tieOpacity: Float32Array.from(
      { length: tieCount },
      (_, tie) => (0.2 + 0.28 * strength(tie)) * (0.25 + 0.75 * crowd),
    ),
  }
}
