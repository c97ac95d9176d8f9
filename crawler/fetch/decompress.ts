import type { Transform } from 'node:stream'
import * as zlib from 'node:zlib'

/** What a server may call its encoding → ours. Unknown names are ignored, as browsers do. */
const encodings: Readonly<Record<string, Encoding | 'identity'>> = {
  gzip: 'gzip',
  'x-gzip': 'gzip',
  deflate: 'deflate',
  br: 'br',
  zstd: 'zstd',
}
type Encoding = 'gzip' | 'deflate' | 'br' | 'zstd'

/** Offered in Accept-Encoding. */
export const acceptedEncodings = 'gzip, deflate, br, zstd'

/** Encodings that exist and that we don't know: their bytes are no text. */
const foreign = new Set(['compress', 'x-compress', 'exi', 'pack200-gzip', 'aes128gcm', 'dcb', 'dcz', 'bzip2', 'xz'])
const maxLayers = 4

/** The encodings to undo, in the order of undoing; null if one of them can't be undone. */
export function readContentEncoding(header: string | undefined): readonly Encoding[] | null {
  const names = (header ?? '')
    .toLowerCase()
    .split(',')
    .map(name => name.trim())
  if (names.length > 32 || names.some(name => foreign.has(name))) return null
  const layers = names.map(name => (Object.hasOwn(encodings, name) ? encodings[name]! : 'identity'))
  const known = layers.filter(layer => layer !== 'identity').toReversed()
  return known.length <= maxLayers ? known : null
}

/** How undoing ended: 'whole', 'cut' (the compressed data stop in the middle, or rubbish follows them), or 'bad'. */
export type Ending = 'whole' | 'cut' | 'bad'

export interface Decompressor {
  /** Takes the next compressed bytes; false asks to wait for `onRoom`. */
  readonly write: (chunk: Buffer) => boolean
  /** Nothing more comes. */
  readonly end: () => void
  /** No event comes after this. */
  readonly destroy: () => void
}

export interface DecompressorEvents {
  /** What `rest` may hold at most. */
  readonly maxBytes: number
  readonly onRoom: () => void
  readonly onData: (chunk: Buffer) => void
  /** Called once. If `body` isn't null it replaces all that was given to `onData`. */
  readonly onEnd: (ending: Ending, body: Buffer | null) => void
}

/** Undoes `layers` (at least one) while the bytes come in. Whoever takes the data destroys it when they are enough. */
export function createDecompressor(layers: readonly Encoding[], events: DecompressorEvents): Decompressor {
  const wire: Buffer[] = []
  let held = Buffer.alloc(0)
  let chain: readonly Transform[] = []
  let over = false

  const destroy = () => {
    over = true
    for (const stream of chain) stream.destroy()
  }
  const finish = (ending: Ending, body: Buffer | null) => {
    if (over) return
    destroy()
    events.onEnd(ending, body)
  }
  const salvage = () => {
    if (over) return
    const rest = layers.length === 1 ? decompressLeniently(layers[0]!, Buffer.concat(wire), events.maxBytes) : null
    finish(rest === null ? 'bad' : 'cut', rest)
  }
  // Two bytes tell the two kinds of deflate apart, so the streams begin with them.
  const start = () => {
    chain = layers.map((layer, index) => createStream(layer, index === 0 ? held : null))
    for (const [index, stream] of chain.entries()) {
      stream.on('error', salvage)
      if (index > 0) chain[index - 1]!.pipe(stream)
    }
    chain[0]!.on('drain', events.onRoom)
    chain
      .at(-1)!
      .on('data', chunk => over || events.onData(chunk))
      .on('end', () => finish('whole', null))
    return chain[0]!.write(held)
  }
  return {
    write(chunk) {
      if (over) return true
      wire.push(chunk)
      if (chain.length > 0) return chain[0]!.write(chunk)
      held = Buffer.concat([held, chunk])
      return held.length < 2 || start()
    },
    end() {
      if (over) return
      // An empty body is empty in every encoding.
      if (wire.length === 0) return finish('whole', null)
      if (chain.length === 0) start()
      chain[0]!.end()
    },
    destroy,
  }
}

const largeWindow = { params: { [zlib.constants.ZSTD_d_windowLogMax]: 27 } }

function createStream(layer: Encoding, first: Buffer | null): Transform {
  if (layer === 'gzip') return zlib.createGunzip()
  if (layer === 'br') return zlib.createBrotliDecompress()
  if (layer === 'zstd') return zlib.createZstdDecompress(largeWindow)
  return first === null || hasZlibHeader(first) ? zlib.createInflate() : zlib.createInflateRaw()
}

/** RFC 1950, 2.2: method 8, and the first 16 bits divide by 31. Many servers send raw deflate without this header. */
const hasZlibHeader = (bytes: Buffer) => (bytes[0]! & 0x0f) === 8 && (bytes[0]! * 256 + bytes[1]!) % 31 === 0

/** What can be had of data that stop in the middle or are followed by rubbish, as browsers show it; null if nothing. */
function decompressLeniently(layer: Encoding, wire: Buffer, maxBytes: number): Buffer | null {
  const options = { finishFlush: zlib.constants.Z_SYNC_FLUSH, maxOutputLength: maxBytes }
  const undo: Record<Encoding, () => Buffer> = {
    gzip: () => zlib.inflateRawSync(withoutGzipHeader(wire), options),
    deflate: () => (hasZlibHeader(wire) ? zlib.inflateSync(wire, options) : zlib.inflateRawSync(wire, options)),
    br: () => zlib.brotliDecompressSync(wire, { ...options, finishFlush: zlib.constants.BROTLI_OPERATION_FLUSH }),
    zstd: () => zlib.zstdDecompressSync(wire, { ...options, ...largeWindow, finishFlush: zlib.constants.ZSTD_e_flush }),
  }
  try {
    const body = undo[layer]()
    return body.length > 0 ? body : null
  } catch {
    return null
  }
}

/** RFC 1952, 2.3. What isn't gzip comes out empty, so that nothing is made of it. */
export function withoutGzipHeader(wire: Buffer): Buffer {
  if (wire[0] !== 0x1f || wire[1] !== 0x8b || wire[2] !== 8) return Buffer.alloc(0)
  const flags = wire[3] ?? 0
  let at = 10
  if (flags & 4) at += 2 + (wire[at] ?? 0) + (wire[at + 1] ?? 0) * 256
  for (const flag of [8, 16]) if (flags & flag) at = wire.indexOf(0, at) + 1 || wire.length
  if (flags & 2) at += 2
  return wire.subarray(at)
}
