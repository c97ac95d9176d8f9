import { beginsArc, readArcHead } from './arc-head.ts'
import { BrokenArchive } from './broken-archive.ts'
import { ByteReader } from './byte-reader.ts'
import type { FileBlocks } from './file-blocks.ts'
import { isGzip, openMember } from './gzip-member.ts'
import { type RecordHead, readRecordHead } from './record-head.ts'

/** A record, as it is come upon. */
export interface FoundRecord {
  readonly head: RecordHead
  /** Where it begins in the file; in a packed file, its gzip member. */
  readonly offset: number
  /** The next `count` bytes of its block, as long as the walk stands at it. Fewer where the block or the file ends. */
  readonly take: (count: number) => Promise<Buffer>
}

/** Bytes of a record's head, as of an HTTP head: as much as a live answer may have. */
export const maxHeadBytes = 65_536

/**
 * Walks through the records of a WARC or ARC file from `offset` on, packed or not. A record is given when its head is read;
 * that it is whole is known when the walk goes on. Takes time in proportion to the file, whatever is in it.
 * @throws BrokenArchive where something stands that is no record, and in a record that isn't whole.
 */
export async function* walkRecords(blocks: FileBlocks, offset: number): AsyncGenerator<FoundRecord> {
  if (!isGzip(await blocks.at(offset))) return yield* walkPlain(blocks, offset)
  for (let at = offset; (await blocks.at(at)).length > 0;) at = yield* walkMember(blocks, at)
}

async function* walkPlain(blocks: FileBlocks, begin: number): AsyncGenerator<FoundRecord> {
  const reader = new ByteReader(blocks.from(begin))
  while (await reader.skipLineEnds()) yield* oneRecord(reader, begin + reader.passed)
}

/** Returns where the next member begins. */
async function* walkMember(blocks: FileBlocks, offset: number): AsyncGenerator<FoundRecord, number> {
  if (!isGzip(await blocks.at(offset))) throw new BrokenArchive(offset, 'damaged')
  const member = openMember(blocks, offset)
  const reader = new ByteReader(member.unpacked)
  try {
    if (await reader.skipLineEnds()) yield* oneRecord(reader, offset)
    if (await reader.skipLineEnds()) {
      const next = await reader.peek(32)
      throw new BrokenArchive(offset, beginsWarc(next) || beginsArc(next) ? 'one-member' : 'damaged')
    }
  } finally {
    await member.unpacked.return(undefined)
  }
  return member.end()
}

async function* oneRecord(reader: ByteReader, offset: number): AsyncGenerator<FoundRecord> {
  const isWarc = beginsWarc(await reader.peek(5))
  const bytes = await (isWarc ? reader.head(maxHeadBytes) : reader.line(maxHeadBytes))
  if (bytes === null) throw new BrokenArchive(offset, 'long-head')
  const head = isWarc ? readRecordHead(bytes) : readArcHead(bytes)
  if (head === null) throw new BrokenArchive(offset, (await isCutHead(reader, bytes)) ? 'cut' : 'no-record')
  const end = reader.passed + head.sizeBytes
  yield { head, offset, take: count => reader.take(Math.min(count, end - reader.passed)) }
  if (!(await reader.skip(end - reader.passed))) throw new BrokenArchive(offset, 'cut')
}

const isCutHead = async (reader: ByteReader, bytes: Buffer): Promise<boolean> =>
  (beginsWarc(bytes) || (beginsArc(bytes) && !bytes.includes(lf))) && !(await reader.skipLineEnds())

const lf = 10
const beginsWarc = (bytes: Buffer): boolean => bytes.subarray(0, 5).toString('latin1') === 'WARC/'
