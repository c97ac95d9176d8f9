import iterate from 'graphology-layout-forceatlas2/iterate.js'
import setDiscsApart from 'graphology-layout-noverlap/iterate.js'
import { fitInto, type LayoutBox } from './fit-into.ts'
import { tuckStars } from './tuck-stars.ts'

/** What is to be laid out: sites, numbered from 0, and the ties among them, each once. Units of the layout. */
export interface ForcesTask {
  readonly x: Float32Array
  readonly y: Float32Array
  readonly radius: Float32Array
  readonly source: Uint32Array
  readonly target: Uint32Array
  readonly weight: Float32Array
  /** Where it is to lie. */
  readonly box: LayoutBox
}

/** Numbers per site and per tie in the matrices of the packages. */
const [perSite, perTie, perDisc] = [10, 3, 3]
const massAt = 6
/** Sites above which forces from afar are summed by regions. */
const mostInPairs = 500
const mostRoundsApart = 80
/** A step aside in a direction of each site's own: what lies in a line would stay in it. */
const goldenAngle = Math.PI * (3 - Math.sqrt(5))

/** ForceAtlas2 in its LinLog form with the settings of the stored layout but more gravity, round by round, from where the sites lie now. */
export class LiveForces {
  readonly #task: ForcesTask
  readonly #sites: Float32Array
  readonly #ties: Float32Array
  readonly #isTied: Uint8Array
  readonly #slowDown: number
  readonly #settings: Readonly<Record<string, number | boolean>>

  constructor(task: ForcesTask) {
    const { x, y, radius, source, target, weight } = task
    const count = x.length
    this.#task = task
    this.#isTied = new Uint8Array(count)
    this.#sites = new Float32Array(count * perSite)
    this.#ties = new Float32Array(source.length * perTie)
    const scale = startScale(task)
    for (let site = 0; site < count; site++) {
      const angle = site * goldenAngle
      const [ownX, ownY] = [x[site]! * scale + Math.cos(angle), y[site]! * scale + Math.sin(angle)]
      this.#sites.set([ownX, ownY, 0, 0, 0, 0, 1, 1, radius[site]!, 0], site * perSite)
    }
    for (let tie = 0; tie < source.length; tie++) {
      const pull = 1 + Math.log(Math.max(1, weight[tie]!))
      this.#ties.set([source[tie]! * perSite, target[tie]! * perSite, pull], tie * perTie)
      for (const end of [source[tie]!, target[tie]!]) {
        this.#isTied[end] = 1
        this.#sites[end * perSite + massAt]! += pull
      }
    }
    this.#slowDown = 1 + Math.log(Math.max(1, count))
    this.#settings = {
      linLogMode: true,
      outboundAttractionDistribution: false,
      adjustSizes: false,
      edgeWeightInfluence: 1,
      scalingRatio: 1,
      strongGravityMode: false,
      // Separate parts repel each other: drawn in less, they leave the page nearly empty.
      gravity: Math.min(4, 3 * (0.3 + 60 / Math.max(1, count))),
      barnesHutOptimize: count > mostInPairs,
      barnesHutTheta: 0.8,
    }
  }

  /** @param calm 0: sites move as fast as forces let them; 1: in small steps, so that they come to rest. */
  go(rounds: number, calm = 0): void {
    const settings = { ...this.#settings, slowDown: this.#slowDown * (1 + 19 * calm) }
    for (let round = 0; round < rounds; round++) iterate(settings, this.#sites, this.#ties)
  }

  /** Places as they lie in the box, [x0, y0, x1, y1 …]; sites without a tie in rows at its foot. `areApart`: no disc on another. */
  places(areApart = false): Float32Array {
    const count = this.#task.x.length
    const places = new Float32Array(count * 2)
    for (let site = 0; site < count; site++)
      places.set([this.#sites[site * perSite]!, this.#sites[site * perSite + 1]!], site * 2)
    tuckStars(places, this.#task)
    const question = { box: this.#task.box, radius: this.#task.radius, isTied: this.#isTied }
    fitInto(places, question)
    if (!areApart) return places
    moveApart(places, this.#task.radius, this.#isTied)
    fitInto(places, question)
    return places
  }
}

/** The forces come to rest at some tens of units between neighbours; a layout is 1,000 wide. */
function startScale({ x, box }: ForcesTask): number {
  const side = Math.max(box.right - box.left, box.top - box.bottom, 1)
  return (20 * Math.sqrt(Math.max(1, x.length))) / side
}

function moveApart(places: Float32Array, radius: Float32Array, isTied: Uint8Array): void {
  const tied = [...radius.keys()].filter(site => isTied[site] === 1)
  const discs = new Float32Array(tied.length * perDisc)
  for (const [at, site] of tied.entries())
    discs.set([places[site * 2]!, places[site * 2 + 1]!, radius[site]!], at * perDisc)
  const settings = { gridSize: Math.ceil(Math.sqrt(tied.length)) || 1, margin: 2, expansion: 1.1, ratio: 1, speed: 3 }
  for (let round = 0; round < mostRoundsApart; round++) if (setDiscsApart(settings, discs).converged) break
  for (const [at, site] of tied.entries()) places.set([discs[at * perDisc]!, discs[at * perDisc + 1]!], site * 2)
}
