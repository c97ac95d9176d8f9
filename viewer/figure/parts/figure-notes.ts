import type { FigureScene } from '../figure-scene.ts'
import type { FigureWords } from '../figure-words.ts'
import type { SheetStretch } from '../fit-to-sheet.ts'
import { type FigurePart, type Pen, stack, textBlock } from './figure-part.ts'

/** What a drawing says of itself. */
export interface Remarks {
  /** Names that found no place. */
  readonly leftOut: number
  readonly stretch: SheetStretch
}

/** Less is not seen. */
const leastStretch = 1.02

/** Whether a drawing has anything to say of itself: that takes room. */
export const hasRemarks = ({ leftOut, stretch }: Remarks): boolean =>
  leftOut > 0 || stretch.some(one => one >= leastStretch)

/** Under the figure: caption, what was done to the map's shape, names that found no place, where the data come from. */
export function figureNotes(
  scene: FigureScene,
  pen: Pen,
  words: FigureWords,
  width: number,
  { leftOut, stretch }: Remarks,
): FigurePart {
  const { words: own } = scene.speech
  const [across, down] = stretch
  const most = Math.max(across, down)
  const { share } = scene.model.data.corpus
  const lone = loneSites(scene)
  const said = [
    // Whatever a person writes instead of the map's own words: it is no map of the whole study.
    share === undefined ? '' : own.crawlShare(...share),
    lone === 0 ? '' : `${own.loneSites(own.sites(lone))}.`,
    most < leastStretch ? '' : own.figureStretched(scene.speech.number(Number(most.toFixed(2))), across > down),
    leftOut === 0 ? '' : own.namesLeftOut(own.sites(leftOut)),
  ]
  return stack(
    [
      textBlock(pen, [words.caption, ...said].filter(text => text !== '').join(' '), width),
      textBlock(pen, words.source, width, { scale: 0.88, isSoft: true }),
    ],
    pen.size * 0.3,
  )
}

/** Sites that are shown without a tie: they stand apart. */
function loneSites({ model, shown }: FigureScene): number {
  const { source, target } = model.ties
  const tied = new Set<number>()
  for (const [tie, from] of source.entries())
    if (shown.ties[tie] === 1) {
      tied.add(from)
      tied.add(target[tie]!)
    }
  return [...shown.sites.keys()].filter(site => shown.sites[site] === 1 && !tied.has(site)).length
}
