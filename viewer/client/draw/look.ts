import type { ShownChanges } from '../view/use-changes.ts'
import { categoryColumn, numberColumn, rankBy, type Model } from '../model/model.ts'
import { fillOf, groupOf, numberIn, shapeOf, type Shape } from '../view/scales.ts'
import { sizeScale } from '../view/sizes.ts'
import { labelsOf } from '../view/labels.ts'
import type { View } from '../view/view.ts'
import type { Speech } from '../words/format.ts'
import { changeLook } from './change-look.ts'
import { type Paper, papers } from './paper.ts'
import { tieLook, type TieLook } from './tie-look.ts'

/** How every site and tie is drawn, as the view asks; parallel to the model's columns. */
export interface Look extends TieLook {
  readonly colour: readonly string[]
  readonly shape: readonly Shape[]
  readonly radius: Float32Array
  /** Number written in large dots, or empty: colour alone tells nothing to many readers. */
  readonly number: readonly string[]
  /** Written beside the dot; empty: none. */
  readonly label: readonly string[]
  /** What is written above sites without a tie. */
  readonly loneText: (sites: number) => string
  /** Sites in the order in which they get a label. */
  readonly rank: readonly number[]
}

/**
 * @param dotScale 1 on a stage of about 860 pixels: dots keep their proportion to the map.
 * @param changes of two waves that are compared: lines are drawn by what became of them.
 */
export function lookOf(
  model: Model,
  view: Pick<View, 'colour' | 'shape' | 'size' | 'label' | 'ink'>,
  speech: Speech,
  dotScale = 1,
  changes: Pick<ShownChanges, 'kindOf'> | null = null,
  paper: Paper = papers.light,
): Look {
  const colours = model.columns.get(view.colour)
  const shapes = categoryColumn(model, view.shape)
  const sizes = numberColumn(model, view.size)
  const radiusOf = sizeScale(sizes, model.siteCount)
  const sites = Array.from({ length: model.siteCount }, (_, site) => site)
  const groups = sites.map(site => groupOf(colours, site))
  const radius = new Float32Array(model.siteCount)
  for (const site of sites) radius[site] = radiusOf(site) * dotScale
  const colour = groups.map(group => fillOf(colours, group, view.ink))
  const { source, target } = model.ties
  const changeOf = (tie: number) => {
    const kind = changes?.kindOf(source[tie]!, target[tie]!)
    return kind && changeLook(kind, view.ink, paper)
  }
  const isGrey = view.ink === 'print' || colours?.kind === 'number'
  return {
    colour,
    shape: sites.map(site => (shapes ? shapeOf(shapes, shapes.values[site] ?? -1) : 'disc')),
    radius,
    number: groups.map(group => numberIn(colours, group, view.ink)),
    loneText: sites => speech.words.loneSites(speech.words.sites(sites)),
    label: labelsOf(model, view.label, speech),
    ...tieLook(model, isGrey ? groups.map(() => '#6a6a6a') : colour, changeOf, paper),
    rank: rankBy(model, sizes),
  }
}
