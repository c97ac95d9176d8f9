import type { Corpus } from '../base/corpus.ts'
import { readMeta, writeMeta } from '../base/meta.ts'

/** Asks the crawl at work on the corpus to stop, whoever started it: it looks with each sign of life that it gives. */
export function askToStop(corpus: Corpus): void {
  const run = corpus
    .sql<{ id: number }>(`SELECT id FROM run WHERE command = 'crawl' AND ended_at IS NULL ORDER BY id DESC LIMIT 1`)
    .get()
  if (run !== undefined) corpus.write(() => writeMeta(corpus, 'stop', String(run.id)))
}

/** Somebody asked this run to stop. */
export const isAskedToStop = (corpus: Corpus, runId: number): boolean => readMeta(corpus, 'stop') === String(runId)
