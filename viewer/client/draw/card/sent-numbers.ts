import type { Program, ProgramInfo } from 'sigma/rendering'

type Bound = Pick<Program, 'array' | 'constantArray' | 'ATTRIBUTES' | 'CONSTANT_ATTRIBUTES'>
type Column = Program['ATTRIBUTES'][number]

/** So many items that changed are sent one by one; more are cheaper in one piece. */
const mostApart = 400
/** Numbers of an item that a sheet writes, at most. */
const perItem = 6

/**
 * What of a drawing program's numbers lies on the graphics card. Sigma sends all of them at every frame, 10 MB for 250,000 ties; here goes what
 * has changed since the last one: nothing when the camera moves, some ties when something stands out.
 */
export class SentNumbers {
  #sent: Float32Array | null = null
  #isAllOld = true
  #old: number[] = []

  /** Any of them may have changed. */
  allChanged(): void {
    this.#isAllOld = true
  }

  /** Those from `at` on, of one item. */
  changed(at: number): void {
    if (!this.#isAllOld) this.#isAllOld = this.#old.push(at) > mostApart
  }

  /** Binds a program's columns as sigma does, without sending again what lies there. */
  bind(
    { gl, buffer, constantBuffer }: ProgramInfo,
    { array, constantArray, ATTRIBUTES, CONSTANT_ATTRIBUTES }: Bound,
    bindColumn: (column: Column, offset: number, isPerItem: boolean) => number,
  ): void {
    const bindAll = (columns: readonly Column[], isPerItem: boolean): void => {
      let offset = 0
      for (const column of columns) offset += bindColumn(column, offset, isPerItem)
    }
    gl.bindBuffer(gl.ARRAY_BUFFER, constantBuffer)
    bindAll(CONSTANT_ATTRIBUTES, false)
    gl.bufferData(gl.ARRAY_BUFFER, constantArray, gl.STATIC_DRAW)
    gl.bindBuffer(gl.ARRAY_BUFFER, buffer)
    bindAll(ATTRIBUTES, true)
    this.#send(gl, array)
    gl.bindBuffer(gl.ARRAY_BUFFER, null)
  }

  #send(gl: ProgramInfo['gl'], array: Float32Array): void {
    const size = array.BYTES_PER_ELEMENT
    if (this.#isAllOld || this.#sent !== array) gl.bufferData(gl.ARRAY_BUFFER, array, gl.DYNAMIC_DRAW)
    else for (const at of this.#old) gl.bufferSubData(gl.ARRAY_BUFFER, at * size, array.subarray(at, at + perItem))
    this.#sent = array
    this.#isAllOld = false
    this.#old = []
  }
}
