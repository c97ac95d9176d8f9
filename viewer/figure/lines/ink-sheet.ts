export interface DotOnSheet {
  readonly x: number
  readonly y: number
  readonly radius: number
}

/** Half a pixel: an eighth of a millimetre. */
const finest = 0.5
/** Large sheets get coarser cells. */
const mostCells = 4_000_000

/** How many lines have ink in each small square of a sheet; dots count as many. */
export class InkSheet {
  readonly cell: number
  readonly #left: number
  readonly #top: number
  readonly #columns: number
  readonly #rows: number
  readonly #ink: Uint8Array
  readonly #last: Int32Array

  /** As large as the dots need, from which and to which all lines lead. */
  constructor(dots: readonly DotOnSheet[]) {
    let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity]
    for (const { x, y, radius } of dots) {
      left = Math.min(left, x - radius)
      right = Math.max(right, x + radius)
      top = Math.min(top, y - radius)
      bottom = Math.max(bottom, y + radius)
    }
    const [width, height] = dots.length === 0 ? [0, 0] : [right - left, bottom - top]
    this.cell = Math.max(finest, Math.sqrt((width * height) / mostCells))
    this.#left = left
    this.#top = top
    this.#columns = Math.floor(width / this.cell) + 1
    this.#rows = Math.floor(height / this.cell) + 1
    this.#ink = new Uint8Array(this.#columns * this.#rows)
    this.#last = new Int32Array(this.#columns * this.#rows).fill(-1)
    for (const dot of dots) this.#cover(dot)
  }

  /** A spot of a line, so wide; each line once in a square. */
  stroke(x: number, y: number, width: number, line: number): void {
    const reach = Math.max(0, Math.round(width / 2 / this.cell - 0.25))
    const [column, row] = [this.#column(x), this.#row(y)]
    for (let down = -reach; down <= reach; down++)
      for (let across = -reach; across <= reach; across++) this.#mark(column + across, row + down, line)
  }

  /** Whether one line alone has ink there. Beyond the sheet no other has. */
  isOneLine(x: number, y: number): boolean {
    const [column, row] = [this.#column(x), this.#row(y)]
    return !this.#isOn(column, row) || this.#ink[row * this.#columns + column] === 1
  }

  #mark(column: number, row: number, line: number): void {
    if (!this.#isOn(column, row)) return
    const at = row * this.#columns + column
    if (this.#last[at] === line) return
    this.#last[at] = line
    this.#ink[at] = Math.min(255, this.#ink[at]! + 1)
  }

  #cover({ x, y, radius }: DotOnSheet): void {
    for (let row = this.#row(y - radius); row <= this.#row(y + radius); row++)
      for (let column = this.#column(x - radius); column <= this.#column(x + radius); column++) {
        const [dx, dy] = [this.#left + (column + 0.5) * this.cell - x, this.#top + (row + 0.5) * this.cell - y]
        if (this.#isOn(column, row) && dx * dx + dy * dy <= radius * radius) this.#ink[row * this.#columns + column] = 2
      }
  }

  #isOn(column: number, row: number): boolean {
    return column >= 0 && row >= 0 && column < this.#columns && row < this.#rows
  }

  #column(x: number): number {
    return Math.floor((x - this.#left) / this.cell)
  }

  #row(y: number): number {
    return Math.floor((y - this.#top) / this.cell)
  }
}
