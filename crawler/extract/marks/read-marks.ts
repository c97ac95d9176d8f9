import { parse } from 'csv-parse/sync'
import { Mistake } from '../../../data/mistake.ts'
import { marks, type Mark, type MarkRule } from './link-marks.ts'

interface Row {
  readonly info: { readonly lines: number }
  readonly record: Readonly<Record<string, string>>
}

/**
 * Reads a user's table of marks: CSV with the columns `mark`, `target`, `words`, each row with a mark of the list and
 * either a target or words. Throws a Mistake that names every bad row of `file`.
 */
export function readMarks(text: string, file: string): MarkRule[] {
  const rows = parse(text, {
    bom: true,
    columns: true,
    skip_empty_lines: true,
    trim: true,
    info: true,
  }) as unknown as Row[]
  const mistakes: string[] = []
  const read = rows.map(({ record, info }) =>
    readRule(record, problem => mistakes.push(`${file}:${info.lines}: ${problem}`)),
  )
  if (mistakes.length > 0) throw new Mistake(mistakes.join('\n'))
  return read
}

function readRule(
  { mark = '', target = '', words = '' }: Row['record'],
  complain: (problem: string) => void,
): MarkRule {
  if (!(marks as readonly string[]).includes(mark))
    complain(`'${mark}' is no mark, expected one of ${marks.join(', ')}`)
  if ((target === '') === (words === ''))
    complain(`found ${target === '' ? 'neither' : 'both'} target and words, expected one of them`)
  if (target !== '' && !/^\.?[^\s/$?]+[^\s]*$/.test(target)) complain(`'${target}' does not begin with a host`)
  return target === '' ? { mark: mark as Mark, words } : { mark: mark as Mark, target }
}
