import { open, type FileHandle } from 'node:fs/promises'

const blockBytes = 65_536
/** Who reads ahead and comes back a little finds the block still here. */
const keptBlocks = 4

/** A file, read block by block from wherever somebody asks. */
export interface FileBlocks {
  /** What stands at `offset` and after it, some block long at most; empty at the end of the file. Never written over later. */
  readonly at: (offset: number) => Promise<Buffer>
  /** All from `offset` on, in pieces. */
  readonly from: (offset: number) => AsyncGenerator<Buffer>
  readonly close: () => Promise<void>
}

export async function openBlocks(file: string): Promise<FileBlocks> {
  const handle = await open(file)
  const kept = new Map<number, Buffer>()

  async function at(offset: number): Promise<Buffer> {
    const begin = offset - (offset % blockBytes)
    const block = kept.get(begin) ?? (await readBlock(handle, begin))
    if (kept.size >= keptBlocks && !kept.has(begin)) kept.delete(kept.keys().next().value!)
    kept.set(begin, block)
    return block.subarray(offset - begin)
  }

  async function* from(offset: number): AsyncGenerator<Buffer> {
    for (let next = offset; ;) {
      const piece = await at(next)
      if (piece.length === 0) return
      yield piece
      next += piece.length
    }
  }
  return { at, from, close: () => handle.close() }
}

async function readBlock(handle: FileHandle, begin: number): Promise<Buffer> {
  const buffer = Buffer.alloc(blockBytes)
  const { bytesRead } = await handle.read(buffer, 0, blockBytes, begin)
  return buffer.subarray(0, bytesRead)
}
