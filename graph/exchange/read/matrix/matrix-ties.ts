import type { RawEdge } from '#graph/exchange/import/raw-network.ts'
import { isMissing } from '../parse-value.ts'

/** A matrix of ties as its file writes it. */
export interface TieMatrix {
  readonly rows: readonly string[]
  readonly columns: readonly string[]
  /** By row; null: the file leaves the cell out (a diagonal that is absent, the other half). */
  readonly cells: readonly (readonly (string | null)[])[]
  /** Line of each row. */
  readonly lines: readonly number[]
}

export interface MatrixTies {
  readonly edges: readonly RawEdge[]
  /** Cells that say nothing: blank, NA, a point. */
  readonly unknown: number
  readonly isSymmetric: boolean
}

const isZero = (text: string): boolean => /^[+-]?0*(?:[.,]0*)?(?:e[+-]?\d+)?$/i.test(text)

const isUnknown = (text: string): boolean => isMissing(text) || text === '.'

/** Half of the matrix is given, or each cell as its mirror, and some tie is there. */
function mirrored({ rows, cells }: TieMatrix, told: (row: number, column: number) => string | null): boolean {
  let [equal, upper, lower, ties] = [true, 0, 0, 0]
  for (let row = 1; row < rows.length; row += 1)
    for (let column = 0; column < Math.min(row, cells[row]!.length); column += 1) {
      const [below, above] = [told(row, column), told(column, row)]
      if (below !== above) equal = false
      if (below !== null) lower += 1
      if (above !== null) upper += 1
      if ((below !== null && !isZero(below)) || (above !== null && !isZero(above))) ties += 1
    }
  return ties > 0 && (equal || upper === 0 || lower === 0)
}

/**
 * The ties of a matrix: a cell that is no 0 is one, from its row to its column. A square matrix that equals its mirror, or
 * of which one half alone is filled, has undirected ones, each once. Cells that say nothing are counted. O(cells).
 */
export function matrixTies(matrix: TieMatrix, isSquare: boolean): MatrixTies {
  const told = (row: number, column: number): string | null => {
    const text = matrix.cells[row]?.[column]?.trim() ?? ''
    return isUnknown(text) ? null : text
  }
  const isSymmetric = isSquare && mirrored(matrix, told)
  const edges: RawEdge[] = []
  let unknown = 0
  for (const [row, cells] of matrix.cells.entries())
    for (const [column, cell] of cells.entries()) {
      if (cell === null) continue
      const weight = told(row, column)
      if (weight === null && !(isSquare && row === column)) unknown += 1
      if (weight === null || isZero(weight)) continue
      if (isSymmetric && column < row && told(column, row) !== null) continue
      const ends = { source: matrix.rows[row]!, target: matrix.columns[column]! }
      edges.push({ ...ends, weight, directed: !isSymmetric, attributes: [], line: matrix.lines[row]! })
    }
  // Of half a matrix the other half is not unknown: it is the same ties.
  const half = (matrix.rows.length * (matrix.rows.length - 1)) / 2
  return { edges, unknown: isSymmetric && unknown >= half ? unknown - half : unknown, isSymmetric }
}

/** What to say of how a matrix was read. */
export function matrixRemarks({
  unknown,
  isSymmetric,
}: Pick<MatrixTies, 'unknown' | 'isSymmetric'>): readonly string[] {
  return [
    ...(isSymmetric ? ['The matrix equals its mirror: its ties were read as undirected.'] : []),
    ...(unknown > 0
      ? [
          `${unknown === 1 ? '1 cell is' : `${unknown.toLocaleString('en')} cells are`} blank or missing: whether there is a tie is not said, and none was made.`,
        ]
      : []),
  ]
}
