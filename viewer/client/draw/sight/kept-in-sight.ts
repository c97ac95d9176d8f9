import type { Camera } from '#viewer/client/view/view.ts'
import type { Room } from '../free-margin.ts'
import type { Places } from '../nearest-tie.ts'
import type { MapPlace } from '../stage-events.ts'
import { lowStage, sightOf } from './sight-of.ts'

/** A stage as far as its camera is concerned. */
export interface Sighted {
  readonly places: () => Places
  readonly room: () => Room
  readonly camera: () => Camera
  /** A pixel of the stage in parts of the map, as cameras count. */
  readonly toParts: (at: MapPlace) => MapPlace
  readonly moveTo: (camera: Camera) => void
}

/**
 * Keeps what is selected in sight, also when a sheet leaves less of the map. A low stage makes the camera go near; once nothing is
 * selected any more it goes back to where it was, unless a hand has moved it meanwhile.
 */
export class KeptInSight {
  readonly #stage: Sighted
  #sites: readonly number[] = []
  #before: Camera | null = null
  #brought: Camera | null = null

  constructor(stage: Sighted) {
    this.#stage = stage
  }

  /** From now on these, by their numbers; none: the camera is free. */
  keep(sites: readonly number[]): void {
    this.#sites = sites
    if (sites.length === 0) this.#goBack()
    else this.again()
  }

  /** The stage, or the camera, is another one. `mayFrame`: see sightOf. */
  again(mayFrame = true): void {
    this.bring(this.#sites, mayFrame)
  }

  /** Once, without keeping them there. */
  bring(sites: readonly number[], mayFrame = true): void {
    const { places, room, camera, toParts, moveTo } = this.#stage
    const sight = sightOf(sites, places(), room(), { ratio: camera().ratio, mayFrame })
    if (sight === null) return
    if (room().height < lowStage) this.#before ??= camera()
    this.#brought = { ...toParts(sight), ratio: sight.ratio }
    moveTo(this.#brought)
  }

  #goBack(): void {
    const [before, brought] = [this.#before, this.#brought]
    this.#before = null
    this.#brought = null
    if (before !== null && brought !== null && isAt(this.#stage.camera(), brought)) this.#stage.moveTo(before)
  }
}

const isAt = (one: Camera, other: Camera): boolean =>
  one.x === other.x && one.y === other.y && one.ratio === other.ratio
