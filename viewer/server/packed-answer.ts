import { constants, gzipSync, zstdCompressSync } from 'node:zlib'
import type { Context } from 'hono'
import type { ClientFile } from './client-files.ts'

type Content = string | Uint8Array<ArrayBuffer>

/** In the order of what they cost: zstd takes a fifth of gzip's time, and browsers take it from this machine and over https. */
const packings = {
  zstd: (content: Content) => zstdCompressSync(content, { params: { [constants.ZSTD_c_compressionLevel]: 1 } }),
  gzip: (content: Content) => gzipSync(content, { level: 1 }),
} as const

type Packing = keyof typeof packings
type Send = (context: Context) => Response
const names = Object.keys(packings) as readonly Packing[]

/** `data` as JSON, packed once for each way in which somebody takes it, and sent as often as asked for. */
export const packedAnswer = (data: unknown): Send => sendPacked('application/json', () => JSON.stringify(data))

const files = new WeakMap<ClientFile, Send>()

/** A file of the page, packed once: its script is a megabyte, and packed anew for each reader it would keep the others waiting. */
export function packedFile(file: ClientFile): Send {
  const send = files.get(file) ?? sendPacked(file.type, () => file.bytes)
  files.set(file, send)
  return send
}

function sendPacked(type: string, content: () => Content): Send {
  const packed = new Map<Packing, Buffer<ArrayBuffer>>()
  return context => {
    const packing = packingOf(context.req.header('accept-encoding') ?? '')
    const headers = { 'content-type': type, vary: 'accept-encoding' }
    if (packing === null) return context.body(content(), 200, headers)
    const body = packed.get(packing) ?? packings[packing](content())
    packed.set(packing, body)
    return context.body(body, 200, { ...headers, 'content-encoding': packing })
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
