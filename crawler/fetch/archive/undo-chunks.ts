import { readBody } from '../lenient/read-body.ts'
import type { LenientHead } from '../lenient/read-head.ts'

/** A size in hex, what may follow it, and the end of the line. */
const sizeLine = /^([0-9a-f]{1,12})[ \t]*(?:;[^\r\n]{0,1000})?\r?\n/i

/**
 * The body without its chunks, and whether it stops before the last one; null when it has none, whatever its header says:
 * many archiving tools undo the chunks and keep the header. Chunks are those of a body whose first line is a size and that
 * ends, or has a line end, after so many bytes. O(length).
 */
export function undoChunks(head: LenientHead, body: Buffer): { readonly body: Buffer; readonly isCut: boolean } | null {
  const first = sizeLine.exec(body.toString('latin1', 0, 1_100))
  if (first === null) return null
  const after = first[0].length + Number.parseInt(first[1]!, 16)
  if (after < body.length && body[after] !== cr && body[after] !== lf) return null
  const reader = readBody({ ...head, status: 200, knowsChunks: true }, 'GET')
  const parts = reader.push(body)
  return { body: Buffer.concat(parts), isCut: (reader.ended() ?? reader.end()) !== 'whole' }
}

const [lf, cr] = [10, 13]
