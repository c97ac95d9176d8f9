import type { Corpus } from './corpus.ts'
import { hashText } from './hash-text.ts'

/** The row of `value`, stored once however often it occurs; null for empty text. */
export function internSnippet(corpus: Corpus, value: string): number | null {
  if (value === '') return null
  const memory = memories.get(corpus)
  const remembered = memory && recall(memory, corpus, value)
  if (remembered !== undefined) return remembered
  const id = findOrInsert(corpus, value)
  if (memory && value.length <= longestRemembered) memory.recent.set(value, id)
  return id
}

function findOrInsert(corpus: Corpus, value: string): number {
  const hash = hashText(value)
  const known = corpus.sql<{ id: number }>('SELECT id FROM snippet WHERE hash = ? AND value = ?').get(hash, value)
  return (
    known?.id ?? Number(corpus.sql('INSERT INTO snippet (hash, value) VALUES (?, ?)').run(hash, value).lastInsertRowid)
  )
}

/** Rows of texts that came lately: a site says the same anchors and places on all its pages. */
interface Memory {
  recent: Map<string, number>
  older: Map<string, number>
  /** Of the corpus, when all that is remembered was true. */
  undone: number
}

const memories = new WeakMap<Corpus, Memory>()
const mostRemembered = 15_000
const longestRemembered = 200

/** From now on, rows of texts are remembered: for a connection beside which no text is ever deleted, as a crawl's. */
export function rememberSnippets(corpus: Corpus): void {
  memories.set(corpus, { recent: new Map(), older: new Map(), undone: corpus.undone })
}

/** Two generations: when the recent one is full, it becomes the older one, and what is asked for again is taken over. */
function recall(memory: Memory, corpus: Corpus, value: string): number | undefined {
  if (memory.undone !== corpus.undone) {
    memory.recent.clear()
    memory.older.clear()
    memory.undone = corpus.undone
  }
  const recent = memory.recent.get(value)
  if (recent !== undefined) return recent
  if (memory.recent.size >= mostRemembered) {
    memory.older = memory.recent
    memory.recent = new Map()
  }
  const older = memory.older.get(value)
  if (older !== undefined) memory.recent.set(value, older)
  return older
}
