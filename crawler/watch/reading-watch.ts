import { closeSync, openSync, rmSync, writeSync } from 'node:fs'
import type { ReadingMark } from '#data/store/frontier/unread.ts'
import type { WatchedReading } from '#data/watchdog/start-watchdog.ts'
import { markText } from './reading-mark.ts'

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
 * It is taken back by the next turn of the loop, not at once, so that several readings in a row cost one write each. A kill
 * in between makes a suspect of a page that was read already, which costs a trial and no more.
 */
export class ReadingWatch implements Watch {
  readonly watched: WatchedReading
  readonly #handle: number
  #marked: string | null = null
  #clearing = false
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
      this.#clearSoon()
    }
  }

  /** Ended in order: nothing was left unread. */
  close(): void {
    this.#onClose()
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

  #clearSoon(): void {
    if (this.#clearing) return
    this.#clearing = true
    setImmediate(() => this.#clear())
  }

  #clear(): void {
    if (this.#marked === null) return
    this.#clearing = false
    this.#marked = null
    // The watchdog is ending the process: its note stays.
    if (Atomics.load(this.watched.beats, 1) === 0) writeSync(this.#handle, ' ', 0)
  }
}
