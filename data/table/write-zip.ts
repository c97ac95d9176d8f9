import { crc32, deflateRawSync, constants } from 'node:zlib'
import { Fault } from '../mistake.ts'
import type { NamedFile } from './write-when-whole.ts'

interface Entry {
  readonly name: Buffer
  readonly offset: number
  readonly crc: number
  readonly size: number
  readonly packed: number
}

/** 1 January 1980, the first day that a zip knows: the same files give the same bytes on any day. */
const [noTime, firstDay] = [0, 33]
/** Sizes follow the data; names are UTF-8. */
const flags = 0x0808
const deflated = 8
/** Beyond it a zip needs other records, which older readers don't know. */
const mostBytes = 0xffff_ffff
const pieceBytes = 1 << 18

const numbers = (...fields: readonly (readonly [bytes: 2 | 4, value: number])[]): Buffer => {
  const buffer = Buffer.alloc(fields.reduce((sum, [bytes]) => sum + bytes, 0))
  let at = 0
  for (const [bytes, value] of fields) at = buffer.writeUIntLE(value, at, bytes)
  return buffer
}

/** Pieces of about the same size, whatever comes. */
function* pieces(text: Iterable<string>): Generator<Buffer> {
  let held = ''
  for (const piece of text) {
    held += piece
    if (held.length < pieceBytes) continue
    yield Buffer.from(held)
    held = ''
  }
  yield Buffer.from(held)
}

/**
 * Yields a zip of `files` in their order, each packed piece by piece as it is asked for. Without times or owners: the same files
 * give the same bytes (by the same zlib). Throws a Fault beyond 4 GB. Source: PKWARE, APPNOTE 6.3.3.
 */
export function* writeZip(files: Iterable<NamedFile>): Generator<Uint8Array> {
  const entries: Entry[] = []
  let written = 0
  const sent = (bytes: Uint8Array): Uint8Array => {
    written += bytes.length
    if (written > mostBytes) throw new Fault('export: the zip is beyond 4 GB, which its form does not hold')
    return bytes
  }
  for (const [path, text] of files) {
    const name = Buffer.from(path)
    const offset = written
    yield sent(numbers([4, 0x0403_4b50], [2, 20], ...common(0, 0, 0, name.length), [2, 0]))
    yield sent(name)
    let [crc, size, packed] = [0, 0, 0]
    for (const piece of pieces(text)) {
      crc = crc32(piece, crc)
      size += piece.length
      if (size > mostBytes) throw new Fault(`export: ${path} is beyond 4 GB, which a zip does not hold`)
      // A whole number of bytes each, so that the pieces are one stream.
      const part = deflateRawSync(piece, { finishFlush: constants.Z_SYNC_FLUSH })
      packed += part.length
      yield sent(part)
    }
    const end = deflateRawSync(Buffer.alloc(0))
    packed += end.length
    yield sent(end)
    yield sent(numbers([4, 0x0807_4b50], [4, crc], [4, packed], [4, size]))
    entries.push({ name, offset, crc, size, packed })
  }
  const start = written
  for (const entry of entries) yield sent(directoryEntry(entry))
  const count = entries.length
  yield sent(
    numbers([4, 0x0605_4b50], [2, 0], [2, 0], [2, count], [2, count], [4, written - start], [4, start], [2, 0]),
  )
}

const common = (crc: number, packed: number, size: number, nameBytes: number) =>
  [
    [2, flags],
    [2, deflated],
    [2, noTime],
    [2, firstDay],
    [4, crc],
    [4, packed],
    [4, size],
    [2, nameBytes],
  ] as const

function directoryEntry({ name, offset, crc, size, packed }: Entry): Buffer {
  const head = numbers([4, 0x0201_4b50], [2, 20], [2, 20], ...common(crc, packed, size, name.length))
  return Buffer.concat([head, numbers([2, 0], [2, 0], [2, 0], [2, 0], [4, 0], [4, offset]), name])
}
