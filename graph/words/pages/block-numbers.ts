import { Numbers } from '../count/numbers.ts'
import { PairTable } from '../count/pair-table.ts'

/** Where blocks stand first, by number: the visit that the text is kept of, and the line in it, from 0. */
export interface BlockPlaces {
  readonly visits: Int32Array
  readonly lines: Int32Array
}

/**
 * Numbers blocks as they are met, equal ones alike, and keeps no word of them: 30 bytes a block. They are told apart by 62 bits of a hash; among a million
 * blocks two different ones fall together in one study of ten million.
 */
export class BlockNumbers {
  readonly #hashes = new PairTable()
  readonly #visits = new Numbers()
  readonly #lines = new Numbers()

  numberOf(block: string, visit: number, line: number): number {
    const met = this.#hashes.size
    const number = this.#hashes.add(hashOf(block, 0xdeadbeef, 0x9e3779b1), hashOf(block, 0x41c6ce57, 0x5f356495), 1)
    if (number === met) {
      this.#visits.push(visit)
      this.#lines.push(line)
    }
    return number
  }

  places(): BlockPlaces {
    return { visits: this.#visits.done(), lines: this.#lines.done() }
  }
}

/** In [0, 2^31): each UTF-16 unit is mixed in by a multiplication, and what is left is stirred (as MurmurHash3 ends). O(length). */
function hashOf(text: string, seed: number, factor: number): number {
  let hash = seed ^ text.length
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), factor)
    hash ^= hash >>> 15
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 1
}
