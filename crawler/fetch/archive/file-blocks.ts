import { readSync } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'

const blockBytes = 65_536
/** Who reads ahead and comes back a little finds the block still here. */
const keptBlocks = 4

/** A file, or the part of one, read block by block from wherever somebody asks. */
export interface FileBlocks {
  /** What stands at `offset` and after it, some block long at most; empty at the end. Never written over later. */
  readonly at: (offset: number) => Promise<Buffer>
  /** All from `offset` on, in pieces. */
  readonly from: (offset: number) => AsyncGenerator<Buffer>
  /** Behind the furthest byte that was read. */
  readonly reached: () => number
  readonly close: () => Promise<void>
}

export async function openBlocks(file: string, end = Infinity): Promise<FileBlocks> {
  const handle = await open(file)
  return blocksOf(handle, end, () => handle.close())
}

/** The same for who has nothing else to do meanwhile: a block is read without a way through another thread, which costs more than the block. */
export async function openBlocksAtOnce(file: string, end = Infinity): Promise<FileBlocks> {
  const handle = await open(file)
  return blocksOf(handle, end, () => handle.close(), readBlockAtOnce)
}

type ReadBlock = (handle: FileHandle, begin: number) => Buffer | Promise<Buffer>

/** The same of a file that is open, up to `end`. */
export function blocksOf(
  handle: FileHandle,
  end: number,
  close: () => Promise<void>,
  read: ReadBlock = readBlock,
): FileBlocks {
  const kept = new Map<number, Buffer>()
  let reached = 0

  async function at(offset: number): Promise<Buffer> {
    const begin = offset - (offset % blockBytes)
    const block = kept.get(begin) ?? (await read(handle, begin))
    if (kept.size >= keptBlocks && !kept.has(begin)) kept.delete(kept.keys().next().value!)
    kept.set(begin, block)
    reached = Math.max(reached, begin + block.length)
    return block.subarray(offset - begin, Math.max(0, end - begin))
  }

  async function* from(offset: number): AsyncGenerator<Buffer> {
    for (let next = offset; ;) {
      const piece = await at(next)
      if (piece.length === 0) return
      yield piece
      next += piece.length
    }
  }
  return { at, from, reached: () => reached, close }
}

async function readBlock(handle: FileHandle, begin: number): Promise<Buffer> {
  // Of its own, and not filled before it is read into.
  const buffer = Buffer.allocUnsafeSlow(blockBytes)
  const { bytesRead } = await handle.read(buffer, 0, blockBytes, begin)
  return buffer.subarray(0, bytesRead)
}

function readBlockAtOnce(handle: FileHandle, begin: number): Buffer {
  const buffer = Buffer.allocUnsafeSlow(blockBytes)
  return buffer.subarray(0, readSync(handle.fd, buffer, 0, blockBytes, begin))
}

/** The same of bytes that are at hand. */
export const bufferBlocks = (bytes: Buffer): FileBlocks => ({
  at: async offset => bytes.subarray(offset, offset + blockBytes),
  from: async function* (offset) {
    if (offset < bytes.length) yield bytes.subarray(offset)
  },
  reached: () => bytes.length,
  close: async () => undefined,
})
