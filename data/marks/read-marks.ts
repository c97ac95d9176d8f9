import { Mistake } from '../mistake.ts'
import { showCell } from '../show-cell.ts'
import { inFile, readTable, type TableRow } from '../table/read-table.ts'
import type { Said } from '../vocabulary/words/say.ts'
import { marks, type Mark, type MarkRule } from './link-marks.ts'
import { targetFault } from './target-fault.ts'

/**
 * Reads a user's table of marks: CSV with the columns `mark`, `target`, `words`, each row with a mark of the list and
 * either a target or words. @throws Mistake that names every bad row of `file`.
 */
export function readMarks(file: string, bytes: Uint8Array): MarkRule[] {
  const table = readTable(file, bytes, ['mark', 'target', 'words'], 'mark')
  const bad = [...table.mistakes]
  const rules = table.rows.map(row => readRule(row, said => bad.push({ ...said, line: row.line })))
  if (bad.length > 0) throw new Mistake(inFile(file, bad))
  if (rules.length === 0)
    throw new Mistake(
      `${file}: no row was found; expected at least one, or --built-in-marks to give the corpus's own table up`,
    )
  return rules
}

function readRule({ cell }: TableRow, complain: (problem: Said) => void): MarkRule {
  const [mark, target, words] = [cell('mark') as Mark, cell('target'), cell('words')]
  if (!marks.includes(mark))
    complain({ code: 'not-a-mark', values: { found: showCell(mark), known: marks.join(', ') } })
  if ((target === '') === (words === ''))
    complain({ code: target === '' ? 'mark-without-sign' : 'mark-with-two-signs', values: {} })
  const fault = target === '' ? null : targetFault(target)
  if (fault !== null) complain({ code: fault, values: { found: showCell(target) } })
  return target === '' ? { mark, words } : { mark, target }
}
