import type { RecordPlace } from '#data/store/visits/archive-place.ts'
import type { Refusal } from '../refusal.ts'
import type { Url } from '#data/url/brand.ts'

/** An exchange as an archive remembers it. */
export interface RecordedExchange {
  /** The address it was recorded under, in normal form: links resolve against it. Not always spelled as it was asked for. */
  readonly url: Url
  /** When it was received, milliseconds since 1970; null: the archive doesn't say. */
  readonly at: number | null
  /** Address that answered; null where that isn't known. */
  readonly ip: string | null
  /** Where its body lies in a file that will still be there; null: nowhere, or it was recorded under another address. */
  readonly place: RecordPlace | null
  /** Null: what is recorded is no HTTP. */
  readonly answer: RecordedAnswer | null
  /** How it was chosen, where a date was asked for. */
  readonly chosen?: ChosenCapture
}

export interface ChosenCapture {
  /** See driftDays. */
  readonly driftDays: number
  /** Captures of the address in the window. */
  readonly captures: number
  /** Address under which the archive shows it; '': it has none. */
  readonly memento: string
}

/** What was answered, undone of its chunks. Latin1 text. */
export interface RecordedAnswer {
  readonly status: number
  readonly statusText: string
  /** name, value, name, value … */
  readonly flatHeaders: readonly string[]
  readonly body: Buffer
  /** Why there is no more of the body: no time was left for it, nothing of it came, or no more was asked of the record. Null: there is no more. */
  readonly ended: 'late' | 'broken' | 'beyond' | null
  /** Kept as it came: the coding that its head names is on it. Others may have undone it. */
  readonly isAsItCame: boolean
  /** See Answer. */
  readonly limits: readonly string[]
}

/**
 * Something that can be asked for an address and gives a recorded exchange, or says that it has none: a folder of WARC
 * files, or an archive elsewhere.
 */
export interface WebArchive {
  /**
   * The last exchange recorded for `url`, or else for an address that servers take for the same; of an archive that was opened for a day
   * of the past, the one that counts for it (see chooseCapture). Null, or why: there is none. No more than `maxBytes` of a body, and a
   * few, are read. Rejects when `signal` is aborted. `known`: the entity tag of what whoever asks has of the page: the answer may then be 304.
   */
  readonly find: (
    url: Url,
    maxBytes: number,
    signal?: AbortSignal,
    known?: string,
  ) => Promise<RecordedExchange | Refusal | null>
  readonly close: () => Promise<void>
}
