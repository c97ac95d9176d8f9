/** Returns the next number, in [0, 2^32), of the state, four words that are changed in place. xoshiro128**, Blackman & Vigna 2018. */
export function xoshiro128(state: Int32Array): number {
  const b = state[1]!
  const product = Math.imul(b, 5)
  const c = state[2]! ^ state[0]!
  const d = state[3]! ^ b
  state[1] = b ^ c
  state[0]! ^= d
  state[2] = c ^ (b << 9)
  state[3] = (d << 11) | (d >>> 21)
  return Math.imul((product << 7) | (product >>> 25), 9) >>> 0
}
