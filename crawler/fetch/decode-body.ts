import { TextDecoder, labelToName } from '@exodus/bytes/encoding.js'
import { isUtf8 } from 'node:buffer'
import sniff from 'html-encoding-sniffer'
import { readMediaType } from './media-type.ts'

export interface DecodedBody {
  readonly text: string
  /** Name of the encoding as the Encoding standard writes it, in lower case: 'utf-8', 'windows-1252' … */
  readonly charset: string
}

/** How far into a document a declaration counts, as parsers change their mind when they meet one late. */
const declarationBytes = 64 * 1024

/**
 * Turns the bytes of an HTML document into text. The encoding is the BOM's, else the Content-Type header's, else that of
 * the document's own declaration (meta, then the XML declaration), else UTF-8 if the bytes are that, else windows-1252:
 * the HTML standard's order, with its optional detection. Bytes that make no character become U+FFFD. Never throws.
 */
export function decodeBody(body: Uint8Array, contentType: string | undefined): DecodedBody {
  const name = bomOf(body) ?? headerEncoding(contentType) ?? declaredEncoding(body) ?? guessEncoding(body)
  return { text: new TextDecoder(name).decode(body), charset: name.toLowerCase() }
}

/** Of a text that is no HTML: by its mark, the zeros of UTF-16, an XML declaration that can be true, else as it looks. */
export function textEncoding(body: Uint8Array): string {
  const [a = 1, b = 1, c = 1, d = 1] = body
  const zeros =
    a !== 0 && b === 0 && c !== 0 && d === 0 ? 'UTF-16LE' : a === 0 && b !== 0 && c === 0 && d !== 0 ? 'UTF-16BE' : null
  const marked = bomOf(body) ?? zeros
  if (marked !== null) return marked
  const declared = xmlEncoding(body)
  return declared === null || declared === 'UTF-8' ? guessEncoding(body) : declared
}

function bomOf(body: Uint8Array): string | null {
  if (body[0] === 0xef && body[1] === 0xbb && body[2] === 0xbf) return 'UTF-8'
  if (body[0] === 0xfe && body[1] === 0xff) return 'UTF-16BE'
  return body[0] === 0xff && body[1] === 0xfe ? 'UTF-16LE' : null
}

function headerEncoding(contentType: string | undefined): string | null {
  const label = readMediaType(contentType)?.charset
  return label ? known(labelToName(label)) : null
}

// 'replacement' stands for encodings that are an attack on a browser; a crawler reads what it can.
const known = (name: string | null) => (name === null || name === 'replacement' ? null : name)

function declaredEncoding(body: Uint8Array): string | null {
  // UTF-16 without BOM betrays itself by the zeros of an XML declaration.
  if (startsWith(body, [0x3c, 0, 0x3f, 0, 0x78, 0])) return 'UTF-16LE'
  if (startsWith(body, [0, 0x3c, 0, 0x3f, 0, 0x78])) return 'UTF-16BE'
  return metaEncoding(body) ?? xmlEncoding(body)
}

const startsWith = (body: Uint8Array, bytes: readonly number[]) => bytes.every((byte, index) => body[index] === byte)

/** What hides a meta element is matched as a whole, so that nothing inside it is found. */
const metaOrHidden = /<!--[\s\S]*?(?:-->|$)|<(script|style|title)\b[\s\S]*?(?:<\/\1|$)|<meta[\s/]/gi

const undeclared = 'x-none'

/** The sniffer reads 1,024 bytes; each later meta element is shown to it by itself. */
function metaEncoding(body: Uint8Array): string | null {
  const early = sniffMeta(body)
  if (early !== null) return early
  const text = Buffer.from(body.buffer, body.byteOffset, Math.min(body.byteLength, declarationBytes)).toString('latin1')
  const lower = text.toLowerCase()
  const charset = { at: -1 }
  for (const { 0: found, index } of text.matchAll(metaOrHidden)) {
    if (!found.toLowerCase().startsWith('<meta') || !namesCharset(lower, index, charset)) continue
    const late = sniffMeta(body.subarray(index, index + 1024))
    if (late !== null) return late
  }
  return null
}

/** Whether 'charset' stands in the tag at `index`. `next` remembers the last one found: each stretch is searched once. */
function namesCharset(lower: string, index: number, next: { at: number }): boolean {
  if (next.at < index) next.at = indexOrEnd(lower, 'charset', index)
  return next.at < lower.length && !lower.slice(index, next.at).includes('>')
}

const indexOrEnd = (text: string, sought: string, from: number): number => {
  const at = text.indexOf(sought, from)
  return at < 0 ? text.length : at
}

function sniffMeta(bytes: Uint8Array): string | null {
  try {
    const name = sniff(bytes, { defaultEncoding: undeclared })
    return name === undeclared ? null : known(name)
  } catch {
    // html-encoding-sniffer 6.0.0 reads past the end of content="charset": such a meta declares nothing.
    return null
  }
}

function xmlEncoding(body: Uint8Array): string | null {
  const start = Buffer.from(body.buffer, body.byteOffset, Math.min(body.byteLength, 1024)).toString('latin1')
  const label = /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([^"']+)["']/.exec(start)?.[1]
  const name = label === undefined ? null : known(labelToName(label))
  // Who could read these letters doesn't read UTF-16.
  return name?.startsWith('UTF-16') ? 'UTF-8' : name
}

const guessEncoding = (body: Uint8Array) => (isUtf8(body) ? 'UTF-8' : 'windows-1252')
