/** How often the loop is looked at, and what it may be late without being called held. Milliseconds. */
const lookMs = 100
const usualMs = 100

/**
 * How long the event loop was held altogether: by a long page, a large commit, a process that was stopped or a machine that
 * slept. What waits in a socket meanwhile is no fault of its host, so a time limit that is meant for the host leaves it out.
 */
export interface LoopStalls {
  /** Milliseconds since the beginning; a stall that has just ended counts at once. */
  readonly totalMs: () => number
}

/** For the whole process: it has one loop. */
export const loopStalls: LoopStalls = watchLoop()

function watchLoop(): LoopStalls {
  let total = 0
  let seen = performance.now()
  const look = (): number => {
    const now = performance.now()
    const late = now - seen - lookMs
    if (late > usualMs) total += late
    seen = now
    return total
  }
  setInterval(look, lookMs).unref()
  return { totalMs: look }
}

/** A stopwatch for what others need: milliseconds since now, without those in which the loop was held. */
export function startStopwatch(stalls = loopStalls): () => number {
  const begun = performance.now()
  const heldBefore = stalls.totalMs()
  return () => Math.max(performance.now() - begun - (stalls.totalMs() - heldBefore), 0)
}

/**
 * As setTimeout, but its time runs only while the loop turns, and what has come in by then is handled first. Returns what
 * cancels it.
 */
export function setLoopTimeout(work: () => void, ms: number, stalls = loopStalls): () => void {
  let counted = stalls.totalMs()
  let isOver = false
  const unlessOver = (): void => void (isOver || work())
  const onTime = (): void => {
    const held = stalls.totalMs() - counted
    counted += held
    if (held > 0) timer = setTimeout(onTime, held)
    // Timers come before sockets in a turn of the loop.
    else setImmediate(unlessOver)
  }
  let timer = setTimeout(onTime, ms)
  return () => {
    isOver = true
    clearTimeout(timer)
  }
}
