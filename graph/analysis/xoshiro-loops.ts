// Loops over draws of xoshiro128** (see xoshiro128.ts) whose state stays in registers from one to the next.

/** Fisher–Yates over the first `length` cells, with the draws of `Random.int`. */
export function shuffleWith(state: Int32Array, cells: Uint32Array, length: number): void {
  let [a, b, c, d] = [state[0]!, state[1]!, state[2]!, state[3]!]
  for (let last = length - 1; last > 0;) {
    const below = last + 1
    const mixed = Math.imul(b, 5)
    const drawn = Math.imul((mixed << 7) | (mixed >>> 25), 9) >>> 0
    const nextC = c ^ a
    const nextD = d ^ b
    c = nextC ^ (b << 9)
    b ^= nextC
    a ^= nextD
    d = (nextD << 11) | (nextD >>> 21)
    const product = drawn * below
    const high = Math.floor(product / 4294967296)
    const low = product - high * 4294967296
    if (low < below && low < 4294967296 % below) continue
    const kept = cells[last]!
    cells[last] = cells[high]!
    cells[high] = kept
    last--
  }
  state[0] = a
  state[1] = b
  state[2] = c
  state[3] = d
}

/** Writes the draws of `Random.int(below)` into the first `length` cells. */
export function fillBelow(state: Int32Array, cells: Uint32Array, length: number, below: number): void {
  const refused = 4294967296 % below
  let [a, b, c, d] = [state[0]!, state[1]!, state[2]!, state[3]!]
  for (let at = 0; at < length;) {
    const mixed = Math.imul(b, 5)
    const drawn = Math.imul((mixed << 7) | (mixed >>> 25), 9) >>> 0
    const nextC = c ^ a
    const nextD = d ^ b
    c = nextC ^ (b << 9)
    b ^= nextC
    a ^= nextD
    d = (nextD << 11) | (nextD >>> 21)
    const product = drawn * below
    const high = Math.floor(product / 4294967296)
    if (product - high * 4294967296 < refused) continue
    cells[at++] = high
  }
  state[0] = a
  state[1] = b
  state[2] = c
  state[3] = d
}
