/** A generator of numbers in [0, 1), the same for the same `seed` everywhere (mulberry32 over an FNV-1a hash). */
export function chanceOf(seed: string): () => number {
  let state = 0x811c9dc5
  for (const char of seed) state = Math.imul(state ^ char.codePointAt(0)!, 0x01000193)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** One of `list`, which isn't empty. */
export const pick = <T>(list: readonly T[], chance: () => number): T => list[Math.floor(chance() * list.length)]!

/** `list` in another order. */
export function shuffle<T>(list: readonly T[], chance: () => number): T[] {
  const shuffled = [...list]
  for (let last = shuffled.length - 1; last > 0; last -= 1) {
    const other = Math.floor(chance() * (last + 1))
    ;[shuffled[last], shuffled[other]] = [shuffled[other]!, shuffled[last]!]
  }
  return shuffled
}
