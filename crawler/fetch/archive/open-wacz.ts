import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import type { Entry, ZipFile } from 'yauzl'
import { fromRandomAccessReaderPromise, openPromise, RandomAccessReader } from 'yauzl'
import { mostUnpacked, unpackSource } from './unpack-source.ts'
import { fileSource, type WarcSource } from './warc-source.ts'

/** Entries looked at; one page makes a handful of files, and a WACZ of many sites has thousands. */
const mostEntries = 100_000

/**
 * The WARC files inside a WACZ (WACZ 1.1.1: a ZIP file with archive/*.warc.gz), each where it stands: entries are stored, so
 * that a record's place in the file can be told. One that is packed once more is unpacked first. A WACZ may hold others (Browsertrix gives
 * the files of one crawl so, as a `multi-wacz-package`): theirs, too. What can't be read is told.
 */
export async function openWacz(file: string, tell: (sentence: string) => void): Promise<WarcSource[]> {
  const sources: WarcSource[] = []
  try {
    const { size } = await stat(file)
    const zip = await openPromise(file, zipOptions)
    await collect(zip, { file, begin: 0, size, within: '', tell }, sources)
    if (sources.length === 0) tell(`${file}: no .warc or .warc.gz was found in it, expected them in its folder archive`)
  } catch (error) {
    tell(sayBroken(file, error as Error))
  }
  return sources
}

/** Names of entries are looked at, and nothing is written by them: odd ones need no refusal. */
const zipOptions = { autoClose: false, lazyEntries: true, decodeStrings: false }

interface Wacz {
  readonly file: string
  /** Where it begins in the file: a WACZ may lie in another. */
  readonly begin: number
  /** Bytes of it. */
  readonly size: number
  /** Its name in the other one; '': it is the file. */
  readonly within: string
  readonly tell: (sentence: string) => void
}

/** Adds what is found, and closes `zip`. */
async function collect(zip: ZipFile, wacz: Wacz, sources: WarcSource[]): Promise<void> {
  try {
    let [entries, bytes] = [0, 0]
    for await (const entry of zip.eachEntry()) {
      entries += 1
      const name = nameOf(entry, wacz)
      if (entries > mostEntries) throw new Error(`more than ${mostEntries} entries`)
      const isWacz = wacz.within === '' && /\.wacz$/i.test(name)
      if (!isWacz && !/\.w?arc(?:\.gz)?$/i.test(name)) continue
      bytes += entry.compressedSize
      // Entries that lie over each other are made to unpack without end.
      if (bytes > wacz.size) throw new Error('its entries have more bytes than the file')
      if (isWacz) await collectInner(zip, entry, { ...wacz, name }, sources)
      else sources.push(...(await openEntry(zip, entry, { ...wacz, name })))
    }
  } finally {
    zip.close()
  }
}

function nameOf(entry: Entry, { within }: Wacz): string {
  const name = entry.fileNameRaw
    .toString('utf8')
    .replace(/[^\x20-\x7e\xa1-\u024f]+/g, '?')
    .slice(0, 200)
  return within === '' ? name : `${within}/${name}`
}

type Named = Wacz & { readonly name: string }

/** A WACZ in a WACZ: what is wrong with one hides no other. */
async function collectInner(zip: ZipFile, entry: Entry, wacz: Named, sources: WarcSource[]): Promise<void> {
  const { file, name, tell } = wacz
  if (entry.isEncrypted() || entry.compressionMethod !== 0)
    return tell(`${file}: ${name} is packed in it once more, or encrypted; unpacked beside it, it is read`)
  const begin = await beginOf(zip, entry, wacz)
  const size = entry.compressedSize
  try {
    const inner = await fromRandomAccessReaderPromise(new PartOfFile(file, begin), size, zipOptions)
    await collect(inner, { file, begin, size, within: name, tell }, sources)
  } catch (error) {
    tell(sayBroken(`${file}: ${name}`, error as Error))
  }
}

/** Bytes of a file from a place on, as if they were the file. */
class PartOfFile extends RandomAccessReader {
  readonly #file: string
  readonly #begin: number

  constructor(file: string, begin: number) {
    super()
    this.#file = file
    this.#begin = begin
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return createReadStream(this.#file, { start: this.#begin + start, end: this.#begin + end - 1 })
  }
}

async function beginOf(zip: ZipFile, entry: Entry, { begin }: Wacz): Promise<number> {
  const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true })
  return begin + fileDataStart
}

/** None where it can't be read, which is told. */
async function openEntry(zip: ZipFile, entry: Entry, wacz: Named): Promise<WarcSource[]> {
  const { file, name, tell } = wacz
  const isStored = entry.compressionMethod === 0
  if (entry.isEncrypted() || !(isStored || entry.compressionMethod === 8)) {
    tell(`${file}: ${name} is encrypted or packed in a way that is not read`)
    return []
  }
  if (isStored) {
    const begin = await beginOf(zip, entry, wacz)
    return [fileSource(file, { begin, end: begin + entry.compressedSize, part: name })]
  }
  const unpacked = await unpackSource(`${file} (${name})`, piecesOf(zip, entry), {
    mostBytes: () => mostUnpacked(entry.compressedSize),
    onCut: error => tell(`${file}: ${name}: ${(error as Error).message}; what stands before is read`),
  })
  return unpacked === null ? [] : [unpacked]
}

/** Opened when it is first asked for: a stream that breaks before anybody listens ends the process. */
async function* piecesOf(zip: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  yield* (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>
}

const sayBroken = (file: string, { message }: Error): string =>
  `${file}: it can't be read as a WACZ, which is a ZIP file (${message.slice(0, 200)}); what was found before is read`
