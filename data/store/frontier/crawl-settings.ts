import type { Corpus } from '../base/corpus.ts'

export interface LastCrawl {
  readonly run: number
  /** Milliseconds since 1970. */
  readonly startedAt: number
  /** The options as the file says them. A file travels: these may be a stranger's words. */
  readonly told: Readonly<Record<string, unknown>>
}

/** The last crawl of this corpus; null when there was none. */
export function lastCrawl(corpus: Corpus): LastCrawl | null {
  const row = corpus
    .sql<{ id: number; startedAt: number; options: string }>(
      `SELECT id, started_at AS startedAt, options FROM run WHERE command = 'crawl' ORDER BY id DESC LIMIT 1`,
    )
    .get()
  return row ? { run: row.id, startedAt: row.startedAt, told: readOptions(row.options) } : null
}

function readOptions(text: string): Record<string, unknown> {
  try {
    const options: unknown = JSON.parse(text)
    return typeof options === 'object' && options !== null ? { ...options } : {}
  } catch {
    return {}
  }
}
