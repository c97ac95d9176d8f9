/** A crawl that is to begin and to pause by itself. Milliseconds since 1970. */
export interface NightPlan {
  readonly startAt: number
  readonly pauseAt: number
  /** The arguments of its command. */
  readonly args: readonly string[]
}

const [startHour, pauseHour] = [20, 8]

/** The night that is now, or the next one, by the clock of this machine: 20:00 to 8:00, also where a clock is put forward between. */
export function nightAt(now: number): Pick<NightPlan, 'startAt' | 'pauseAt'> {
  const begins = new Date(now)
  if (begins.getHours() < pauseHour) begins.setDate(begins.getDate() - 1)
  begins.setHours(startHour, 0, 0, 0)
  const ends = new Date(begins)
  ends.setDate(ends.getDate() + 1)
  ends.setHours(pauseHour)
  return { startAt: begins.getTime(), pauseAt: ends.getTime() }
}

/**
 * What is due at `now`, whatever the clock did since somebody last looked: a machine that slept through its night finds that it
 * is over, one that woke in the midst of it begins.
 */
export function nightAct(
  { startAt, pauseAt }: NightPlan,
  now: number,
  isAtWork: boolean,
): 'wait' | 'start' | 'pause' | 'over' {
  if (now < startAt) return 'wait'
  if (now >= pauseAt) return isAtWork ? 'pause' : 'over'
  return isAtWork ? 'wait' : 'start'
}
