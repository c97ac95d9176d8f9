import { corpusFile } from '../store/base/corpus-file.ts'
import type { Corpus } from '../store/base/corpus.ts'
import { asFault, openCorpus, type OpenMode } from '../store/base/open-corpus.ts'
import type { Surroundings } from './command.ts'

interface Named {
  /** What `--corpus` says; undefined: nothing. */
  readonly corpus?: string | undefined
}

/** Opens the corpus that the options mean for `work`, and closes it. @throws Fault for what SQLite reports. */
export function withCorpus<Result>(
  surroundings: Surroundings,
  { corpus: named }: Named,
  mode: OpenMode,
  work: (corpus: Corpus) => Result,
): Result {
  const file = corpusFile(named, surroundings)
  const corpus = openCorpus(file, mode)
  try {
    return work(corpus)
  } catch (error) {
    throw asFault(file, error)
  } finally {
    corpus.close()
  }
}
