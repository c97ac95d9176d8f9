import { constants, gzipSync, zstdCompressSync } from 'node:zlib'
import type { Context } from 'hono'

/** In the order of what they cost: zstd takes a fifth of gzip's time, and browsers take it from this machine and over https. */
const packings = {
  zstd: (text: string) => zstdCompressSync(text, { params: { [constants.ZSTD_c_compressionLevel]: 1 } }),
  gzip: (text: string) => gzipSync(text, { level: 1 }),
} as const

type Packing = keyof typeof packings
const names = Object.keys(packings) as readonly Packing[]

/** JSON as it is sent. */
export interface PackedBody {
  readonly body: string | Buffer<ArrayBuffer>
  /** How it is packed; null: as it is. */
  readonly packing: Packing | null
}

/** Shorter than that, packing spares nothing. */
const leastPacked = 1_024

/** `text` as somebody takes it who asks with this header (Accept-Encoding). */
export function packedBody(text: string, header: string): PackedBody {
  const packing = text.length < leastPacked ? null : packingOf(header)
  return { body: packing === null ? text : packings[packing](text), packing }
}

export const sendPacked = (context: Context, { body, packing }: PackedBody): Response =>
  context.body(body, 200, {
    'content-type': 'application/json',
    vary: 'accept-encoding',
    // Whoever packs what isn't packed yet leaves alone what is short.
    'content-length': String(Buffer.byteLength(body)),
    ...(packing !== null && { 'content-encoding': packing }),
  })

/** `data` as JSON, packed once for each way in which somebody takes it, and sent as often as asked for. */
export function packedAnswer(data: unknown): (context: Context) => Response {
  const packed = new Map<Packing, Buffer<ArrayBuffer>>()
  return context => {
    const packing = packingOf(context.req.header('accept-encoding') ?? '')
    if (packing === null) return sendPacked(context, { body: JSON.stringify(data), packing })
    const body = packed.get(packing) ?? packings[packing](JSON.stringify(data))
    packed.set(packing, body)
    return sendPacked(context, { body, packing })
  }
}
/** The first packing that the header takes (RFC 9110, 12.5.3); a weight of 0 refuses it. Null: none of ours. */
function packingOf(header: string): Packing | null {
  const taken = header
    .toLowerCase()
    .split(',')
    .map(part => part.split(';').map(word => word.trim()))
    .filter(([, ...weights]) => !weights.some(weight => /^q=0(?:\.0{0,3})?$/.test(weight)))
    .map(([name]) => name)
  return names.find(name => taken.includes(name)) ?? null
}
