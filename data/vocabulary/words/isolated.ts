/** Letters that are written from right to left, and the signs that turn the direction of writing. */
const turning =
  /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u

/**
 * A stranger's name as it stands in a sentence or beside an arrow: what it does to the direction of writing ends with it. Without, two names in Hebrew on either side of an arrow
 * would change places, and the arrow lead from the cited to the citing. Other names stay as they are. UAX #9, 2.7: first strong isolate.
 */
export const isolated = (name: string): string => (turning.test(name) ? `\u2068${name}\u2069` : name)
