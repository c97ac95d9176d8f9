import type { Camera } from '#viewer/client/view/view.ts'
import type { AnyCamera } from '../any-stage.ts'
import type { MapPlace } from '../stage-events.ts'

const wholeMap: Camera = { x: 0.5, y: 0.5, ratio: 1 }
const [nearest, farthest] = [0.02, 4]

/** The camera of a map without WebGL: the same numbers as sigma's, so that an address brings back the same sight. */
export class PlainCamera implements AnyCamera {
  #state: Camera
  #told: (camera: Camera | null) => void = () => undefined
  readonly #redraw: () => void
  readonly #arrived: (isWhole: boolean) => void

  /** `arrived`: it stands where it was taken along to; `isWhole`: nobody chose where. */
  constructor(camera: Camera | null, redraw: () => void, arrived: (isWhole: boolean) => void) {
    this.#state = camera ?? wholeMap
    this.#redraw = redraw
    this.#arrived = arrived
  }

  get state(): Camera {
    return this.#state
  }

  watch(moved: (camera: Camera | null) => void): void {
    this.#told = moved
  }

  zoom(factor: number): void {
    this.moveTo({ ratio: this.#state.ratio / factor })
  }

  pan(dx: number, dy: number): void {
    const { x, y, ratio } = this.#state
    this.moveTo({ x: x + dx * ratio, y: y - dy * ratio })
  }

  fit(): void {
    this.moveTo(wholeMap)
  }

  look(camera: Camera | null): void {
    this.#become(camera ?? wholeMap)
  }

  glide(camera: Camera | null): void {
    this.look(camera)
    this.#arrived(camera === null)
  }

  moveTo(part: Partial<Camera>): void {
    if (!this.#become({ ...this.#state, ...part })) return
    const { x, y, ratio } = this.#state
    const isWhole = x === wholeMap.x && y === wholeMap.y && ratio === wholeMap.ratio
    this.#told(isWhole ? null : this.#state)
  }

  /** Zooms so that what lies under a point of the stage stays there. `from`: that point in parts of the map. */
  zoomAt(from: MapPlace, factor: number): void {
    const { x, y, ratio } = this.#state
    const next = bounded(ratio / factor)
    const share = next / ratio
    this.moveTo({ x: from.x + (x - from.x) * share, y: from.y + (y - from.y) * share, ratio: next })
  }

  #become({ x, y, ratio }: Camera): boolean {
    const next = { x, y, ratio: bounded(ratio) }
    const now = this.#state
    if (next.x === now.x && next.y === now.y && next.ratio === now.ratio) return false
    this.#state = next
    this.#redraw()
    return true
  }
}

const bounded = (ratio: number): number => Math.min(farthest, Math.max(nearest, ratio))
