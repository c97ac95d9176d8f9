/**
 * A 52-bit hash of `text` as a non-negative safe integer, the same on every machine: two 32-bit multiplicative hashes,
 * mixed as in MurmurHash3's finaliser. It only narrows a search; whoever finds a row by it compares the text.
 */
export function hashText(text: string): number {
  let low = 0xdeadbeef
  let high = 0x41c6ce57
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    low = Math.imul(low ^ unit, 2654435761)
    high = Math.imul(high ^ unit, 1597334677)
  }
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  return (high & 0xfffff) * 0x100000000 + (low >>> 0)
}
