import { stat } from 'node:fs/promises'
import type { Entry, ZipFile } from 'yauzl'
import { openPromise } from 'yauzl'
import { mostUnpacked, unpackSource } from './unpack-source.ts'
import { fileSource, type WarcSource } from './warc-source.ts'

/** Entries looked at; one page makes a handful of files, and a WACZ of many sites has thousands. */
const mostEntries = 100_000

/**
 * The WARC files inside a WACZ (WACZ 1.1.1: a ZIP file with archive/*.warc.gz), each where it stands: entries are stored, so
 * that a record's place in the file can be told. One that is packed once more is unpacked first. What can't be read is told.
 */
export async function openWacz(file: string, tell: (sentence: string) => void): Promise<WarcSource[]> {
  const zip = await openPromise(file, zipOptions).catch((error: Error) => void tell(sayBroken(file, error)))
  if (!zip) return []
  const sources: WarcSource[] = []
  try {
    const { size } = await stat(file)
    for await (const source of sourcesIn(zip, { file, size, tell })) sources.push(source)
    if (sources.length === 0) tell(`${file}: no .warc or .warc.gz was found in it, expected them in its folder archive`)
  } catch (error) {
    tell(sayBroken(file, error as Error))
  } finally {
    zip.close()
  }
  return sources
}

/** Names of entries are looked at, and nothing is written by them: odd ones need no refusal. */
const zipOptions = { autoClose: false, lazyEntries: true, decodeStrings: false }

interface Wacz {
  readonly file: string
  readonly size: number
  readonly tell: (sentence: string) => void
}

async function* sourcesIn(zip: ZipFile, wacz: Wacz): AsyncGenerator<WarcSource> {
  let [entries, bytes] = [0, 0]
  for await (const entry of zip.eachEntry()) {
    entries += 1
    const name = entry.fileNameRaw
      .toString('utf8')
      .replace(/[^\x20-\x7e\xa1-\u024f]+/g, '?')
      .slice(0, 200)
    if (entries > mostEntries) throw new Error(`more than ${mostEntries} entries`)
    if (!/\.w?arc(?:\.gz)?$/i.test(name)) continue
    bytes += entry.compressedSize
    // Entries that lie over each other are made to unpack without end.
    if (bytes > wacz.size) throw new Error('its entries have more bytes than the file')
    const source = await openEntry(zip, entry, { ...wacz, name })
    if (source !== null) yield source
  }
}

async function openEntry(
  zip: ZipFile,
  entry: Entry,
  { file, name, tell }: Wacz & { readonly name: string },
): Promise<WarcSource | null> {
  const isStored = entry.compressionMethod === 0
  if (entry.isEncrypted() || !(isStored || entry.compressionMethod === 8)) {
    tell(`${file}: ${name} is encrypted or packed in a way that is not read`)
    return null
  }
  if (isStored) {
    const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true })
    return fileSource(file, { begin: fileDataStart, end: fileDataStart + entry.compressedSize, part: name })
  }
  return unpackSource(`${file} (${name})`, piecesOf(zip, entry), {
    mostBytes: () => mostUnpacked(entry.compressedSize),
    onCut: error => tell(`${file}: ${name}: ${(error as Error).message}; what stands before is read`),
  })
}

/** Opened when it is first asked for: a stream that breaks before anybody listens ends the process. */
async function* piecesOf(zip: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  yield* (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>
}

const sayBroken = (file: string, { message }: Error): string =>
  `${file}: it can't be read as a WACZ, which is a ZIP file (${message.slice(0, 200)}); what was found before is read`
