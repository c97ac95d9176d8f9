import { readFileSync } from 'node:fs'
import { readSignatures } from './read-signatures.ts'
import type { Signature } from './signature.ts'

let known: readonly Signature[] | undefined

/** The table that comes with Toile, each row with its source. Read once: it is a file of the program. */
export const builtInSignatures = (): readonly Signature[] =>
  (known ??= readSignatures('signatures.csv', readFileSync(new URL('./signatures.csv', import.meta.url))))
