import { existsSync, renameSync, statSync } from 'node:fs'
import { unfinishedBeside } from '#data/command/dead-leftovers.ts'
import { dropDatabase } from '#data/command/drop-database.ts'
import { Fault } from '#data/mistake.ts'
import type { Corpus } from '../base/corpus.ts'
import { lockOutCrawls, type Patience } from '../base/lock-corpus.ts'
import { openCorpus } from '../base/open-corpus.ts'

/** A corpus to import into. */
export interface ImportTarget {
  readonly corpus: Corpus
  readonly isNew: boolean
  /** Puts a new corpus in its place, and closes it. */
  readonly settle: () => void
  /** Closes it, and leaves nothing of a new one. */
  readonly discard: () => void
}

const isThere = (file: string): boolean => existsSync(file) && statSync(file).size > 0

/**
 * Opens the corpus in `file`; a new one grows in a hidden neighbour and takes its place when it is whole. `alone`: a
 * crawl at work makes way meanwhile, since an import may take longer than a crawl can wait to write; null: it need not.
 * @throws Fault as openCorpus, or when a crawl doesn't make way.
 */
export function openTarget(file: string, { alone }: { readonly alone: Patience | null }): ImportTarget {
  return isThere(file) ? openKnown(file, alone) : openNew(file)
}

function openKnown(file: string, alone: Patience | null): ImportTarget {
  const corpus = openCorpus(file, 'write')
  try {
    const unlock = alone ? lockOutCrawls(corpus, alone) : () => {}
    const close = (): void => {
      corpus.close()
      unlock()
    }
    return { corpus, isNew: false, settle: close, discard: close }
  } catch (error) {
    corpus.close()
    throw error
  }
}

function openNew(file: string): ImportTarget {
  const growing = unfinishedBeside(file)
  const corpus = openCorpus(growing, 'create')
  const remove = (): void => dropDatabase(growing)
  return {
    corpus,
    isNew: true,
    settle: () => {
      corpus.close()
      if (isThere(file)) {
        remove()
        throw new Fault(`${file}: another program made this corpus meanwhile. It was left as it is; import again.`)
      }
      renameSync(growing, file)
      remove()
    },
    discard: () => {
      corpus.close()
      remove()
    },
  }
}
