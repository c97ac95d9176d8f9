import type { CrossTable } from '#viewer/client/model/cross-table.ts'
import { useWorkbench } from '#viewer/client/workbench-context.ts'

interface CrossTableViewProps {
  readonly caption: string
  /** What a click on a cell does: nothing for paper. */
  readonly hint: string
  readonly table: CrossTable
  readonly rows: readonly string[]
  readonly columns: readonly string[]
  /** The cell that is open. */
  readonly isChosen?: (row: number, column: number) => boolean
  /** What a cell is called. */
  readonly cellName: (row: string, column: string) => string
  readonly onChoose: (row: number, column: number) => void
}

/** A table of counts whose cells are deeper the more they hold; rows and columns without any are left out. */
export function CrossTableView({
  caption,
  hint,
  table,
  rows,
  columns,
  isChosen,
  cellName,
  onChoose,
}: CrossTableViewProps) {
  const { words, count } = useWorkbench().speech
  const sum = (cells: readonly number[]): number => cells.reduce((total, cell) => total + cell, 0)
  const usedRows = rows.map((_, index) => index).filter(index => sum(table[index]!) > 0)
  const columnSum = (index: number): number => sum(table.map(row => row[index]!))
  const usedColumns = columns.map((_, index) => index).filter(index => columnSum(index) > 0)
  const most = Math.max(1, ...table.flat())
  return (
    <div className="cross">
      <table>
        <caption>
          {caption} <span className="screen-only">{hint}</span>
        </caption>
        <thead>
          <tr>
            <td />
            {usedColumns.map(index => (
              <th key={index} scope="col">
                <span title={columns[index]}>{columns[index]}</span>
              </th>
            ))}
            <th scope="col">{words.total}</th>
          </tr>
        </thead>
        <tbody>
          {usedRows.map(row => (
            <tr key={row}>
              <th scope="row">{rows[row]}</th>
              {usedColumns.map(column => {
                const value = table[row]![column]!
                return (
                  <td key={column} className={`depth-${depth(value, most)}`}>
                    {value === 0 ? (
                      <span className="nil">0</span>
                    ) : (
                      <button
                        type="button"
                        aria-pressed={isChosen?.(row, column) ?? undefined}
                        aria-label={`${cellName(rows[row]!, columns[column]!)}${words.colon} ${count(value)}`}
                        onClick={() => onChoose(row, column)}
                      >
                        {count(value)}
                      </button>
                    )}
                  </td>
                )
              })}
              <td className="sum">{count(sum(table[row]!))}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">{words.total}</th>
            {usedColumns.map(index => (
              <td key={index} className="sum">
                {count(columnSum(index))}
              </td>
            ))}
            <td className="sum">{count(sum(table.flat()))}</td>
          </tr>
        </tbody>
      </table>
    </div>
  )
}

/** 0 (nothing) to 5, by the square root, so that small cells are still told from empty ones. */
const depth = (value: number, most: number): number =>
  value === 0 ? 0 : Math.max(1, Math.ceil(Math.sqrt(value / most) * 5))
