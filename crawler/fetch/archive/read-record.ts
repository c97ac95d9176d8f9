import { BrokenArchive } from './broken-archive.ts'
import type { RecordHead } from './record-head.ts'
import { walkRecords } from './walk-records.ts'
import type { WarcSource } from './warc-source.ts'

export interface ReadRecord {
  readonly head: RecordHead
  readonly block: Buffer
  /** Its block is longer: no more of it was asked for. */
  readonly isBeyond: boolean
}

/** Reads the record at `offset`, `mostBytes` of its block at most. Rejects where none begins, and with a BrokenArchive where it isn't whole. */
export async function readRecord(
  source: Pick<WarcSource, 'name' | 'open'>,
  offset: number,
  mostBytes: number,
): Promise<ReadRecord> {
  const blocks = await source.open()
  try {
    for await (const { head, take } of walkRecords(blocks, offset)) {
      const wanted = Math.min(head.sizeBytes, mostBytes)
      const block = await take(wanted)
      if (block.length < wanted) throw new BrokenArchive(offset, 'cut')
      return { head, block, isBeyond: wanted < head.sizeBytes }
    }
    throw new Error(`${source.name}: no record at ${offset}`)
  } finally {
    await blocks.close()
  }
}
