import type { Url } from '#data/url/brand.ts'
import type { RecordedAnswer } from '../archive/web-archive.ts'
import type { Refusal } from '../refusal.ts'
import type { ListedCapture } from './choose-capture.ts'

/** A capture that an archive lists, and as what. */
export interface AskedCapture extends ListedCapture {
  /** The address as the archive spells it: what it is asked by. */
  readonly original: string
  /** Of the payload, as the index tells it; '': it doesn't. */
  readonly digest: string
}

export interface ReadCapture {
  /** When it was captured: not always when the list says, since archives lead to one near it. */
  readonly at: number
  readonly answer: RecordedAnswer
  /** Where the archive shows it. */
  readonly memento: string
}

export interface Reading {
  readonly maxBytes: number
  readonly signal: AbortSignal | undefined
}

/** Captures of an address: those in the window, and what else is told. */
export interface CaptureList<Row> {
  readonly rows: readonly Row[]
  /** All that the archive has, whenever. */
  readonly isAll: boolean
}

/** What an archive that is asked over the network can do. */
export interface AskedArchive<Row extends AskedCapture> {
  readonly list: (url: Url, signal: AbortSignal | undefined) => Promise<CaptureList<Row> | Refusal>
  readonly read: (row: Row, reading: Reading) => Promise<ReadCapture | Refusal>
  /** Where the archive shows a capture that needn't be read. */
  readonly mementoOf: (row: Row) => string
}
