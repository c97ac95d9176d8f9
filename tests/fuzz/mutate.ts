/** A number from 0 up to 1. */
export type Random = () => number

/** Mulberry32: small, and the same on every machine. */
export function randomOf(seed: number): Random {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const mostBytes = 200_000
const numbers = ['0', '-1', '1', '65536', '2147483648', '9007199254740993', '999999999999999', 'NaN', '1e309', '٣']
const bytesOfInterest = [0x00, 0x0a, 0x0d, 0x20, 0x22, 0x26, 0x3c, 0x3e, 0x5c, 0x7f, 0x80, 0xc3, 0xed, 0xff]

/** One change. `words` are what the format is made of. */
type Change = (bytes: Buffer, random: Random, words: readonly string[]) => Buffer

const below = (random: Random, most: number): number => Math.floor(random() * most)
const oneOf = <Item>(random: Random, items: readonly Item[]): Item => items[below(random, items.length)]!
const splice = (bytes: Buffer, at: number, gone: number, put: Buffer): Buffer =>
  Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + gone)])

/** A short part, mostly. */
const lengthOf = (bytes: Buffer, random: Random): number => Math.ceil(random() ** 4 * bytes.length)

const changes: readonly Change[] = [
  (bytes, random) => {
    const changed = Buffer.from(bytes)
    for (let times = 1 + below(random, 4); times > 0 && changed.length > 0; times--)
      changed[below(random, changed.length)]! ^= 1 << below(random, 8)
    return changed
  },
  (bytes, random) =>
    splice(bytes, below(random, bytes.length + 1), below(random, 2), Buffer.from([oneOf(random, bytesOfInterest)])),
  (bytes, random) => splice(bytes, below(random, bytes.length), lengthOf(bytes, random), Buffer.alloc(0)),
  (bytes, random) => bytes.subarray(0, below(random, bytes.length + 1)),
  (bytes, random, words) =>
    splice(bytes, below(random, bytes.length + 1), below(random, 8), Buffer.from(oneOf(random, words))),
  (bytes, random) => {
    const at = below(random, bytes.length)
    return splice(bytes, below(random, bytes.length), 0, bytes.subarray(at, at + lengthOf(bytes, random)))
  },
  (bytes, random, words) => {
    const unit = Buffer.from(random() < 0.5 ? oneOf(random, words) : Buffer.from([oneOf(random, bytesOfInterest)]))
    const times = Math.min(2 ** below(random, 15), Math.floor(20_000 / Math.max(1, unit.length)))
    return splice(bytes, below(random, bytes.length + 1), 0, Buffer.concat(Array.from({ length: times }, () => unit)))
  },
  (bytes, random) => {
    const found = [...bytes.toString('latin1', 0, 20_000).matchAll(/\d+/g)]
    if (found.length === 0) return bytes
    const { index, 0: digits } = oneOf(random, found)
    return splice(bytes, index, digits.length, Buffer.from(oneOf(random, numbers)))
  },
]

/** `bytes` after a few changes. */
export function mutate(bytes: Buffer, random: Random, words: readonly string[]): Buffer {
  let changed = bytes
  for (let times = 1 + below(random, 5); times > 0; times--) changed = oneOf(random, changes)(changed, random, words)
  return changed.subarray(0, mostBytes)
}
