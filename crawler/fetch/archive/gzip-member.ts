import { Readable } from 'node:stream'
import { crc32, createInflateRaw, inflateRawSync } from 'node:zlib'
import { BrokenArchive } from './broken-archive.ts'
import { ByteReader } from './byte-reader.ts'
import type { FileBlocks } from './file-blocks.ts'

/** One member of a gzip file (RFC 1952). */
export interface GzipMember {
  /** Its bytes, unpacked. Throws a BrokenArchive in their midst when they are damaged or the file ends. */
  readonly unpacked: AsyncGenerator<Buffer>
  /** Where the next member begins; known once all is unpacked. */
  readonly end: () => number
}

/** Whether `bytes` begin like a gzip member: deflate (8) is the only way of packing there is. */
export const isGzip = (bytes: Buffer): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8

/** Whether a member begins at `offset`, where a block of the file may end in the midst of the three bytes that say so. */
export async function beginsMember(blocks: FileBlocks, offset: number): Promise<boolean> {
  const block = await blocks.at(offset)
  return isGzip(block.length < markBytes ? await new ByteReader(blocks.from(offset)).peek(markBytes) : block)
}

const markBytes = 3
const trailerBytes = 8

/**
 * Opens the member at `offset`. zlib's own gunzip goes on into the members that follow and doesn't say where each began, so
 * head and trailer are read here and zlib unpacks what stands between.
 */
export function openMember(blocks: FileBlocks, offset: number): GzipMember {
  let end = offset
  async function* unpacked(): AsyncGenerator<Buffer> {
    const begin = offset + (await headBytes(blocks, offset))
    const whole = await unpackAtOnce(blocks, begin)
    if (whole !== null) {
      end = begin + whole.took + trailerBytes
      yield whole.bytes
      return checkTrailer(blocks, offset, end - trailerBytes, crc32(whole.bytes))
    }
    const packed = Readable.from(blocks.from(begin), { objectMode: true, highWaterMark: 1 })
    const inflate = createInflateRaw()
    packed.on('error', error => inflate.destroy(error))
    packed.pipe(inflate)
    let sum = 0
    try {
      for await (const piece of inflate as AsyncIterable<Buffer>) {
        sum = crc32(piece, sum)
        yield piece
      }
    } catch (error) {
      throw asBroken(offset, error)
    } finally {
      packed.destroy()
      inflate.destroy()
    }
    // What the engine has taken in: no more than the member.
    end = begin + inflate.bytesWritten + trailerBytes
    await checkTrailer(blocks, offset, end - trailerBytes, sum)
  }
  return { unpacked: unpacked(), end: () => end }
}

/** What a record may come to that is unpacked in one go: it holds the loop for some milliseconds at most. */
const mostAtOnce = 2_000_000
/** Most records come to less: in pieces of zlib's own size (16,384) a page is unpacked into two or three, which are then copied together. */
const pieceBytes = 65_536
/** Blocks of the file that are looked at for it. */
const mostBlocks = 4

/**
 * Most records stand in a block or two of the file: a stream costs more than their unpacking, and more than trying once in vain where the first block ends in
 * their midst. Null: this one is longer, or large, or damaged.
 */
async function unpackAtOnce(blocks: FileBlocks, begin: number): Promise<Unpacked | null> {
  let packed = await blocks.at(begin)
  for (let count = 1; ; count++) {
    const unpacked = unpackWhole(packed)
    if (unpacked !== 'cut') return unpacked
    const next = count < mostBlocks ? await blocks.at(begin + packed.length) : nothing
    if (next.length === 0) return null
    packed = Buffer.concat([packed, next])
  }
}

const nothing = Buffer.alloc(0)

interface Unpacked {
  readonly bytes: Buffer
  /** Bytes that were taken in for them. */
  readonly took: number
}

function unpackWhole(packed: Buffer): Unpacked | 'cut' | null {
  try {
    const options = { info: true, maxOutputLength: mostAtOnce, chunkSize: pieceBytes }
    const { buffer, engine } = inflateRawSync(packed, options) as unknown as WithInfo
    return { bytes: buffer, took: engine.bytesWritten }
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'Z_BUF_ERROR' ? 'cut' : null
  }
}

/** What `info` makes of the answer: `bytesWritten` is what the engine has taken in. */
interface WithInfo {
  readonly buffer: Buffer
  readonly engine: { readonly bytesWritten: number }
}

/** zlib's errors are the file's; others are the machine's. */
function asBroken(offset: number, error: unknown): unknown {
  const { code = '' } = error as NodeJS.ErrnoException
  if (!code.startsWith('Z_')) return error
  return new BrokenArchive(offset, code === 'Z_BUF_ERROR' ? 'cut' : 'damaged')
}

async function checkTrailer(blocks: FileBlocks, offset: number, at: number, sum: number): Promise<void> {
  const near = await blocks.at(at)
  const trailer = near.length < trailerBytes ? await new ByteReader(blocks.from(at)).take(trailerBytes) : near
  if (trailer.length < trailerBytes) throw new BrokenArchive(offset, 'cut')
  if (trailer.readUInt32LE(0) !== sum) throw new BrokenArchive(offset, 'damaged')
}

const fixedBytes = 10
const flag = { checksum: 2, extra: 4, name: 8, comment: 16 } as const
/** An extra field has at most 65,537 bytes; names and comments that make it more are none. */
const mostHeadBytes = 70_000

/** Length of the member's head: ten bytes, and what their flags announce. */
async function headBytes(blocks: FileBlocks, offset: number): Promise<number> {
  const near = await blocks.at(offset)
  if (near.length >= fixedBytes && near[3] === 0) return fixedBytes
  const reader = new ByteReader(blocks.from(offset))
  const fixed = await reader.take(fixedBytes)
  if (fixed.length < fixedBytes) throw new BrokenArchive(offset, 'cut')
  const flags = fixed[3]!
  if (flags === 0) return fixedBytes
  const more = await reader.take(mostHeadBytes)
  let at = flags & flag.extra ? 2 + (more[0] ?? 0) + 256 * (more[1] ?? 0) : 0
  for (const text of [flag.name, flag.comment]) if (flags & text) at = more.indexOf(0, at) + 1 || mostHeadBytes
  return fixedBytes + at + (flags & flag.checksum ? 2 : 0)
}
