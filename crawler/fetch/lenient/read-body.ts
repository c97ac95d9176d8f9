import type { LenientHead } from './read-head.ts'
import { isChunked, valuesOf } from './read-head.ts'

/** How the body of an answer came to its end: 'cut' before it, 'bad': its chunks are none. */
export type BodyEnd = 'whole' | 'cut' | 'bad'

/** Takes the body of an answer out of its framing while the bytes come in. */
export interface BodyReader {
  /** The bytes of the body among the next bytes of the connection. */
  readonly push: (bytes: Buffer) => readonly Buffer[]
  /** Set once the body has ended by itself: nothing more is read. */
  readonly ended: () => BodyEnd | null
  /** What it is when the connection ends here. */
  readonly end: () => BodyEnd
  /** A strict reader would have refused the framing. */
  readonly isIrregular: () => boolean
}

/**
 * By the rules of Chromium (HttpStreamParser::CalculateResponseBodySize): chunks before any length; a length that is no
 * number at least 0 is none, and without one the body ends with the connection.
 */
export function readBody(head: LenientHead, method: string): BodyReader {
  const { status, flatHeaders, knowsChunks } = head
  if (method === 'HEAD' || status === 204 || status === 205 || status === 304) return fixed(0)
  if (knowsChunks && isChunked(flatHeaders)) return chunked()
  const length = valuesOf(flatHeaders, 'content-length')[0] ?? ''
  return /^\d{1,15}$/.test(length) ? fixed(Number(length)) : untilClosed()
}

const regular = () => false

function untilClosed(): BodyReader {
  return { push: bytes => [bytes], ended: () => null, end: () => 'whole', isIrregular: regular }
}

function fixed(length: number): BodyReader {
  let left = length
  return {
    push(bytes) {
      const taken = bytes.subarray(0, left)
      left -= taken.length
      return taken.length > 0 ? [taken] : []
    },
    ended: () => (left === 0 ? 'whole' : null),
    end: () => (left === 0 ? 'whole' : 'cut'),
    isIrregular: regular,
  }
}

/** Beyond it a line between chunks is none (Chromium's kMaxLineBufLen). */
const maxLine = 16_384

/** HttpChunkedDecoder: spaces after the size, lines that end in LF alone; trailers are passed over. */
function chunked(): BodyReader {
  let state: 'size' | 'data' | 'after' | 'trailer' | BodyEnd = 'size'
  let left = 0
  let line = ''
  let isIrregular = false

  /** Takes one line, or the beginning of one; returns how many bytes it took. */
  const readLine = (bytes: Buffer): number => {
    const end = bytes.indexOf(0x0a)
    const taken = end < 0 ? bytes.length : end + 1
    line += bytes.toString('latin1', 0, taken)
    if (line.length > maxLine) state = 'bad'
    else if (end >= 0) {
      onLine(line)
      line = ''
    }
    return taken
  }
  const onLine = (raw: string) => {
    if (!raw.endsWith('\r\n')) isIrregular = true
    const text = raw.replace(/\r?\n$/, '')
    if (state === 'size') onSize(text)
    else if (state === 'after') state = text === '' ? 'size' : 'bad'
    else if (text === '') state = 'whole'
  }
  const onSize = (text: string) => {
    const size = text.split(';', 1)[0]!
    if (/[ \t]$/.test(size)) isIrregular = true
    const digits = /^0*([0-9a-f]{1,12}) *$/i.exec(size)?.[1]
    if (digits === undefined) return void (state = 'bad')
    left = Number.parseInt(digits, 16)
    state = left === 0 ? 'trailer' : 'data'
  }
  return {
    push(bytes) {
      const found: Buffer[] = []
      for (let rest = bytes; rest.length > 0 && state !== 'whole' && state !== 'bad';) {
        if (state !== 'data') {
          rest = rest.subarray(readLine(rest))
          continue
        }
        const taken = rest.subarray(0, left)
        found.push(taken)
        left -= taken.length
        if (left === 0) state = 'after'
        rest = rest.subarray(taken.length)
      }
      return found
    },
    ended: () => (state === 'whole' || state === 'bad' ? state : null),
    end: () => (state === 'whole' || state === 'bad' ? state : 'cut'),
    isIrregular: () => isIrregular,
  }
}
