import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Fault } from '#data/mistake.ts'
import { blocksOf } from './file-blocks.ts'
import type { WarcSource } from './warc-source.ts'

/** What so many packed bytes may come to, unpacked: pages pack to a fifth or a tenth, bombs to a thousandth. */
export const mostUnpacked = (packedBytes: number): number => 10_000_000 + 200 * packedBytes

/**
 * Packed bytes whose records can't be read one by one, written unpacked into a file that has no name any more, so that a
 * kill leaves nothing behind (where the system allows that; elsewhere it goes when the source is closed). What `pieces` gives
 * before it throws is kept; so is what comes before `mostBytes`, and `onCut` is told.
 */
export async function unpackSource(
  name: string,
  pieces: AsyncIterable<Buffer>,
  { mostBytes, onCut }: { readonly mostBytes: () => number; readonly onCut: (error: unknown) => void },
): Promise<WarcSource> {
  const folder = await mkdtemp(join(tmpdir(), 'toile-unpacked-'))
  const remove = () => rm(folder, { recursive: true, force: true }).catch(() => undefined)
  const handle = await open(join(folder, 'records'), 'wx+', 0o600)
  await remove()
  let size = 0
  try {
    for await (const piece of pieces) {
      if (size + piece.length > mostBytes()) throw new RangeError(`unpacked it has more than ${mostBytes()} bytes`)
      await handle.write(piece, 0, piece.length, size).catch(noRoom)
      size += piece.length
    }
  } catch (error) {
    if (error instanceof Fault) {
      await handle.close()
      throw error
    }
    onCut(error)
  }
  return {
    name,
    begin: 0,
    open: async () => blocksOf(handle, Infinity, async () => undefined),
    placeOf: () => null,
    close: async () => {
      await handle.close()
      await remove()
    },
  }
}

function noRoom(error: Error): never {
  throw new Fault(`${tmpdir()}: an archive can't be unpacked there (${error.message})`)
}
