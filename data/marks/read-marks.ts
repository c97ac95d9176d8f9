import { Mistake } from '../mistake.ts'
import { showCell } from '../show-cell.ts'
import { readTable, type TableRow } from '../table/read-table.ts'
import { marks, type Mark, type MarkRule } from './link-marks.ts'

/**
 * Reads a user's table of marks: CSV with the columns `mark`, `target`, `words`, each row with a mark of the list and
 * either a target or words. @throws Mistake that names every bad row of `file`.
 */
export function readMarks(file: string, bytes: Uint8Array): MarkRule[] {
  const table = readTable(file, bytes, ['mark', 'target', 'words'], 'mark')
  const bad = table.mistakes.map(({ line, text }) => [line, text] as const)
  const rules = table.rows.map(row => readRule(row, text => bad.push([row.line, text])))
  if (bad.length > 0)
    throw new Mistake(
      bad
        .toSorted(([a], [b]) => a - b)
        .map(([line, text]) => `${showCell(file)}:${line}: ${text}`)
        .join('\n'),
    )
  return rules
}

function readRule({ cell }: TableRow, complain: (problem: string) => void): MarkRule {
  const [mark, target, words] = [cell('mark') as Mark, cell('target'), cell('words')]
  if (!marks.includes(mark)) complain(`'${showCell(mark)}' is no mark, expected one of ${marks.join(', ')}`)
  if ((target === '') === (words === ''))
    complain(`found ${target === '' ? 'neither' : 'both'} target and words, expected one of them`)
  if (target !== '' && !/^\.?[^\s/$?]+[^\s]*$/.test(target))
    complain(`'${showCell(target)}' does not begin with a host`)
  return target === '' ? { mark, words } : { mark, target }
}
