import type { Corpus } from '#data/store/base/corpus.ts'
import { openCorpus } from '#data/store/base/open-corpus.ts'

/** A change waits a little for another program that writes, then says so: the page must not hang. */
export function openForWriting(file: string): Corpus {
  const corpus = openCorpus(file, 'write')
  corpus.waitForOthers(4000)
  return corpus
}
