import { beginsArc, readArcHead } from './arc-head.ts'
import { BrokenArchive } from './broken-archive.ts'
import { ByteReader } from './byte-reader.ts'
import type { FileBlocks } from './file-blocks.ts'
import { beginsMember, openMember } from './gzip-member.ts'
import { type Gap, mostGaps, nextMember, nextRecordLine } from './next-record.ts'
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
 * that it is whole is known when the walk goes on. Where something stands that is no record, or one says a wrong length, `onGap` is told and the
 * walk goes on at the next that looks like one. Takes time in proportion to the file, whatever is in it.
 * @throws BrokenArchive there where nothing follows, or nobody is told.
 */
export async function* walkRecords(
  blocks: FileBlocks,
  offset: number,
  onGap?: (gap: Gap) => void,
): AsyncGenerator<FoundRecord> {
  const isPacked = await beginsMember(blocks, offset)
  let gaps = 0
  for (let at: number | null = offset; at !== null;) {
    const walk: Walk = { last: at, end: at, endOfMember: null }
    try {
      if (!isPacked) return yield* walkPlain(blocks, at, walk)
      if ((await blocks.at(at)).length === 0) return
      at = yield* walkMember(blocks, at, walk)
    } catch (error) {
      if (!(error instanceof BrokenArchive) || error.reason === 'one-member') throw error
      if (onGap === undefined || ++gaps > mostGaps) throw error
      const resumedAt: number | null = isPacked
        ? await behindMember(blocks, at, walk)
        : await behindRecord(blocks, walk, error)
      if (resumedAt === null || resumedAt <= at) throw error
      onGap({ error, resumedAt, isClaimed: resumedAt < walk.end })
      at = resumedAt
    }
  }
}

/** How far a walk has come. */
interface Walk {
  /** Where the last record began whose head could be read: if it says a wrong length, others stand in what it claims. */
  last: number
  /** Where that says that it ends, in a plain file. */
  end: number
  /** Where the next member begins, when this one was unpacked to its end. */
  endOfMember: (() => number | null) | null
}

async function* walkPlain(blocks: FileBlocks, begin: number, walk: Walk): AsyncGenerator<FoundRecord> {
  const reader = new ByteReader(blocks.from(begin))
  await reader.skipMark()
  while (await reader.skipLineEnds()) {
    const offset = begin + reader.passed
    for await (const record of oneRecord(reader, offset)) {
      walk.last = offset
      walk.end = begin + reader.passed + record.head.sizeBytes
      yield record
    }
  }
}

/** Returns where the next member begins. */
async function* walkMember(blocks: FileBlocks, offset: number, walk: Walk): AsyncGenerator<FoundRecord, number> {
  if (!(await beginsMember(blocks, offset))) throw new BrokenArchive(offset, 'damaged')
  const member = openMember(blocks, offset)
  const reader = new ByteReader(member.unpacked)
  walk.endOfMember = () => (member.end() > offset ? member.end() : null)
  try {
    await reader.skipMark()
    if (await reader.skipLineEnds()) yield* oneRecord(reader, offset)
    if (await reader.skipLineEnds()) {
      const next = await reader.peek(32)
      throw new BrokenArchive(offset, beginsWarc(next) || beginsArc(next) ? 'one-member' : 'damaged')
    }
  } catch (error) {
    // What is left of it isn't wanted, but where it ends.
    if (error instanceof BrokenArchive && error.reason !== 'one-member') await drain(member.unpacked)
    throw error
  } finally {
    await member.unpacked.return(undefined)
  }
  return member.end()
}

async function drain(pieces: AsyncIterable<Buffer>): Promise<void> {
  try {
    for await (const _piece of pieces);
  } catch (error) {
    if (!(error instanceof BrokenArchive)) throw error
  }
}

/** What claims more than it has hides the next record; one that can't be read itself hides none. */
async function behindRecord(blocks: FileBlocks, { last }: Walk, { offset }: BrokenArchive): Promise<number | null> {
  const next = await nextRecordLine(blocks, last)
  return next === offset ? nextRecordLine(blocks, offset) : next
}

/** A member that can be unpacked says itself where it ends; behind another the next is looked for. */
const behindMember = async (blocks: FileBlocks, at: number, { endOfMember }: Walk): Promise<number | null> =>
  endOfMember?.() ?? (await nextMember(blocks, at + 1))

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
