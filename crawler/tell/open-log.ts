import { existsSync, renameSync, rmSync, statSync } from 'node:fs'
import { pino } from 'pino'

export interface CrawlLog {
  /** Adds one line: what happened, and its facts. */
  readonly write: (event: string, facts: Readonly<Record<string, unknown>>) => void
  readonly close: () => void
}

export interface LogOptions {
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Size at which the next file begins. Default 20 MB. */
  readonly maxFileBytes?: number
}

/** Lines are written so many bytes at a time; after a kill the last of them may be missing, of the corpus nothing is. */
const heldBytes = 4_096
/** Files kept beside the one that is written: .1 is the one before, .2 the one before that … */
const keptFiles = 5

/**
 * The crawl's log: JSON lines in `file`, rotated by size, its owner's alone to read. It is a help, not a result: when it can't be written (a full
 * disk), the crawl goes on without it.
 */
export function openLog(file: string, { now, maxFileBytes = 20_000_000 }: LogOptions): CrawlLog {
  if (sizeOf(file) >= maxFileBytes) rotate(file)
  const destination = pino.destination({ dest: file, sync: true, mkdir: true, mode: 0o600, minLength: heldBytes })
  let size = sizeOf(file)
  let isBroken = false
  destination.on('error', () => (isBroken = true))
  destination.on('write', (bytes: number) => (size += bytes))
  const logger = pino({ base: null, timestamp: () => `,"time":"${new Date(now()).toISOString()}"` }, destination)
  return {
    write: (event, facts) => {
      if (isBroken) return
      logger.info(facts, event)
      if (size < maxFileBytes) return
      rotate(file)
      destination.reopen()
      size = 0
    },
    close: () => {
      if (!isBroken) destination.end()
    },
  }
}

const sizeOf = (file: string): number => (existsSync(file) ? statSync(file).size : 0)

function rotate(file: string): void {
  rmSync(`${file}.${keptFiles}`, { force: true })
  for (let number = keptFiles - 1; number >= 1; number--)
    if (existsSync(`${file}.${number}`)) renameSync(`${file}.${number}`, `${file}.${number + 1}`)
  renameSync(file, `${file}.1`)
}
