import { createHash } from 'node:crypto'

/** What is known of a text once it was written. */
export interface Tally {
  readonly bytes: number
  /** SHA-256, hexadecimal. */
  readonly hash: string
}

/** Yields `text` as it is, and tells `done` its size and hash when it ends. */
export function* tallied(text: Iterable<string>, done: (tally: Tally) => void): Generator<string> {
  const hash = createHash('sha256')
  let bytes = 0
  for (const piece of text) {
    hash.update(piece)
    bytes += Buffer.byteLength(piece)
    yield piece
  }
  done({ bytes, hash: hash.digest('hex') })
}
