import type { Sigma } from 'sigma'
import type { Camera } from '../view/view.ts'
import type { AnyCamera } from './any-stage.ts'

const wholeMap = { x: 0.5, y: 0.5, ratio: 1, angle: 0 }

/** Which part of the map is seen. Moves glide unless `still`. */
export class StageCamera implements AnyCamera {
  readonly #sigma: Sigma
  readonly #still: boolean
  readonly #arrived: (isWhole: boolean) => void

  /** `arrived`: it stands where it glided to; `isWhole`: nobody chose where. */
  constructor(sigma: Sigma, still: boolean, arrived: (isWhole: boolean) => void) {
    this.#sigma = sigma
    this.#still = still
    this.#arrived = arrived
  }

  /** Tells where it stands each time that it has moved; null: it shows the whole map. */
  watch(moved: (camera: Camera | null) => void): void {
    this.#sigma.getCamera().on('updated', ({ x, y, ratio }) => {
      const isWhole = x === wholeMap.x && y === wholeMap.y && ratio === wholeMap.ratio
      moved(isWhole ? null : { x, y, ratio })
    })
  }

  zoom(factor: number): void {
    const camera = this.#sigma.getCamera()
    this.moveTo({ ratio: camera.getBoundedRatio(camera.ratio / factor) })
  }

  /** Shifts what is seen by parts of the stage's width. */
  pan(dx: number, dy: number): void {
    const { x, y, ratio } = this.#sigma.getCamera().getState()
    this.moveTo({ x: x + dx * ratio, y: y - dy * ratio })
  }

  fit(): void {
    this.moveTo(wholeMap)
  }

  /** Follows another stage or an address, at once. */
  look(camera: Camera | null): void {
    const { x, y, ratio } = camera ?? wholeMap
    const now = this.#sigma.getCamera().getState()
    if (now.x !== x || now.y !== y || now.ratio !== ratio) this.#sigma.getCamera().setState({ x, y, ratio, angle: 0 })
  }

  /** As look, seen on the way. */
  glide(camera: Camera | null): void {
    void this.#glideTo(camera ?? wholeMap, camera === null)
  }

  async #glideTo({ x, y, ratio }: Camera, isWhole: boolean): Promise<void> {
    await this.#move({ x, y, ratio, angle: 0 })
    const now = this.#sigma.getCamera().getState()
    // Another movement may have taken over.
    if (now.x === x && now.y === y && now.ratio === ratio) this.#arrived(isWhole)
  }

  moveTo(state: { x?: number; y?: number; ratio?: number; angle?: number }): void {
    void this.#move(state)
  }

  async #move(state: { x?: number; y?: number; ratio?: number; angle?: number }): Promise<void> {
    const camera = this.#sigma.getCamera()
    if (this.#still) camera.setState({ ...camera.getState(), ...state })
    else await camera.animate(state, { duration: 240 })
  }
}
