import type { Paper } from './paper.ts'
import type { Camera } from '../view/view.ts'
import type { Drop } from './drags.ts'
import type { Focus } from './focus.ts'

/** Without its graphics a map is drawn as SVG ('plain'), or is gone. */
export type Lost = 'plain' | 'gone'

export interface StageEvents {
  readonly hover: (focus: Focus) => void
  /** A click; `more` when it was made to add to what is selected (Shift, Ctrl or Cmd). */
  readonly choose: (focus: Focus, more: boolean) => void
  /** A site was dragged to a place of the layout; absent: sites can't be dragged. */
  readonly drop?: Drop
  /** The camera has moved; null: it shows the whole map. */
  readonly camera: (camera: Camera | null) => void
  /** So many names of sites in sight found no place; told when it changes. */
  readonly leftOut: (names: number) => void
  /** The browser took the graphics away; null: it gave them back. */
  readonly lost: (state: Lost | null) => void
}

/** On the stage, pixels. */
export interface MapPlace {
  readonly x: number
  readonly y: number
}

export interface StageOptions {
  readonly reducedMotion: boolean
  readonly paper: Paper
  /** How much larger than usual the reader's letters are. */
  readonly letters: number
}
