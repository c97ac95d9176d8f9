import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Mistake } from '#data/mistake.ts'
import type { RecordPlace } from '#data/store/visits/archive-place.ts'
import { BrokenArchive, type BrokenReason } from './broken-archive.ts'
import { openBlocks } from './file-blocks.ts'
import type { RecordHead } from './record-head.ts'
import { maxHeadBytes, walkRecords } from './walk-records.ts'

export interface ArchiveEntry extends RecordPlace {
  readonly type: 'response' | 'conversion'
  readonly url: string
  /** ISO 8601, UTC. */
  readonly date: string
}

/**
 * Responses and rendered pages of the WARC files in `folder`, file by file in the order of their names. A file that ends in
 * the middle of a record, after a crash, or can't be understood from some record on, is read up to there, and `tell` gets a sentence.
 * @throws Mistake for a file whose records can't be read one by one.
 */
export async function* readArchive(folder: string, tell: (sentence: string) => void): AsyncGenerator<ArchiveEntry> {
  for (const name of (await readdir(folder)).filter(name => /\.warc(\.gz)?$/.test(name)).toSorted())
    yield* readEntries(join(folder, name), tell)
}

async function* readEntries(file: string, tell: (sentence: string) => void): AsyncGenerator<ArchiveEntry> {
  const blocks = await openBlocks(file)
  let last: ArchiveEntry | null = null
  try {
    for await (const { head, offset } of walkRecords(blocks, 0)) {
      if (last !== null) yield last
      last = entryOf(head, { file, offset })
    }
    if (last !== null) yield last
  } catch (error) {
    if (!(error instanceof BrokenArchive)) throw error
    // What was come upon before the record that is broken is whole.
    if (last !== null && last.offset !== error.offset) yield last
    if (error.reason === 'one-member') throw new Mistake(sayBroken(file, error))
    tell(sayBroken(file, error))
  } finally {
    await blocks.close()
  }
}

function entryOf({ type, url, date }: RecordHead, place: RecordPlace): ArchiveEntry | null {
  return url !== '' && (type === 'response' || type === 'conversion') ? { type, url, date, ...place } : null
}

const found: Readonly<Record<BrokenReason, string>> = {
  cut: 'the file ends in the middle of the record that begins there; what stands before it is read',
  damaged: 'damaged gzip data found; what stands before it is read, what follows is not',
  'no-record':
    'no WARC record with a version and a Content-Length found; what stands before it is read, what follows is not',
  'long-head': `a head of more than ${maxHeadBytes} bytes found; what stands before it is read, what follows is not`,
  'one-member':
    'several records in one gzip member found, expected a member for each (WARC 1.1, annex D): unpack the file with gunzip, and the .warc is read',
}

const sayBroken = (file: string, { offset, reason }: BrokenArchive): string =>
  `${file}: byte ${offset}: ${found[reason]}`

export interface ReadRecord {
  readonly head: RecordHead
  readonly block: Buffer
}

/** Reads one record again. Rejects where no whole one begins, or one with more than `maxBytes`; without it no record is too large. */
export async function readRecord({ file, offset }: RecordPlace, maxBytes = Infinity): Promise<ReadRecord> {
  const blocks = await openBlocks(file)
  try {
    for await (const { head, take } of walkRecords(blocks, offset)) {
      if (head.sizeBytes > maxBytes) throw new Error(`${file}: the record at ${offset} is too large`)
      const block = await take(head.sizeBytes)
      if (block.length < head.sizeBytes) throw new BrokenArchive(offset, 'cut')
      return { head, block }
    }
    throw new Error(`${file}: no record at ${offset}`)
  } finally {
    await blocks.close()
  }
}
