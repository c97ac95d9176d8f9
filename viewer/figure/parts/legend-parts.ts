import type { FigureScene } from '../figure-scene.ts'
import type { LineChoice } from '../lines/choose-lines.ts'
import { type FigurePart, type Pen, stack, textBlock } from './figure-part.ts'

export interface LegendQuestion {
  readonly scene: FigureScene
  readonly pen: Pen
  readonly width: number
  /** Pixels of a dot in the figure for one of the map. */
  readonly dotScale: number
  /** Lines that a name may take. */
  readonly nameLines: 1 | 2
  readonly lines: LineChoice
}

/** The block's title, and what it is of. */
export const head = ({ pen, width }: LegendQuestion, title: string, name: string): FigurePart =>
  stack([rule(pen, width), textBlock(pen, name === '' ? title : `${title} · ${name}`, width, { isBold: true })])

const rule = (pen: Pen, width: number): FigurePart => ({
  height: pen.size * 0.45,
  marksAt: (x, y) => [{ kind: 'path', d: `M${x},${y}H${x + width}`, stroke: pen.soft, strokeWidth: 0.5 }],
})

/** Around dots: seen on any paper. */
export const rimOf = ({ paper }: FigureScene): string => (paper.isDark ? '#c9ccd3' : '#3d4148')
