import type { Corpus } from '../base/corpus.ts'

/** The options of the last crawl as it stored them; null when the corpus was never crawled. */
export function lastCrawlSettings(corpus: Corpus): Readonly<Record<string, unknown>> | null {
  const row = corpus
    .sql<{ options: string }>(`SELECT options FROM run WHERE command = 'crawl' ORDER BY id DESC LIMIT 1`)
    .get()
  return row ? (JSON.parse(row.options) as Record<string, unknown>) : null
}
