import { createHash } from 'node:crypto'
import type { Corpus } from './corpus.ts'

/**
 * 32 hexadecimal digits by which a corpus is known through copies and changes of its name: of the first run that wrote to
 * it (command, options, input and time). Empty: nothing ever wrote to it.
 */
export function corpusId(corpus: Corpus): string {
  const first = corpus
    .sql<object>('SELECT command, options, input, input_hash, started_at FROM run ORDER BY id LIMIT 1')
    .get()
  return first === undefined ? '' : createHash('sha256').update(JSON.stringify(first)).digest('hex').slice(0, 32)
}
