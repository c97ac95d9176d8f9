import { extentOf, type Extent } from '#viewer/client/picture/places-in.ts'
import type { Camera } from '#viewer/client/view/view.ts'
import type { LayoutFrame } from '../density/density-look.ts'
import { freeMargin, type Room } from '../free-margin.ts'
import type { MapPlace } from '../stage-events.ts'

/** What the coordinates of a layout span. */
export interface LayoutSpan {
  readonly x: Extent
  readonly y: Extent
}

export const spanOf = (data: { readonly x: readonly number[]; readonly y: readonly number[] }): LayoutSpan => ({
  x: extentOf(data.x),
  y: extentOf(data.y),
})

/** Where a layout lies on a stage: pixels = offset + coordinate × scale; y points down on the stage, up in the layout. */
export class PlainFrame {
  readonly scale: number
  readonly #left: number
  readonly #top: number
  readonly #span: LayoutSpan

  constructor(span: LayoutSpan, { width, height }: Room, { x, y, ratio }: Camera) {
    const margin = freeMargin({ width, height })
    const [w, h] = [Math.max(1, width - 2 * margin), Math.max(1, height - 2 * margin)]
    this.scale = Math.min(w / (span.x.length || 1), h / (span.y.length || 1)) / ratio
    const side = sideOf(span)
    this.#span = span
    this.#left = width / 2 - (span.x.middle + (x - 0.5) * side) * this.scale
    this.#top = height / 2 + (span.y.middle + (y - 0.5) * side) * this.scale
  }

  /** Where the layout lies. */
  get layout(): LayoutFrame {
    return { scale: this.scale, left: this.#left, top: this.#top }
  }

  toStage({ x, y }: MapPlace): MapPlace {
    return { x: this.#left + x * this.scale, y: this.#top - y * this.scale }
  }

  toLayout({ x, y }: MapPlace): MapPlace {
    return { x: (x - this.#left) / this.scale, y: (this.#top - y) / this.scale }
  }

  /** In parts of the map, as cameras count. */
  toParts(point: MapPlace): MapPlace {
    const { x, y } = this.toLayout(point)
    const side = sideOf(this.#span)
    return { x: (x - this.#span.x.middle) / side + 0.5, y: (y - this.#span.y.middle) / side + 0.5 }
  }

  /** The transform that brings what was drawn in `drawn` to where it lies in this frame. */
  movedFrom(drawn: PlainFrame): string {
    const factor = this.scale / drawn.scale
    const at = this.toStage(drawn.toLayout({ x: 0, y: 0 }))
    return `translate(${at.x} ${at.y}) scale(${factor})`
  }
}

const sideOf = ({ x, y }: LayoutSpan): number => Math.max(x.length, y.length) || 1
