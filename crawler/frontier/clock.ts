/** Two clocks in milliseconds since 1970: what the calendar says, and one that never jumps. */
export interface Clock {
  /** The machine's calendar: for dates that people read. It jumps when somebody sets it. */
  readonly now: () => number
  /** Begins with the calendar and then counts evenly: for delays and turns. */
  readonly steady: () => number
}

export function createClock(now: () => number): Clock {
  const offset = now() - performance.now()
  return { now, steady: () => offset + performance.now() }
}

/** When the calendar says `time`, milliseconds since 1970, by the clock that never jumps. */
export const steadyAt = ({ now, steady }: Clock, time: number): number => Math.round(steady() + time - now())
