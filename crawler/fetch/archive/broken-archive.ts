/** What ends the reading of a WARC file before the file does. */
export type BrokenReason = 'cut' | 'damaged' | 'no-record' | 'long-head' | 'one-member'

/** Thrown where something stands that can't be read as a record. */
export class BrokenArchive extends Error {
  override readonly name = 'BrokenArchive'
  /** Of the record that can't be read; in a packed file, of its gzip member. */
  readonly offset: number
  readonly reason: BrokenReason

  constructor(offset: number, reason: BrokenReason) {
    super(`${reason} at ${offset}`)
    this.offset = offset
    this.reason = reason
  }
}
