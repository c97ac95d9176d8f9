import type { Paper } from '../paper.ts'

/** The areas of densities lie over each other, so the dense is darkest; all so light that lines stay readable on them. */
export const densityFill = 0.045
export const densityStroke = 0.16

export const densityInk = (paper: Paper): string => paper.leader

/** Where the layout lies on a stage: pixels = left + x × scale, top − y × scale. */
export interface LayoutFrame {
  readonly scale: number
  readonly left: number
  readonly top: number
}

export const frameTransform = ({ scale, left, top }: LayoutFrame): string =>
  `matrix(${scale} 0 0 ${-scale} ${left} ${top})`
