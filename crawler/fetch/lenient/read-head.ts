import { Refusal } from '../refusal.ts'

/** The head of an answer as a browser takes it. */
export interface LenientHead {
  readonly status: number
  readonly statusText: string
  /** HTTP/1.1 or later: only there are chunks known. */
  readonly knowsChunks: boolean
  /** name, value, name, value … Latin1 text. */
  readonly flatHeaders: readonly string[]
  /** A strict reader would have refused it. */
  readonly isIrregular: boolean
}

/** Where the body begins: after the first empty line, whose ends may be LF alone; -1 while there is none. Looks from `from` on. */
export function headEnd(bytes: Buffer, from = 0): number {
  for (let at = bytes.indexOf(lf, from); at >= 0; at = bytes.indexOf(lf, at + 1)) {
    if (bytes[at + 1] === lf) return at + 2
    if (bytes[at + 1] === cr && bytes[at + 2] === lf) return at + 3
  }
  return -1
}

const lf = 0x0a
const cr = 0x0d

const statusLine = /^http(?:\/(\d{1,3})\.(\d{1,3}))?[^\s]*(?:[ \t]+(\d{3})?(?!\d)[ \t]*(.*))?$/i
const regularHead =
  /^HTTP\/1\.[01] \d{3}(?: [\t\x20-\x7e\x80-\xff]*)?\r\n(?:[\w!#$%&'*+.^`|~-]+:[\t\x20-\x7e\x80-\xff]*\r\n)*\r\n$/
const token = /^[\w!#$%&'*+.^`|~-]+$/
/** Junk that may stand before the status line, as servers leave it there. */
const maxJunk = 4

/**
 * Reads a head by the rules of Chromium (net/http: HttpUtil::AssembleRawHeaders, HttpResponseHeaders, HttpStreamParser):
 * CR and LF both end a line, a line that begins with a space goes on with the one before, and what is no header is passed
 * over. A Refusal where Chromium refuses, too: no HTTP, a NUL, or fields that contradict themselves, as an answer smuggled
 * into another would have. O(bytes).
 */
export function readLenientHead(bytes: Buffer): LenientHead | Refusal {
  const head = readStoredHead(bytes)
  const contradiction = head instanceof Refusal ? null : contradicted(head.flatHeaders)
  return contradiction === null ? head : new Refusal('protocol', `two different values of ${contradiction}`, 'LENIENT')
}

/** The same of an answer that stands alone, as in an archive: fields may contradict themselves, since no other answer can hide there. */
export function readStoredHead(bytes: Buffer): LenientHead | Refusal {
  const text = bytes.toString('latin1')
  const start = text.slice(0, maxJunk + 4).search(/http/i)
  if (start < 0 || text.includes('\0')) return new Refusal('protocol', 'the answer is not HTTP', 'LENIENT')
  const [first = '', ...lines] = text.slice(start).split(/[\r\n]+/)
  const status = statusLine.exec(first)
  if (status === null) return new Refusal('protocol', 'the answer has no status line', 'LENIENT')
  const flatHeaders = readFields(lines)
  const [, major = '1', minor = '0', code = '200', statusText = ''] = status
  return {
    status: Number(code),
    statusText: statusText.trim(),
    knowsChunks: Number(major) > 1 || (Number(major) === 1 && Number(minor) >= 1),
    flatHeaders,
    isIrregular: !regularHead.test(text) || hasOddLength(flatHeaders),
  }
}

function readFields(lines: readonly string[]): string[] {
  const flat: string[] = []
  let isField = false
  for (const line of lines) {
    if (/^[ \t]/.test(line)) {
      if (isField) flat.push(`${flat.pop()} ${line.trim()}`.trim())
      continue
    }
    const colon = line.indexOf(':')
    const name = line.slice(0, Math.max(colon, 0)).trim()
    isField = token.test(name)
    if (isField) flat.push(name, line.slice(colon + 1).trim())
  }
  return flat
}

/** All values of one header, in the order they came. `name` in lower case. */
export function valuesOf(flatHeaders: readonly string[], name: string): string[] {
  return flatHeaders.filter((_value, at) => at % 2 === 1 && flatHeaders[at - 1]!.toLowerCase() === name)
}

/** As Chromium asks: 'chunked' stands anywhere in the header. */
export const isChunked = (flatHeaders: readonly string[]): boolean =>
  valuesOf(flatHeaders, 'transfer-encoding').some(value =>
    value.split(',').some(coding => coding.trim().toLowerCase() === 'chunked'),
  )

/** Which of the fields that may stand once stands with two values; with chunks no length counts, so it can't contradict. */
function contradicted(flatHeaders: readonly string[]): string | null {
  const once = isChunked(flatHeaders) ? ['location'] : ['content-length', 'location']
  return once.find(name => new Set(valuesOf(flatHeaders, name)).size > 1) ?? null
}

function hasOddLength(flatHeaders: readonly string[]): boolean {
  const lengths = valuesOf(flatHeaders, 'content-length')
  return (
    lengths.length > 1 || lengths.some(value => !/^\d+$/.test(value)) || (lengths.length > 0 && isChunked(flatHeaders))
  )
}
