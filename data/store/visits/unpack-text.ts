import { deflateSync, inflateSync } from 'node:zlib'
import { Unzlib } from 'fflate'

export const packText = (text: string): Buffer => deflateSync(text)

/** What is wrong with a text that a corpus holds: it is longer than anybody's and read to its bound, or it is none. */
export type TextLimit = 'cut' | 'unreadable'

interface UnpackedText {
  readonly text: string
  /** Absent: it was read whole. */
  readonly limit?: TextLimit
}

/** Unpacks a text. A stranger's file may hold anything: of a longer one the blocks within the bound are read, what is none is ''. */
export function unpackText(packed: Buffer): UnpackedText {
  try {
    return { text: inflateSync(packed, { maxOutputLength: mostBytes }).toString('utf8') }
  } catch (error) {
    const isLong = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    return isLong ? { text: beginningOf(packed), limit: 'cut' } : { text: '', limit: 'unreadable' }
  }
}

/** Of UTF-8: a million characters of any script. */
const mostBytes = 4_000_000

/** So many packed bytes a step: at most 4 MB unpacked. */
const step = 4_096

/** The whole blocks within the bound; of a block that fills it, what fits. Node's own inflate gives nothing of a text that is too long. */
function beginningOf(packed: Buffer): string {
  const pieces: Uint8Array[] = []
  let size = 0
  const inflate = new Unzlib(piece => {
    pieces.push(piece)
    size += piece.length
  })
  try {
    for (let at = 0; at < packed.length; at += step) {
      inflate.push(packed.subarray(at, at + step))
      if (size >= mostBytes) break
    }
  } catch {
    // What came before the fault is told.
  }
  const bytes = Buffer.concat(pieces).subarray(0, mostBytes)
  // A character at the edge is left out, not put as a question mark.
  const text = new TextDecoder().decode(bytes, { stream: true })
  const end = text.lastIndexOf('\n')
  return end > 0 ? text.slice(0, end) : text
}
