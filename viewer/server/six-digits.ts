/** Powers of ten that a double holds exactly. */
const powers = Array.from({ length: 23 }, (_, digits) => Number(`1e${digits}`))

/**
 * `value` with six significant digits: what Number(value.toPrecision(6)) is, a million times in a tenth of the time. Both parts of the
 * quotient are exact, so that it is the double nearest to the decimal; where rounding could go either way, and for sizes beyond the powers, the text decides.
 */
export function sixDigits(value: number): number {
  const size = Math.abs(value)
  const digits = 5 - Math.floor(Math.log10(size))
  const power = digits >= 0 ? powers[digits] : undefined
  if (power === undefined) return Number(value.toPrecision(6))
  const scaled = size * power
  const whole = Math.round(scaled)
  if (scaled < 100_000 || whole >= 1_000_000 || Math.abs(scaled - whole) > 0.4999) return Number(value.toPrecision(6))
  return value < 0 ? -whole / power : whole / power
}
