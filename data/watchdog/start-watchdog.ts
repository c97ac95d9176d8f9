import { Worker } from 'node:worker_threads'

/** A reading of a stranger's text that may not hold the loop for long; see `ReadingWatch`. */
export interface WatchedReading {
  /** Int32: [0] odd while something is read, [1] set once the watchdog ends the process. Shared. */
  readonly beats: Int32Array<SharedArrayBuffer>
  /** Names what is read: its first byte becomes 'h' when the reading hung, and its JSON has the address. Null: the process just ends. */
  readonly file: string | null
  /** Milliseconds of the processor that one reading may take. */
  readonly limitMs: number
}

/**
 * A thread beside the event loop: it sees what a loop that is held can't. A reading beyond its limit ends the process with
 * a sentence and `endedByWatchdog`, or exit code 1 where no launcher waits for it, and a launcher that is gone ends it without one.
 */
export interface Watchdog {
  /** From now on, readings of this kind; null: none any more. */
  readonly watch: (reading: WatchedReading | null) => void
}

/** @param launcher process without which this one must not go on; null: none */
export function startWatchdog(launcher: number | null): Watchdog {
  const worker = new Worker(new URL('./watchdog-thread.ts', import.meta.url), { workerData: { launcher } })
  worker.unref()
  // Without its watchdog the command still does its work.
  worker.on('error', () => undefined)
  return { watch: reading => worker.postMessage(reading, []) }
}
