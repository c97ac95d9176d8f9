import { existsSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { Fault } from '#data/mistake.ts'
import type { Corpus } from '../base/corpus.ts'
import { lockCorpus } from '../base/lock-corpus.ts'
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
 * Opens the corpus in `file`; a new one grows in a hidden neighbour and takes its place when it is whole. `alone` keeps a
 * crawl away meanwhile: it would go on with the prefixes of before.
 * @throws Fault as openCorpus, or when a crawl is at work.
 */
export function openTarget(file: string, { alone }: { readonly alone: boolean }): ImportTarget {
  return isThere(file) ? openKnown(file, alone) : openNew(file)
}

function openKnown(file: string, alone: boolean): ImportTarget {
  const corpus = openCorpus(file, 'write')
  try {
    const unlock = alone ? lockCorpus(corpus) : () => {}
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
  const growing = join(dirname(file), `.${basename(file)}.unfinished-${process.pid}`)
  const corpus = openCorpus(growing, 'create')
  const remove = (): void => {
    for (const ending of ['', '-wal', '-shm']) rmSync(growing + ending, { force: true })
  }
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
