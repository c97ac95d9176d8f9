import type { Camera } from '../view/view.ts'
import type { Drawn } from './drawn.ts'
import type { Focus } from './focus.ts'
import type { Places } from './nearest-tie.ts'

/** Which part of a map is seen. */
export interface AnyCamera {
  /** Tells where it stands each time that it has moved; null: it shows the whole map. */
  readonly watch: (moved: (camera: Camera | null) => void) => void
  readonly zoom: (factor: number) => void
  /** Shifts what is seen by parts of the stage's width. */
  readonly pan: (dx: number, dy: number) => void
  readonly fit: () => void
  /** Follows another stage or an address, at once. */
  readonly look: (camera: Camera | null) => void
  /** As look; where it can be, seen on the way. */
  readonly glide: (camera: Camera | null) => void
}

/** A drawn map, whatever draws it: the graphics card, or the browser's own lines and letters. */
export interface AnyStage {
  readonly camera: AnyCamera
  /** Draws another look, other filters, or other ties between the same sites. */
  show(scene: Drawn): void
  /** A site or a tie is brought into sight, and kept there while the stage becomes lower. */
  select(focus: Focus): void
  /** For what is hovered outside the map: rows of a table, neighbours in a panel. */
  hover(focus: Focus): void
  /** Sites lie there instead, until other ties, another analysis or other places are shown; units of the layout. */
  move(x: ArrayLike<number>, y: ArrayLike<number>): void
  /** Brings a site into sight. */
  reveal(site: number): void
  /** Brings what is shown into sight, as large as the stage lets it. */
  frameShown(): void
  /** Sites in pixels of the stage, as of the last frame. */
  places(): Places
  close(): void
}
