interface Units {
  readonly h: string
  readonly min: string
  readonly s: string
}

/** '3 h 20 min', '40 s'; what takes any time at all takes a second. */
export function sayDuration(seconds: number, units: Units): string {
  const minutes = Math.round(seconds / 60)
  if (minutes < 1) return `${Math.max(1, Math.round(seconds))} ${units.s}`
  if (minutes < 60) return `${minutes} ${units.min}`
  return `${Math.floor(minutes / 60)} ${units.h} ${minutes % 60} ${units.min}`
}
