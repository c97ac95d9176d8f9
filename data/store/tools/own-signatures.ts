import { z } from 'zod'
import type { Signature } from '#data/tools/signature.ts'
import { borrowedKinds } from '#data/vocabulary/borrowed-kinds.ts'
import { toolCategories } from '#data/vocabulary/tool-categories.ts'
import type { Corpus } from '../base/corpus.ts'
import { forgetInOwnTable, type OwnTable, readOwnTable, setOwnTable } from './own-table.ts'

const cell = z.string().max(2_000)
/** As readPattern makes them: nothing of it becomes a regular expression. */
const pattern = z.union([
  z.strictObject({
    kinds: z.array(z.enum(borrowedKinds)).min(1).max(borrowedKinds.length),
    host: z
      .string()
      .max(300)
      .regex(/^[^\s/?#*]*$/),
    path: z
      .string()
      .max(300)
      .regex(/^(?:\/[^\s?#*]*)?$/),
  }),
  z.strictObject({ generator: z.string().min(1).max(300) }),
  z.strictObject({ cookie: z.string().min(1).max(300) }),
])
const signature: z.ZodType<Signature> = z.strictObject({
  name: cell.min(1),
  maker: cell,
  country: z.string().regex(/^(?:[A-Z]{2})?$/),
  category: z.enum(toolCategories),
  pattern,
  source: cell,
  checked: z.string().max(10).optional(),
})

/** A row names them as the maker or as the host of its pattern; a row that only quotes a page of theirs loses its source. */
function withoutGone(rows: readonly Signature[], isGone: (address: string) => boolean): Signature[] {
  const isNamed = ({ maker, pattern }: Signature): boolean =>
    isGone(`http://${maker}/`) ||
    ('host' in pattern && pattern.host !== '' && isGone(`http://${pattern.host.replace(/^\./, '')}${pattern.path}`))
  return rows
    .filter(row => !isNamed(row))
    .map(row => (row.source !== '' && isGone(row.source) ? { ...row, source: '', checked: '' } : row))
}

const table: OwnTable<Signature> = { name: 'tools', row: signature, withoutGone }

/** The rows that the user added to the table of tools. @throws Mistake where they are none. */
export const ownSignatures = (corpus: Corpus): readonly Signature[] => readOwnTable(corpus, table)

/** As setOwnTable; a row that only quotes a page of somebody forgotten stays, without its source. */
export const setOwnSignatures = (corpus: Corpus, rows: readonly Signature[]): number => setOwnTable(corpus, table, rows)

export const forgetInOwnSignatures = (corpus: Corpus, gone: ReadonlySet<number>): void =>
  forgetInOwnTable(corpus, table, gone)
