/** A number in [0, 1) at each call. */
export type Generator = () => number

/** A small seeded generator (mulberry32, Ettinger 2017), for draws that can be repeated. */
export function seededGenerator(seed: number): Generator {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
