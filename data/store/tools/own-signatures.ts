import type { Signature } from '#data/tools/signature.ts'
import type { Corpus } from '../base/corpus.ts'
import { readMeta, writeMeta } from '../base/meta.ts'

/** The rows that the user added to the table of tools, kept in the corpus so that each copy has them. */
export const ownSignatures = (corpus: Corpus): readonly Signature[] =>
  JSON.parse(readMeta(corpus, 'tools') ?? '[]') as readonly Signature[]

export function setOwnSignatures(corpus: Corpus, rows: readonly Signature[]): void {
  writeMeta(corpus, 'tools', JSON.stringify(rows))
}
