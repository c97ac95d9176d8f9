import { createReadStream } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { WARCParser } from 'warcio'
import type { WARCRecord } from 'warcio'
import type { RecordPlace } from '#data/store/visits/archive-place.ts'

export interface ArchiveEntry extends RecordPlace {
  readonly type: 'response' | 'conversion'
  readonly url: string
  /** ISO 8601, UTC. */
  readonly date: string
}

/**
 * Responses and rendered pages of the WARC files in `folder`, file by file in the order of their names. A file that ends in the middle of a record, after a crash, is read up to there.
 */
export async function* readArchive(folder: string): AsyncGenerator<ArchiveEntry> {
  for (const name of (await readdir(folder)).filter(name => /\.warc(\.gz)?$/.test(name)).toSorted())
    yield* readEntries(join(folder, name))
}

async function* readEntries(file: string): AsyncGenerator<ArchiveEntry> {
  const parser = new WARCParser(createReadStream(file), { parseHttp: false })
  for (;;) {
    const record = await parser.parse().catch(() => null)
    if (record === null) return
    const { warcType: type, warcTargetURI: url, warcDate: date } = record
    const isWhole = (await record.skipFully().catch(() => undefined)) !== undefined
    if (isWhole && url && (type === 'response' || type === 'conversion'))
      yield { type, url, date: date ?? '', file, offset: parser.offset }
  }
}

export interface ReadRecord {
  readonly record: WARCRecord
  readonly block: Buffer
}

/** Reads one record again. Rejects where none begins, or one with more than `maxBytes`; without it no record is too large. */
export async function readRecord({ file, offset }: RecordPlace, maxBytes = Infinity): Promise<ReadRecord> {
  const stream = createReadStream(file, { start: offset })
  try {
    const record = await WARCParser.parse(stream, { parseHttp: false })
    if (record === null) throw new Error(`${file}: no record at ${offset}`)
    if (record.warcContentLength > maxBytes) throw new Error(`${file}: the record at ${offset} is too large`)
    return { record, block: Buffer.from(await record.readFully(false)) }
  } finally {
    stream.destroy()
  }
}
