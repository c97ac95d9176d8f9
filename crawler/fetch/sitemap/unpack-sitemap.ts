import { constants, createGunzip, createInflateRaw } from 'node:zlib'
import { withoutGzipHeader } from '../decompress.ts'

/** Of a file, decompressed (sitemaps.org). */
export const maxSitemapBytes = 50 * 1024 * 1024

export interface Unpacked {
  readonly bytes: Buffer
  /** It ends before its end: cut, damaged, or larger than is read. */
  readonly isCut: boolean
}

/** A file without its gzip, if it has any: as far as it can be had. The unpacking leaves the loop free. Never rejects. */
export async function unpackSitemap(body: Uint8Array): Promise<Unpacked> {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength)
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return { bytes, isCut: false }
  const whole = await drain(bytes, createGunzip())
  if (!whole.isCut) return whole
  // Without its sum, which damaged files fail, and to the last byte that is there.
  const rest = await drain(withoutGzipHeader(bytes), createInflateRaw({ finishFlush: constants.Z_SYNC_FLUSH }))
  return rest.bytes.length > whole.bytes.length ? { ...rest, isCut: true } : whole
}

async function drain(
  packed: Buffer,
  stream: ReturnType<typeof createGunzip | typeof createInflateRaw>,
): Promise<Unpacked> {
  const chunks: Buffer[] = []
  let size = 0
  const had = (isCut: boolean) => ({ bytes: Buffer.concat(chunks).subarray(0, maxSitemapBytes), isCut })
  stream.end(packed)
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      chunks.push(chunk)
      size += chunk.length
      if (size > maxSitemapBytes) return had(true)
    }
    return had(false)
  } catch {
    // What came out before it broke counts.
    return had(true)
  }
}
