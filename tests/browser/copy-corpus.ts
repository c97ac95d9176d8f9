import { copyFileSync } from 'node:fs'
import { inject } from 'vitest'
import type { Corpus } from '#data/store/base/corpus.ts'
import { openCorpus } from '#data/store/base/open-corpus.ts'

/** A corpus of the invented network in `file`, analysed, open for writing. */
export function copyInventedCorpus(file: string): Corpus {
  copyFileSync(inject('inventedCorpus'), file)
  return openCorpus(file, 'write')
}
