import { constants, gzipSync, zstdCompressSync } from 'node:zlib'
import type { Context } from 'hono'
import type { ClientFile } from '../client-files.ts'

type Content = string | Uint8Array<ArrayBuffer>

/** In the order of what they cost: zstd takes a fifth of gzip's time, and browsers take it from this machine and over https. */
const packings = {
  zstd: (content: Content) => zstdCompressSync(content, { params: { [constants.ZSTD_c_compressionLevel]: 1 } }),
  gzip: (content: Content) => gzipSync(content, { level: 1 }),
} as const

type Packing = keyof typeof packings
type Send = (context: Context) => Response
const names = Object.keys(packings) as readonly Packing[]

/** JSON, or a file of the page, as it is sent. */
export interface PackedBody {
  readonly body: Content
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

export const sendPacked = (context: Context, { body, packing }: PackedBody, type = 'application/json'): Response =>
  context.body(body, 200, {
    'content-type': type,
    vary: 'accept-encoding',
    // Whoever packs what isn't packed yet leaves alone what is short.
    'content-length': String(Buffer.byteLength(body)),
    ...(packing !== null && { 'content-encoding': packing }),
  })

/** `data` as JSON, packed once for each way in which somebody takes it, and sent as often as asked for. */
export const packedAnswer = (data: unknown): Send => packedOnce('application/json', () => JSON.stringify(data))

const files = new WeakMap<ClientFile, Send>()

/** A file of the page, packed once: its script is a megabyte, and packed anew for each reader it would keep the others waiting. */
export function packedFile(file: ClientFile): Send {
  const send = files.get(file) ?? packedOnce(file.type, () => file.bytes)
  files.set(file, send)
  return send
}

function packedOnce(type: string, content: () => Content): Send {
  const packed = new Map<Packing, Content>()
  return context => {
    const packing = packingOf(context.req.header('accept-encoding') ?? '')
    if (packing === null) return sendPacked(context, { body: content(), packing }, type)
    const body = packed.get(packing) ?? packings[packing](content())
    packed.set(packing, body)
    return sendPacked(context, { body, packing }, type)
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
