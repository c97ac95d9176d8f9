import type { Url } from '#data/url/brand.ts'
import type { RecordPlace } from '../visits/archive-place.ts'
import type { Corpus } from '../base/corpus.ts'
import { hashText } from '../base/hash-text.ts'
import { readMeta, writeMeta } from '../base/meta.ts'

/** What is about to be read, with what must be known of it if the process does not survive the reading. */
export interface ReadingMark {
  readonly url: Url
  readonly waveId: number
  /** Of the exchange that brought it; null: only its head was being read. */
  readonly facts: MarkedFacts | null
  /** Not a document: what is stored of a site was being compared ('zones'), or of links from `url` on ('marks'). */
  readonly pass?: Pass
}

export type Pass = 'marks' | 'zones'

/** Of an exchange: see `Exchanged` in the crawler. */
export interface MarkedFacts {
  /** Milliseconds since 1970, and milliseconds. */
  readonly startedAt: number
  readonly durationMs: number
  readonly bytesWire: number
  readonly ip: string | null
  readonly status: number
  readonly contentType: string
  /** Where an archive keeps its bytes. */
  readonly archived: RecordPlace | null
}

/** A mark that a process left behind when it ended. */
export interface LeftMark extends ReadingMark {
  /** The watchdog had ended the process; otherwise it died by itself, or was killed, while this was read. */
  readonly hung: boolean
}

/** An address at whose reading processes ended, the last ones in a row. */
export interface Unread extends LeftMark {
  readonly deaths: number
}

const name = 'unread'

/**
 * A process may die at a page for what has nothing to do with it: somebody who kills the crawl again and again at its first
 * page, say. So many deaths in a row, each after a trial that the page survived, do not.
 */
const mostDeaths = 10

/** It is left alone in its wave. */
export const isGivenUp = ({ hung, deaths, waveId }: Unread, wave: number): boolean =>
  waveId === wave && (hung || deaths >= mostDeaths)

const isSame = (one: ReadingMark, other: ReadingMark): boolean => one.url === other.url && one.pass === other.pass

/** Addresses at whose reading a process ended, and which were not read since. */
export const listUnread = (corpus: Corpus): Unread[] => JSON.parse(readMeta(corpus, name) ?? '[]') as Unread[]

/** Takes what the last process left (null: nothing) into the corpus; returns the whole list. One transaction. */
export function noteUnread(corpus: Corpus, left: LeftMark | null): Unread[] {
  const before = listUnread(corpus)
  if (left === null && before.length === 0) return []
  return corpus.write(() => {
    const open = before.filter(unread => !wasReadSince(corpus, unread))
    const known = left === null ? undefined : open.find(unread => isSame(unread, left))
    const others = open.filter(unread => unread !== known)
    const all = left === null ? open : [...others, { ...left, deaths: (known?.deaths ?? 0) + 1 }]
    writeMeta(corpus, name, JSON.stringify(all))
    return all
  })
}

const wasReadSince = (corpus: Corpus, { url, waveId, pass }: Unread): boolean =>
  pass === undefined
    ? corpus
        .sql(`SELECT 1 FROM page WHERE url_hash = ? AND url = ? AND state = 'fetched' AND wave_id >= ?`)
        .get(hashText(url), url, waveId) !== undefined
    : corpus.sql('SELECT 1 FROM wave WHERE id > ?').get(waveId) !== undefined

/** The last visit to the page came to nothing because the page could not be read. */
export const wasUnreadable = (corpus: Corpus, visitId: number): boolean =>
  corpus.sql(`SELECT 1 FROM visit WHERE id = ? AND failure = 'unreadable'`).get(visitId) !== undefined
