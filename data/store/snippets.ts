import type { Corpus } from './corpus.ts'
import { hashText } from './hash-text.ts'

/** The row of `value`, stored once however often it occurs; null for empty text. */
export function internSnippet(corpus: Corpus, value: string): number | null {
  if (value === '') return null
  const hash = hashText(value)
  const known = corpus.sql<{ id: number }>('SELECT id FROM snippet WHERE hash = ? AND value = ?').get(hash, value)
  return (
    known?.id ?? Number(corpus.sql('INSERT INTO snippet (hash, value) VALUES (?, ?)').run(hash, value).lastInsertRowid)
  )
}
