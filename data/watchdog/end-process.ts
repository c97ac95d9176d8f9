import { writeSync } from 'node:fs'
import { Session } from 'node:inspector'

/**
 * Exit code by which a launcher knows that the same command may go on at once, without what held it (sysexits.h has it for
 * a failure that is gone when one tries again). Its own callers never see it.
 */
export const endedByWatchdog = 75

/** How long a main thread outside JavaScript (in SQLite, in zlib) may take to come back to it. */
const graceMs = 2_000

/**
 * Ends the process with exit code `code` from a thread of its own, while the main thread is in a computation without end. A
 * thread can't exit for all; but it may debug the main thread, and what a debugger asks runs in the midst of a loop or of
 * a regular expression. Where even that isn't heard, SIGKILL is.
 */
export function endProcess(sentence: string, code: number): void {
  tell(sentence)
  setTimeout(() => process.kill(process.pid, 'SIGKILL'), graceMs)
  const session = new Session()
  session.connectToMainThread()
  session.post('Runtime.evaluate', { expression: expressionOf(code) })
}

// Those who wait for the exit (the browser's keeper) are told. Node would then print that it waits for its debugger.
const expressionOf = (code: number): string => `process.emit('exit', ${code})
process.getBuiltinModule('node:fs').closeSync(2)
process.reallyExit(${code})`

/** The main thread can't print any more. A pipe that is full loses the sentence: the next start says it again. */
function tell(sentence: string): void {
  try {
    writeSync(2, `${sentence}`)
  } catch {
    // Nobody reads.
  }
}
