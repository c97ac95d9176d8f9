/** A dot as labels see it; pixels of the stage. */
export interface LabelDot {
  readonly site: number
  readonly x: number
  readonly y: number
  /** From its middle to its rim. */
  readonly radius: number
}

export interface LabelBox {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

export interface LabelLine {
  readonly x1: number
  readonly y1: number
  readonly x2: number
  readonly y2: number
}

const cell = 32

/**
 * The dots of a stage by the square in which they lie, so that a label asks those around it only. In columns of numbers:
 * a map of 50,000 dots is laid out anew for every frame.
 */
export class DotGrid {
  readonly count: number
  readonly #sites: Int32Array
  readonly #xs: Float64Array
  readonly #ys: Float64Array
  readonly #radii: Float64Array
  readonly #columns: number
  readonly #rows: number
  /** Where the dots of each square begin in the columns above. */
  readonly #starts: Int32Array
  readonly #left: number
  readonly #top: number
  #largest = 0

  /** @param dotAt called with 0 … count − 1, twice: a place to put a dot's numbers in. */
  constructor(count: number, dotAt: (index: number, into: Writable<LabelDot>) => void) {
    this.count = count
    const dot = { site: 0, x: 0, y: 0, radius: 0 }
    let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity]
    for (let index = 0; index < count; index++) {
      dotAt(index, dot)
      left = Math.min(left, dot.x)
      right = Math.max(right, dot.x)
      top = Math.min(top, dot.y)
      bottom = Math.max(bottom, dot.y)
    }
    this.#left = left
    this.#top = top
    this.#columns = count === 0 ? 0 : Math.floor((right - left) / cell) + 1
    this.#rows = count === 0 ? 0 : Math.floor((bottom - top) / cell) + 1
    this.#starts = new Int32Array(this.#columns * this.#rows + 1)
    const squares = new Int32Array(count)
    for (let index = 0; index < count; index++) {
      dotAt(index, dot)
      squares[index] = this.#row(dot.y) * this.#columns + this.#column(dot.x)
      this.#starts[squares[index]! + 1]! += 1
    }
    for (let square = 1; square < this.#starts.length; square++) this.#starts[square]! += this.#starts[square - 1]!
    this.#sites = new Int32Array(count)
    this.#xs = new Float64Array(count)
    this.#ys = new Float64Array(count)
    this.#radii = new Float64Array(count)
    const next = this.#starts.slice()
    for (let index = 0; index < count; index++) {
      dotAt(index, dot)
      const at = next[squares[index]!]!++
      this.#sites[at] = dot.site
      this.#xs[at] = dot.x
      this.#ys[at] = dot.y
      this.#radii[at] = dot.radius
      this.#largest = Math.max(this.#largest, dot.radius)
    }
  }

  static of(dots: readonly LabelDot[]): DotGrid {
    return new DotGrid(dots.length, (index, into) => Object.assign(into, dots[index]))
  }

  /** Whether the rim of a dot, but that of `own`, comes nearer to the box than `distance`. */
  comesNear(box: LabelBox, distance: number, own: number): boolean {
    const reach = distance + this.#largest
    const [first, last] = [this.#column(box.left - reach), this.#column(box.right + reach)]
    const [upper, lower] = [this.#row(box.top - reach), this.#row(box.bottom + reach)]
    for (let row = upper; row <= lower; row++) {
      const from = this.#starts[row * this.#columns + first]!
      const to = this.#starts[row * this.#columns + last + 1]!
      for (let at = from; at < to; at++) {
        const [x, y, within] = [this.#xs[at]!, this.#ys[at]!, this.#radii[at]! + distance]
        const dx = x < box.left ? box.left - x : x > box.right ? x - box.right : 0
        const dy = y < box.top ? box.top - y : y > box.bottom ? y - box.bottom : 0
        if (dx * dx + dy * dy < within * within && this.#sites[at] !== own) return true
      }
    }
    return false
  }

  /** Sites whose rims come nearer to a line than `distance`, but `own`: each once, in the order of the grid. */
  along({ x1, y1, x2, y2 }: LabelLine, distance: number, own: number): number[] {
    const reach = distance + this.#largest
    const [dx, dy] = [x2 - x1, y2 - y1]
    const square = dx * dx + dy * dy
    const met: number[] = []
    const [upper, lower] = [this.#row(Math.min(y1, y2) - reach), this.#row(Math.max(y1, y2) + reach)]
    for (let row = upper; row <= lower; row++) {
      // The part of the line that can touch a dot of this row.
      const above = this.#top + row * cell - reach
      const [one, other] = dy === 0 ? [0, 1] : [(above - y1) / dy, (above + cell + 2 * reach - y1) / dy]
      const [from, to] = [Math.max(0, Math.min(one, other)), Math.min(1, Math.max(one, other))]
      if (from > to) continue
      const [left, right] = [x1 + dx * (dx > 0 ? from : to), x1 + dx * (dx > 0 ? to : from)]
      const first = this.#starts[row * this.#columns + this.#column(left - reach)]!
      const last = this.#starts[row * this.#columns + this.#column(right + reach) + 1]!
      for (let at = first; at < last; at++) {
        const [x, y, within] = [this.#xs[at]!, this.#ys[at]!, this.#radii[at]! + distance]
        const along = square === 0 ? 0 : Math.max(0, Math.min(1, ((x - x1) * dx + (y - y1) * dy) / square))
        const [px, py] = [x - x1 - along * dx, y - y1 - along * dy]
        if (px * px + py * py < within * within && this.#sites[at] !== own) met.push(this.#sites[at]!)
      }
    }
    return met
  }

  #column(x: number): number {
    return Math.max(0, Math.min(this.#columns - 1, Math.floor((x - this.#left) / cell)))
  }

  #row(y: number): number {
    return Math.max(0, Math.min(this.#rows - 1, Math.floor((y - this.#top) / cell)))
  }
}

type Writable<Type> = { -readonly [Key in keyof Type]: Type[Key] }

/** Distance from a box to the rim of a dot: less than 0 where it covers the dot. */
export function distanceToRim(box: LabelBox, { x, y, radius }: Omit<LabelDot, 'site'>): number {
  const dx = Math.max(box.left - x, 0, x - box.right)
  const dy = Math.max(box.top - y, 0, y - box.bottom)
  return Math.hypot(dx, dy) - radius
}
