import type { Camera } from '../view/view.ts'
import type { AnyCamera, AnyStage } from './any-stage.ts'
import type { Drawn } from './drawn.ts'
import type { Focus } from './focus.ts'
import { mayDrawPlainly } from './plain/may-draw-plainly.ts'
import type { Places } from './nearest-tie.ts'
import { PlainStage } from './plain/plain-stage.ts'
import { Stage } from './stage.ts'
import type { StageEvents, StageOptions } from './stage-events.ts'

/**
 * A map that stays when the browser takes its graphics away: it is then drawn as SVG above what the graphics card left, as
 * long as that is small enough. Sigma is kept, since a browser gives graphics back to the canvas that had them.
 */
export class SteadyStage implements AnyStage {
  readonly camera: AnyCamera
  readonly #onCard: Stage
  readonly #container: HTMLElement
  readonly #events: StageEvents
  readonly #tellLost: StageEvents['lost']
  readonly #options: StageOptions
  #plain: PlainStage | null = null
  #isLost = false
  #scene: Drawn
  #selected: Focus = null
  #seen: Camera | null

  constructor(container: HTMLElement, scene: Drawn, camera: Camera | null, events: StageEvents, options: StageOptions) {
    this.#container = container
    this.#scene = scene
    this.#seen = camera
    this.#options = options
    this.#tellLost = events.lost
    this.#events = {
      ...events,
      camera: moved => {
        this.#seen = moved
        events.camera(moved)
      },
      lost: state => {
        this.#isLost = state !== null
        if (state === null) events.lost(null)
        else this.#drawPlainly()
      },
    }
    this.#onCard = new Stage(container, scene, camera, this.#events, options)
    this.camera = {
      watch: () => undefined,
      zoom: factor => this.#now.camera.zoom(factor),
      pan: (dx, dy) => this.#now.camera.pan(dx, dy),
      fit: () => this.#now.camera.fit(),
      glide: seen => {
        this.#seen = seen
        this.#now.camera.glide(seen)
      },
      look: seen => {
        this.#seen = seen
        this.#now.camera.look(seen)
      },
    }
  }

  get #now(): AnyStage {
    return this.#plain ?? this.#onCard
  }

  show(scene: Drawn): void {
    this.#scene = scene
    if (this.#isLost) this.#drawPlainly()
    else this.#onCard.show(scene)
  }

  select(focus: Focus): void {
    this.#selected = focus
    this.#now.select(focus)
  }

  hover(focus: Focus): void {
    this.#now.hover(focus)
  }

  move(x: ArrayLike<number>, y: ArrayLike<number>): void {
    this.#now.move(x, y)
  }

  reveal(site: number): void {
    this.#now.reveal(site)
  }

  frameShown(): void {
    this.#now.frameShown()
  }

  places(): Places {
    return this.#now.places()
  }

  close(): void {
    this.#plain?.close()
    this.#onCard.close()
  }

  /** What filters leave may have become small enough, or too large. */
  #drawPlainly(): void {
    const isSmall = mayDrawPlainly(this.#scene.shown)
    if (!isSmall) {
      this.#plain?.close()
      this.#plain = null
    } else if (this.#plain === null) {
      this.#plain = new PlainStage(this.#container, this.#scene, this.#seen, this.#events, this.#options)
      this.#plain.select(this.#selected)
    } else this.#plain.show(this.#scene)
    this.#tellLost(isSmall ? 'plain' : 'gone')
  }
}
