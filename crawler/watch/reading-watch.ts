import { closeSync, openSync, rmSync, writeSync } from 'node:fs'
import type { ReadingMark } from '#data/store/frontier/unread.ts'
import type { WatchedReading } from '#data/watchdog/start-watchdog.ts'
import { markText } from './reading-mark.ts'

/** How long a note stays after the last reading. */
const keptMs = 20

/** Whatever reads a stranger's text tells it here first. */
export interface Watch {
  /** Runs `work`, known to read what `mark` names. */
  readonly read: <Result>(mark: ReadingMark, work: () => Result) => Result
}

/**
 * Notes what is being read where it outlives the process: in a small file beside the corpus. Handed to the system before
 * the reading begins, it is there after a kill -9, a crash or a hang; a power cut may lose it, and the page is then asked
 * again like any other. One write of some microseconds a page: a row of the corpus would cost a commit.
 *
 * The next reading writes over it; it is taken back only once nothing was read for a moment, so that a busy crawl writes
 * once a reading. A kill in between makes a suspect of a page that was read already, which costs a trial and no more.
 */
export class ReadingWatch implements Watch {
  readonly watched: WatchedReading & { readonly file: string }
  readonly #handle: number
  #marked: string | null = null
  #readings = 0
  #timer: NodeJS.Timeout | null = null
  readonly #onClose: () => void

  /** `onClose`: nobody needs to watch any more. */
  constructor(file: string, limitMs: number, onClose = (): void => undefined) {
    this.#handle = openSync(file, 'w+', 0o600)
    this.#onClose = onClose
    this.watched = { file, limitMs, beats: new Int32Array(new SharedArrayBuffer(8)) }
  }

  read<Result>(mark: ReadingMark, work: () => Result): Result {
    const { beats } = this.watched
    // A reading within another is part of it.
    if (beats[0]! % 2 === 1) return work()
    this.#note(mark)
    Atomics.add(beats, 0, 1)
    try {
      return work()
    } finally {
      Atomics.add(beats, 0, 1)
      this.#readings += 1
      this.#timer ??= this.#clearSoon()
    }
  }

  /** Ended in order: nothing was left unread. */
  close(): void {
    this.#onClose()
    if (this.#timer !== null) clearTimeout(this.#timer)
    closeSync(this.#handle)
    this.#marked = null
    rmSync(this.watched.file, { force: true })
  }

  #note(mark: ReadingMark): void {
    const text = markText(mark)
    if (text === this.#marked) return
    writeSync(this.#handle, text, 0)
    this.#marked = text
  }

  /** One timer for all readings of a busy time, rather than one for each. */
  #clearSoon(): NodeJS.Timeout {
    const seen = this.#readings
    return setTimeout(() => {
      this.#timer = this.#readings === seen ? null : this.#clearSoon()
      if (this.#timer === null) this.#clear()
    }, keptMs).unref()
  }

  #clear(): void {
    this.#marked = null
    // The watchdog is ending the process: its note stays.
    if (Atomics.load(this.watched.beats, 1) === 0) writeSync(this.#handle, ' ', 0)
  }
}
