import type { Drawn } from './drawn.ts'
import { DotGrid } from './labels/dot-grid.ts'
import { dotsOnStage, type LabelScene } from './labels/choose-labels.ts'
import type { Places } from './nearest-tie.ts'
import type { MapPlace } from './stage-events.ts'

/** From the layout to the stage: where the origin and the ends of both units come to lie. */
interface LayoutFrame {
  readonly origin: MapPlace
  readonly right: MapPlace
  readonly up: MapPlace
}

/**
 * Where sites lie on the stage, and their dots by squares. Both are reckoned when the camera, a site or what is shown has changed, not at every
 * frame: one that only lights something up costs the same on a small map and on a large one.
 */
export class StagePlaces {
  #places: Places = new Float64Array()
  #ofPlaces: readonly unknown[] = []
  #grid = DotGrid.of([])
  #ofGrid: readonly unknown[] = []
  /** Counts how often sites were placed anew. */
  #placed = 0

  /** Pixels of the stage; `moved` are sites that lie elsewhere than the model says. */
  place(
    { data }: Drawn['model'],
    { origin: o, right: u, up: v }: LayoutFrame,
    moved: ReadonlyMap<number, MapPlace>,
  ): Places {
    const { x: xs, y: ys } = data
    const of = [xs, ys, o.x, o.y, u.x, u.y, v.x, v.y]
    if (moved.size === 0 && isSame(of, this.#ofPlaces)) return this.#places
    // A site that is dragged has another place each time.
    this.#ofPlaces = moved.size === 0 ? of : []
    this.#placed += 1
    if (this.#places.length !== xs.length * 2) this.#places = new Float64Array(xs.length * 2)
    const [ax, ay, bx, by] = [u.x - o.x, u.y - o.y, v.x - o.x, v.y - o.y]
    const put = (site: number, x: number, y: number): void => {
      this.#places[site * 2] = o.x + ax * x + bx * y
      this.#places[site * 2 + 1] = o.y + ay * x + by * y
    }
    for (let site = 0; site < xs.length; site++) put(site, xs[site]!, ys[site]!)
    for (const [site, { x, y }] of moved) put(site, x, y)
    return this.#places
  }

  /** The dots that are drawn, at the places given last. */
  grid(scene: Omit<LabelScene, 'lit' | 'model'>): DotGrid {
    const { look, shown, stage, radius } = scene
    const of = [look, shown, stage.width, stage.height, radius(0), this.#placed]
    if (!isSame(of, this.#ofGrid)) this.#grid = dotsOnStage(scene)
    this.#ofGrid = of
    return this.#grid
  }
}

const isSame = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.length === other.length && one.every((part, at) => part === other[at])
