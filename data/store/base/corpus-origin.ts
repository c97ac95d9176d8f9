import { createHash } from 'node:crypto'
import type { Corpus } from './corpus.ts'
import { isoTime } from './iso-time.ts'

/**
 * How a corpus began. `corpus`: 32 hexadecimal digits by which it is known through copies and changes of its name, made of
 * the first run that wrote to it (command, options, input and time); `begun`: when. Empty: nothing ever wrote to it.
 */
export function corpusOrigin(corpus: Corpus): { readonly corpus: string; readonly begun: string } {
  const first = corpus
    .sql<{ begun: number }>(
      'SELECT command, options, input, input_hash, started_at AS begun FROM run ORDER BY id LIMIT 1',
    )
    .get()
  if (first === undefined) return { corpus: '', begun: '' }
  const hash = createHash('sha256').update(JSON.stringify(first)).digest('hex')
  return { corpus: hash.slice(0, 32), begun: isoTime(first.begun) }
}
