import { open } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { WARCSerializer } from 'warcio'
import type { WARCRecord } from 'warcio'
import { makeFolder } from '#data/command/make-folder.ts'
import { Fault } from '#data/mistake.ts'
import type { RecordPlace } from '#data/store/visits/archive-place.ts'
import { version } from '#data/command/version.ts'
import type { ArchivedExchange } from '../request.ts'
import { type CapturedResponse, captureRecord, exchangeRecords, infoRecord, renderedRecord } from './warc-records.ts'

export interface ArchiveOptions {
  /** Made when it isn't there. Files of earlier runs in it are left alone. */
  readonly folder: string
  /** Who crawls: the contact. */
  readonly operator: string
  readonly userAgent: string
  /** Size at which the next file begins; a file ends after the exchange that reaches it. Default 1 GB (10⁹). */
  readonly maxFileBytes?: number
  /** Milliseconds since 1970. Default Date.now. */
  readonly now?: () => number
}

/** Writes exchanges into WARC files, in the order of the calls. */
export interface Archive {
  /** Resolves when the exchange is written, to where its answer stands; rejects with a Fault when it can't be (disk full …). */
  readonly write: (exchange: ArchivedExchange) => Promise<RecordPlace>
  /** A capture that another archive gave. */
  readonly writeCapture: (capture: CapturedResponse) => Promise<RecordPlace>
  /** The form in which a page was extracted after its scripts had run. */
  readonly writeRendered: (url: string, base: string, html: string) => Promise<RecordPlace>
  /** Writes what is under way, and makes it safe. */
  readonly close: () => Promise<void>
}

/** WARC 1.1, one gzip member per record, files named toile-<time>-<number>.warc.gz. */
export function openArchive(options: ArchiveOptions): Archive {
  const { folder, maxFileBytes = 1e9, now = Date.now } = options
  let file: { readonly path: string; readonly handle: FileHandle; size: number } | null = null
  let count = 0
  let last: Promise<unknown> = Promise.resolve()

  const begin = async () => {
    makeFolder(folder, 0o700)
    for (;;) {
      const name = fileName(now(), count)
      count += 1
      const path = resolve(join(folder, name))
      const handle = await open(path, 'ax', 0o600).catch(unlessTaken)
      if (handle === null) continue
      file = { path, handle, size: 0 }
      return append(infoRecord(name, now(), infoOf(options)))
    }
  }
  const append = async (record: WARCRecord) => {
    const bytes = await WARCSerializer.serialize(record, { gzip: true })
    await file!.handle.appendFile(bytes)
    file!.size += bytes.length
  }
  const end = async () => {
    const ended = file
    file = null
    await ended?.handle.sync()
    await ended?.handle.close()
  }
  /** Half a record would hide all that follows it. */
  const abandon = async () => {
    const broken = file
    file = null
    await broken?.handle.truncate(broken.size).catch(() => undefined)
    await broken?.handle.close().catch(() => undefined)
  }
  const writeAll = async (records: readonly WARCRecord[]): Promise<RecordPlace> => {
    if (file === null) await begin()
    const first = { file: file!.path, offset: file!.size }
    for (const record of records) await append(record)
    if (file!.size >= maxFileBytes) await end()
    return first
  }
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const done = last.then(work).catch(async (error: Error) => {
      await abandon()
      throw new Fault(`${folder}: the archive can't be written (${error.message}); what was written before is safe`)
    })
    last = done.catch(() => undefined)
    return done
  }
  return {
    write: exchange => inTurn(() => writeAll(exchangeRecords(exchange))),
    writeCapture: capture => inTurn(() => writeAll([captureRecord(capture)])),
    writeRendered: (url, base, html) => inTurn(() => writeAll([renderedRecord(url, base, html, now())])),
    close: () => inTurn(end),
  }
}

/** toile-20261122103000-00000.warc.gz */
function fileName(at: number, count: number): string {
  const stamp = new Date(at).toISOString().replace(/\D/g, '').slice(0, 14)
  return `toile-${stamp}-${String(count).padStart(5, '0')}.warc.gz`
}

function unlessTaken(error: NodeJS.ErrnoException): null {
  if (error.code === 'EEXIST') return null
  throw error
}

const infoOf = ({ operator, userAgent }: ArchiveOptions) => ({
  software: `Toile/${version}`,
  format: 'WARC File Format 1.1',
  conformsTo: 'https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/',
  robots: 'obey',
  operator,
  'http-header-user-agent': userAgent,
})
