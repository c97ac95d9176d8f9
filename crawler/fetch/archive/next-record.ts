import { BrokenArchive } from './broken-archive.ts'
import { ByteReader } from './byte-reader.ts'
import type { FileBlocks } from './file-blocks.ts'
import { openMember } from './gzip-member.ts'

/** Bytes that were passed over since nothing in them could be read as a record. */
export interface Gap {
  readonly error: BrokenArchive
  /** Of the next record, or gzip member. */
  readonly resumedAt: number
  /** The record before says that it goes on beyond that. */
  readonly isClaimed: boolean
}

/** Gaps of one file: each may cost another look at what follows it. */
export const mostGaps = 100

/** Where the next line that begins like a record of WARC stands behind `from`; null: nowhere. O(rest of the file). */
export async function nextRecordLine(blocks: FileBlocks, from: number): Promise<number | null> {
  const reader = new ByteReader(blocks.from(from))
  return (await reader.passTo('\nWARC/')) ? from + reader.passed + 1 : null
}

/** Looks like a member, in packed bytes, once in 16 million of them. */
const mostTried = 1_000

/** Where the next gzip member that holds a record begins, at `from` or behind it; null: nowhere. */
export async function nextMember(blocks: FileBlocks, from: number): Promise<number | null> {
  let at = from
  for (let tried = 0; tried < mostTried; tried += 1) {
    const reader = new ByteReader(blocks.from(at))
    if (!(await reader.passTo('\x1f\x8b\x08'))) return null
    at += reader.passed
    if (await holdsRecord(blocks, at)) return at
    at += 1
  }
  return null
}

async function holdsRecord(blocks: FileBlocks, at: number): Promise<boolean> {
  const { unpacked } = openMember(blocks, at)
  try {
    const reader = new ByteReader(unpacked)
    return (await reader.skipLineEnds()) && /^WARC\/\d/.test((await reader.peek(6)).toString('latin1'))
  } catch (error) {
    if (error instanceof BrokenArchive) return false
    throw error
  } finally {
    await unpacked.return(undefined)
  }
}
