import { dirname, join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import type { Corpus } from '#data/store/base/corpus.ts'
import type { Jobs } from '#viewer/server/jobs.ts'
import { copyInventedCorpus } from '../viewer/copy-invented-corpus.ts'
import { corpusPlace } from '../viewer/invented-corpus-file.ts'
import { openMap, type OpenedMap } from './open-map.ts'

/** What the tests of one file share; to be used inside tests and hooks only. */
export interface InventedMap {
  readonly visit: OpenedMap['visit']
  readonly served: OpenedMap['served']
  readonly browser: OpenedMap['browser']
  /** The corpus that is served, open for writing. */
  readonly corpus: Corpus
  /** Path of a file beside the corpus; it is gone after the tests. */
  readonly beside: (name: string) => string
}

interface ServedAs {
  /** The corpus as the page shows it. */
  readonly file?: string
  /** What the page's buttons start. */
  readonly jobs?: Jobs
}

/**
 * Serves a copy of the invented corpus while the tests of a file run, in a browser of their own.
 * `prepare` may change the copy first.
 */
export function inventedMap(prepare: (corpus: Corpus) => void = () => undefined, served: ServedAs = {}): InventedMap {
  const place = corpusPlace()
  let corpus: Corpus
  let map: OpenedMap
  beforeAll(async () => {
    corpus = await copyInventedCorpus(place.file)
    prepare(corpus)
    map = await openMap(corpus, served)
  })
  afterAll(async () => {
    await map.close()
    corpus.close()
    place.remove()
  })
  return {
    visit: settings => map.visit(settings),
    get served() {
      return map.served
    },
    get browser() {
      return map.browser
    },
    get corpus() {
      return corpus
    },
    beside: name => join(dirname(place.file), name),
  }
}
