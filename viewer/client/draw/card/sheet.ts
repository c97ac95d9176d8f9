import { floatColor } from 'sigma/utils'
import { shapes } from '#viewer/client/view/scales.ts'
import type { Drawn } from '../drawn.ts'

/** A drawing program's own numbers, which it sends to the graphics card at every frame. */
interface Drawing {
  readonly array: Float32Array
}

/**
 * What is drawn on, shared by the stage and its drawing programs. It knows where each dot and tie stands in their arrays, so
 * that another look, a filter or what stands out is written there at once. Rejected: telling sigma of each of them again,
 * which takes a hundred times as long.
 */
export class Sheet {
  #scene: Drawn
  litSites = new Uint8Array()
  litTies = new Uint8Array()
  #dots: Slots
  #ties: Slots

  constructor(scene: Drawn) {
    this.#scene = scene
    this.#dots = new Slots(0)
    this.#ties = new Slots(0)
    this.begin(scene)
  }

  /** A scene of other sites or ties; the programs will say where they stand. */
  begin(scene: Drawn): void {
    const { siteCount, tieCount } = scene.model
    this.#scene = scene
    if (this.litSites.length !== siteCount) this.litSites = new Uint8Array(siteCount)
    this.litTies = new Uint8Array(tieCount)
    this.#dots = new Slots(siteCount)
    this.#ties = new Slots(tieCount)
  }

  /** Another look or other filters of the same sites and ties. */
  rewrite(scene: Drawn): void {
    this.#scene = scene
    this.#dots.forEach((site, array, at) => this.writeDot(site, array, at))
    this.#ties.forEach((tie, array, at) => this.writeTie(tie, array, at))
  }

  rewriteSites(sites: readonly number[]): void {
    for (const site of sites) this.#dots.at(site, (array, at) => this.writeDot(site, array, at))
  }

  rewriteTies(ties: readonly number[]): void {
    for (const tie of ties) this.#ties.at(tie, (array, at) => this.writeTie(tie, array, at))
  }

  /** Told by a program: its numbers for this dot begin at `at`. */
  placeDot(site: number, drawing: Drawing, at: number): void {
    this.#dots.place(site, drawing, at)
  }

  placeTie(tie: number, drawing: Drawing, at: number): void {
    this.#ties.place(tie, drawing, at)
  }

  /** Size (0: hidden), colour, shape, light. */
  writeDot(site: number, array: Float32Array, at: number): void {
    const { look, shown } = this.#scene
    array[at] = shown.sites[site] === 1 ? look.radius[site]! : 0
    array[at + 1] = floatColor(look.colour[site]!)
    array[at + 2] = shapes.indexOf(look.shape[site]!)
    array[at + 3] = this.litSites[site]!
  }

  /** Width (0: hidden), colour, opacity, light, dashes. */
  writeTie(tie: number, array: Float32Array, at: number): void {
    const { look, shown } = this.#scene
    array[at] = shown.ties[tie] === 1 ? look.tieWidth[tie]! : 0
    array[at + 1] = floatColor(look.tieInk[tie]!)
    array[at + 2] = look.tieOpacity[tie]!
    array[at + 3] = this.litTies[tie]!
    array[at + 4] = look.tiePeriod[tie]!
    array[at + 5] = look.tieShare[tie]!
  }
}

/** Where each item stands: in whose array, and from which number on. */
class Slots {
  readonly #starts: Int32Array
  readonly #owners: Uint8Array
  readonly #drawings: Drawing[] = []

  constructor(count: number) {
    this.#starts = new Int32Array(count).fill(-1)
    this.#owners = new Uint8Array(count)
  }

  place(item: number, drawing: Drawing, start: number): void {
    let owner = this.#drawings.indexOf(drawing)
    if (owner === -1) owner = this.#drawings.push(drawing) - 1
    this.#starts[item] = start
    this.#owners[item] = owner
  }

  /** Nothing while no program has placed it. */
  at(item: number, write: (array: Float32Array, at: number) => void): void {
    const start = this.#starts[item] ?? -1
    // A program takes a new array when it has more to draw.
    if (start !== -1) write(this.#drawings[this.#owners[item]!]!.array, start)
  }

  forEach(write: (item: number, array: Float32Array, at: number) => void): void {
    for (let item = 0; item < this.#starts.length; item++) this.at(item, (array, at) => write(item, array, at))
  }
}
