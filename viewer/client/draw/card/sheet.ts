import { floatColor } from 'sigma/utils'
import { shapes } from '#viewer/client/view/scales.ts'
import type { Drawn } from '../drawn.ts'
import type { Lit } from '../lit-by.ts'
import { tieForm, type TieForm } from '../tie-form.ts'
import type { SentNumbers } from './sent-numbers.ts'

/** A drawing program's own numbers, and what of them the graphics card has. */
interface Drawing {
  readonly array: Float32Array
  readonly sent: SentNumbers
}

/** Where sigma has put a site. */
interface Place {
  readonly x: number
  readonly y: number
}

/** Numbers that say where a tie begins and ends; then come those of its look. */
const ends = 4

/**
 * What is drawn on, shared by the stage and its drawing programs. It knows where each dot and tie stands in their arrays, so
 * that another look, a filter or what stands out is written there at once. Rejected: telling sigma of each of them again,
 * which takes a hundred times as long.
 */
export class Sheet {
  #scene: Drawn
  #dots: Slots
  #ties: Slots
  #places = new Float32Array()
  #forms: Partial<Record<TieForm, readonly number[]>> = {}
  readonly #sitesLit = new LitFlags()
  readonly #tiesLit = new LitFlags()
  readonly #writeDot: Write = (site, array, at) => this.writeDot(site, array, at)
  readonly #writeRadius: Write = (site, array, at) => void (array[at] = this.#radius(site))
  readonly #writeWidth: Write = (tie, array, at) => void (array[at] = this.#width(tie))
  /** Width (0: hidden), colour, opacity, light, dashes. */
  readonly #writeTie: Write = (tie, array, at) => {
    const { look } = this.#scene
    array[at] = this.#width(tie)
    array[at + 1] = floatColor(look.tieInk[tie]!)
    array[at + 2] = look.tieOpacity[tie]!
    array[at + 3] = this.#tiesLit.flags[tie]!
    array[at + 4] = look.tiePeriod[tie]!
    array[at + 5] = look.tieShare[tie]!
  }

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
    if (this.#sitesLit.flags.length !== siteCount) this.#sitesLit.begin(siteCount)
    this.#tiesLit.begin(tieCount)
    this.#dots = new Slots(siteCount)
    this.#ties = new Slots(tieCount)
    this.#places = new Float32Array(siteCount * 2)
    this.#forms = Object.groupBy(range(tieCount), tie => tieForm(scene.model, tie))
  }

  /** The ties that one program draws. */
  tiesOf(form: TieForm): readonly number[] {
    return this.#forms[form] ?? []
  }

  /** Another look or other filters of the same sites and ties; of the same look only that they come or go is written. */
  rewrite(scene: Drawn): void {
    const { look, shown, model } = this.#scene
    this.#scene = scene
    if (look === scene.look && model === scene.model) {
      this.#dots.forEach(this.#writeRadius, [shown.sites, scene.shown.sites])
      this.#ties.forEach(this.#writeWidth, [shown.ties, scene.shown.ties])
    } else {
      this.#dots.forEach(this.#writeDot, null)
      this.#ties.forEach(this.#writeTie, null)
    }
  }

  /** These stand out, and nothing else: what changes by it is written. O(what stood and what stands out). */
  light({ sites, ties }: Pick<Lit, 'sites' | 'ties'>): void {
    for (const site of this.#sitesLit.change(sites)) this.#dots.at(site, this.#writeDot)
    for (const tie of this.#tiesLit.change(ties)) this.#ties.at(tie, this.#writeTie)
  }

  /** Told by a program: this dot lies there, and its numbers begin at `at`. */
  placeDot(site: number, { x, y }: Place, drawing: Drawing, at: number): void {
    this.#places[site * 2] = x
    this.#places[site * 2 + 1] = y
    this.#dots.place(site, drawing, at)
  }

  /** Told by a program whose numbers for this tie begin at `at`: they are written, once its dots have their places. */
  placeTie(tie: number, drawing: Drawing, at: number): void {
    const { array } = drawing
    const { source, target } = this.#scene.model.ties
    const [from, to] = [source[tie]! * 2, target[tie]! * 2]
    array[at] = this.#places[from]!
    array[at + 1] = this.#places[from + 1]!
    array[at + 2] = this.#places[to]!
    array[at + 3] = this.#places[to + 1]!
    this.#ties.place(tie, drawing, at + ends)
    this.#writeTie(tie, array, at + ends)
  }

  /** Size (0: hidden), colour, shape, light. */
  writeDot(site: number, array: Float32Array, at: number): void {
    const { look } = this.#scene
    array[at] = this.#radius(site)
    array[at + 1] = floatColor(look.colour[site]!)
    array[at + 2] = shapes.indexOf(look.shape[site]!)
    array[at + 3] = this.#sitesLit.flags[site]!
  }

  #radius(site: number): number {
    const { look, shown } = this.#scene
    return shown.sites[site] === 1 ? look.radius[site]! : 0
  }

  #width(tie: number): number {
    const { look, shown } = this.#scene
    return shown.ties[tie] === 1 ? look.tieWidth[tie]! : 0
  }
}

const range = (count: number): number[] => Array.from({ length: count }, (_, nth) => nth)

type Write = (item: number, array: Float32Array, at: number) => void

/** Which items stand out, as flags. */
class LitFlags {
  flags = new Uint8Array()
  #lit: ReadonlySet<number> = new Set()

  /** None of so many. */
  begin(count: number): void {
    this.flags = new Uint8Array(count)
    this.#lit = new Set()
  }

  /** Returns those whose flag it changed. */
  change(lit: ReadonlySet<number>): number[] {
    const gone = [...this.#lit].filter(item => !lit.has(item))
    const come = [...lit].filter(item => !this.#lit.has(item))
    for (const item of gone) this.flags[item] = 0
    for (const item of come) this.flags[item] = 1
    this.#lit = lit
    return [...gone, ...come]
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
  at(item: number, write: Write): void {
    const start = this.#starts[item] ?? -1
    if (start === -1) return
    // A program takes a new array when it has more to draw.
    const { array, sent } = this.#drawings[this.#owners[item]!]!
    write(item, array, start)
    sent.changed(start)
  }

  /** All, or those that two lists of flags tell apart. */
  forEach(write: Write, flags: readonly [before: Uint8Array, now: Uint8Array] | null): void {
    const [before, now] = flags ?? []
    for (let item = 0; item < this.#starts.length; item++)
      if (before === undefined || before[item] !== now![item]) this.at(item, write)
  }
}
