import { tiePath } from '#viewer/client/picture/tie-path.ts'
import { enoughReadable } from '#viewer/protocol/figure.ts'
import { leastAndMost } from '../least-and-most.ts'
import { lineWidth } from '../lines/choose-lines.ts'
import type { GroupArrows } from '../lines/group-arrows.ts'
import { arrowPath, arrowWidth } from './arrow-marks.ts'
import { type FigurePart, stack, textBlock } from './figure-part.ts'
import { head, type LegendQuestion, rimOf } from './legend-parts.ts'

/** What lines are: the lightest and the heaviest, which way they lead and whether that can be read, what is left out, and the arrows above them. */
export function legendLines(question: LegendQuestion): FigurePart | null {
  const { scene, pen, width, lines } = question
  const { model, speech } = scene
  const { ties, look, arrows } = lines
  if (ties.length === 0) return null
  const { words } = speech
  const form = model.as === 'links' && arrows === null ? 'tie' : 'even'
  const [lightest, heaviest] = leastAndMost(ties, tie => model.ties.weight[tie]!)
  const line = (tie: number): FigurePart => {
    const wide = lineWidth(look, tie)
    const path = (x: number, y: number, length: number): string => tiePath([x, y, x + length, y], wide, form)
    return sample(question, path, wide, model.ties.weight[tie]!)
  }
  const isOne = model.ties.weight[lightest] === model.ties.weight[heaviest]
  return stack([
    head(question, words.legendTies, ''),
    line(lightest),
    ...(isOne ? [] : [line(heaviest)]),
    ...notesOf(question).map(note => textBlock(pen, note, width, { isSoft: true })),
    ...(arrows === null ? [] : arrowBlock(question, arrows)),
  ])
}

function notesOf({ scene, lines }: LegendQuestion): string[] {
  const { model, shown, speech } = scene
  const { words } = speech
  const { ties, arrows, readable, from } = lines
  const isRead = readable === null || readable >= enoughReadable
  // The map's own caption says which end is which.
  const wide = readable !== null && scene.settings.caption !== null ? [words.lineWide] : []
  const { leastWeight = 1 } = model.ties
  return [
    ...(arrows === null || scene.settings.caption === null ? [] : [words.linePlain]),
    ...(isRead ? wide : [words.lineUnread(speech.share(readable))]),
    ...(isRead && model.as === 'links' && arrows === null ? [words.tieBoth] : []),
    ...(from === null ? [] : [words.linesFrom(speech.count(ties.length), speech.count(shown.tieCount), speech.number(from))]), // prettier-ignore
    ...(leastWeight > 1 ? [words.lighterNotDrawn(speech.number(leastWeight))] : []),
  ]
}

type DrawSample = (x: number, y: number, length: number) => string

function sample({ scene, pen }: LegendQuestion, path: DrawSample, wide: number, weight: number): FigurePart {
  const length = pen.size * 4
  const height = Math.max(pen.size * 1.42, wide)
  return {
    height,
    marksAt: (x, y) => {
      const middle = y + height / 2
      const text = scene.speech.words.weight(scene.speech.number(weight))
      return [
        { kind: 'path', d: path(x, middle, length), fill: rimOf(scene) },
        { kind: 'text', text, x: x + length + pen.size * 0.6, y: middle + pen.size * 0.35, size: pen.size, anchor: 'start', isBold: false, fill: pen.ink }, // prettier-ignore
      ]
    },
  }
}

function arrowBlock(question: LegendQuestion, arrows: GroupArrows): FigurePart[] {
  const { scene, pen, width } = question
  const { speech } = scene
  const { words } = speech
  const { drawn, pairs, share } = arrows
  const arrow = (weight: number): FigurePart => {
    const wide = arrowWidth(scene, arrows, weight)
    const path = (x: number, y: number, length: number): string =>
      arrowPath({ x: x + 3, y: y + length * 0.06 }, { x: x + length, y: y + length * 0.06 }, wide)
    return sample(question, path, wide * 2 + 12, weight)
  }
  const [heaviest, lightest] = [drawn[0]!.weight, drawn.at(-1)!.weight]
  return [
    textBlock(pen, words.figureArrows, width, { isBold: true }),
    arrow(heaviest),
    ...(lightest < heaviest ? [arrow(lightest)] : []),
    textBlock(pen, words.arrowsShare(speech.count(drawn.length), speech.count(pairs), speech.share(share)), width, {
      isSoft: true,
    }),
  ]
}
