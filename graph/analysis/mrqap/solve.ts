/** Returns x with matrix · x = right, and the inverse, of a small symmetric matrix; null where it has (nearly) none. Gauss–Jordan with pivots. */
export function solve(
  matrix: readonly (readonly number[])[],
  right: readonly number[],
): { solution: number[]; inverse: number[][] } | null {
  const size = matrix.length
  const rows = matrix.map((row, at) => [...row, right[at]!, ...row.map((_, column) => (column === at ? 1 : 0))])
  for (let column = 0; column < size; column++) {
    let pivot = column
    for (let row = column + 1; row < size; row++)
      if (Math.abs(rows[row]![column]!) > Math.abs(rows[pivot]![column]!)) pivot = row
    // A column that the others explain is left with rounding only.
    if (Math.abs(rows[pivot]![column]!) <= 1e-10 * Math.abs(matrix[column]![column]!)) return null
    const chosen = rows[pivot]!
    rows[pivot] = rows[column]!
    rows[column] = chosen.map(value => value / chosen[column]!)
    for (let row = 0; row < size; row++) {
      const factor = rows[row]![column]!
      if (row !== column && factor !== 0) rows[row] = rows[row]!.map((value, at) => value - factor * rows[column]![at]!)
    }
  }
  return { solution: rows.map(row => row[size]!), inverse: rows.map(row => row.slice(size + 1)) }
}
