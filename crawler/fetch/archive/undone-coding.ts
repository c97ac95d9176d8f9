import { isUtf8 } from 'node:buffer'
import { readContentEncoding } from '../decompress.ts'
import { joinHeaders, readRawHeaders } from '../headers.ts'
import { looksLikeHtml } from '../media-type.ts'

/** First bytes of what is packed so. */
const magic: Readonly<Record<string, readonly number[]>> = { gzip: [0x1f, 0x8b], zstd: [0x28, 0xb5, 0x2f, 0xfd] }

/** Whether the body stands undone of the coding that its header names, as tools that record what a browser hands out leave it. */
export function isUndone(flatHeaders: readonly string[], body: Buffer): boolean {
  const layers = readContentEncoding(joinHeaders(readRawHeaders(flatHeaders))['content-encoding'])
  if (body.length === 0 || layers?.length === 0) return false
  const begin = magic[layers?.[0] ?? '']
  return begin === undefined ? isText(body) : begin.some((byte, at) => body[at] !== byte)
}

/** Fewer bytes may be text by chance. */
const tellingBytes = 16
const lookedAtBytes = 1_024

function isText(body: Buffer): boolean {
  if (looksLikeHtml(body)) return true
  const begin = body.subarray(0, lookedAtBytes)
  if (begin.length < tellingBytes || begin.some(byte => byte < 0x20 && !blanks.has(byte))) return false
  // The last character may be cut.
  return [0, 1, 2, 3].some(less => isUtf8(begin.subarray(0, begin.length - less)))
}

const blanks = new Set([0x09, 0x0a, 0x0c, 0x0d])
