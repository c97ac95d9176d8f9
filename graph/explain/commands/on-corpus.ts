import type { Surroundings } from '#data/command/command.ts'
import { corpusFile } from '#data/store/base/corpus-file.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { asFault, openCorpus, type OpenMode } from '#data/store/base/open-corpus.ts'

/** Opens the corpus that an option names for `work`, and closes it. @throws Fault for what SQLite reports. */
export function onCorpus<Result>(
  surroundings: Surroundings,
  named: string | undefined,
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
