import { z } from 'zod'
import { marks, type MarkRule } from '#data/marks/link-marks.ts'
import { targetFault } from '#data/marks/target-fault.ts'
import type { Corpus } from '../base/corpus.ts'
import { readOwnTable, writeOwnTable } from '../tools/own-table.ts'
import { namesGone } from '../entities/names-gone.ts'

const cell = z.string().min(1).max(2_000)
const mark = z.enum(marks)
const rule: z.ZodType<MarkRule> = z.union([
  z.strictObject({ mark, target: cell.refine(target => targetFault(target) === null) }),
  z.strictObject({ mark, words: cell }),
])

/** The rules that the user added to the table of marks, kept in the corpus so that each crawl and copy has them. @throws Mistake where they are none. */
export const ownMarks = (corpus: Corpus): readonly MarkRule[] => readOwnTable(corpus, 'marks', rule)

/** Keeps these rules but for those whose target is of somebody who was forgotten on objection; returns how many were left out. */
export function setOwnMarks(corpus: Corpus, rules: readonly MarkRule[]): number {
  const kept = withoutGone(rules, namesGone(corpus))
  writeOwnTable(corpus, 'marks', kept)
  return rules.length - kept.length
}

/** Takes the rules whose target is of entities that are gone out of the user's table. */
export function forgetInOwnMarks(corpus: Corpus, gone: ReadonlySet<number>): void {
  const rules = ownMarks(corpus)
  const kept = withoutGone(rules, namesGone(corpus, gone))
  if (kept.length < rules.length) writeOwnTable(corpus, 'marks', kept)
}

const withoutGone = (rules: readonly MarkRule[], isGone: (address: string) => boolean): MarkRule[] =>
  rules.filter(
    ({ target }) => target === undefined || !isGone(`http://${target.replace(/^\./, '').replace(/\$$/, '')}`),
  )
