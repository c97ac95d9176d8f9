import type { PastTarget } from '#data/past-target.ts'
import { Fault } from '#data/mistake.ts'
import type { Corpus } from '../base/corpus.ts'
import { writeMeta } from '../base/meta.ts'
import { settleDates } from '../entities/settle-dates.ts'
import { hasPendingPages } from '../frontier/ready-pages.ts'
import { beginWave, setWaveEnd } from '../frontier/waves.ts'
import type { Steps } from '../import/write-in-steps.ts'
import { keepPlaces } from '../map/colours.ts'
import { classifyLinks } from '../visits/classify-links.ts'
import { mapStaged, placeNames } from './map-staged.ts'
import { replayRedirects } from './replay-redirects.ts'
import { takeLinks } from './take-links.ts'
import { takeFrame, takePages, takeVisits } from './take-visits.ts'

/** The wave that shares of a corpus visited. */
export interface SharedWave {
  readonly label: string
  readonly past: PastTarget | null
  /** Row that it has in the shares, and must have here. */
  readonly id: number
  /** Clicks that it went, at most. */
  readonly depth: number
  readonly shares: number
}

/**
 * Takes what is staged (stagePart) into the corpus that the shares were dealt out of, as if one crawl had visited all in a new
 * wave: by what people have decided there by now. Pages belong to whom they belong today, and what was forgotten meanwhile stays
 * away. Each value names what is done next. Part of the caller's transaction.
 */
export function* takeBack(corpus: Corpus, wave: SharedWave): Steps<void> {
  keepPlaces(corpus)
  yield 'addresses'
  const span = corpus.db.prepare('SELECT min(started_at), max(ended_at) FROM staged_wave').raw().get() as [
    number,
    number,
  ]
  placeNames(corpus, { past: wave.past, startedAt: span[0] })
  const begun = beginWave(corpus, wave, wave.depth, span[0])
  if (begun.id !== wave.id)
    throw new Fault(`${corpus.file}: wave ${wave.id} has another number here; nothing was merged.`)
  mapStaged(corpus)
  yield 'visits'
  takeFrame(corpus)
  takeVisits(corpus)
  takePages(corpus)
  yield 'hyperlinks'
  takeLinks(corpus)
  yield 'redirects'
  replayRedirects(corpus, begun.id)
  // Shares know the dates of when they were dealt out.
  settleDates(corpus, span[1])
  setWaveEnd(corpus, begun.id, hasPendingPages(corpus) ? null : span[1])
  writeMeta(corpus, 'merged', JSON.stringify({ of: wave.shares }))
  yield 'zones and marks'
  classifyLinks(corpus)
}
