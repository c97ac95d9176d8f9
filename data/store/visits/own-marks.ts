import { z } from 'zod'
import { marks, type MarkRule } from '#data/marks/link-marks.ts'
import { targetFault } from '#data/marks/target-fault.ts'
import type { Corpus } from '../base/corpus.ts'
import { forgetInOwnTable, type OwnTable, readOwnTable, setOwnTable } from '../tools/own-table.ts'

const cell = z.string().min(1).max(2_000)
const mark = z.enum(marks)
const rule: z.ZodType<MarkRule> = z.union([
  z.strictObject({ mark, target: cell.refine(target => targetFault(target) === null) }),
  z.strictObject({ mark, words: cell }),
])

/** A rule names them by its target. */
const withoutGone = (rules: readonly MarkRule[], isGone: (address: string) => boolean): MarkRule[] =>
  rules.filter(
    ({ target }) => target === undefined || !isGone(`http://${target.replace(/^\./, '').replace(/\$$/, '')}`),
  )

const table: OwnTable<MarkRule> = { name: 'marks', row: rule, withoutGone }

/** The rules that the user added to the table of marks. @throws Mistake where they are none. */
export const ownMarks = (corpus: Corpus): readonly MarkRule[] => readOwnTable(corpus, table)

/** As setOwnTable. */
export const setOwnMarks = (corpus: Corpus, rules: readonly MarkRule[]): number => setOwnTable(corpus, table, rules)

export const forgetInOwnMarks = (corpus: Corpus, gone: ReadonlySet<number>): void =>
  forgetInOwnTable(corpus, table, gone)
