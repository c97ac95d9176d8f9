import { maxHeadBytes } from './walk-records.ts'

/** The first lines of an HTTP answer as an archive holds it, and its body. Latin1 text; names and values in a row. */
export interface HttpBlock {
  readonly status: number
  readonly statusText: string
  /** name, value, name, value … */
  readonly flatHeaders: readonly string[]
  readonly body: Buffer
}

/** Reads the block of a response record; null if it is no HTTP, or its head is longer than `maxHeadBytes`. Folded lines (RFC 9112, 5.2) are joined. */
export function readHttpBlock(block: Buffer): HttpBlock | null {
  const end = headEnd(block.subarray(0, maxHeadBytes))
  if (end.length === 0 && block.length > maxHeadBytes) return null
  const lines = block
    .subarray(0, end.at)
    .toString('latin1')
    .replace(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)
  const status = /^HTTP\/\d(?:\.\d)? (\d{3})(?: (.*))?$/.exec(lines[0] ?? '')
  if (status === null) return null
  const flatHeaders: string[] = []
  for (const line of lines.slice(1)) {
    const colon = line.indexOf(':')
    if (colon > 0) flatHeaders.push(line.slice(0, colon).trim(), line.slice(colon + 1).trim())
  }
  return {
    status: Number(status[1]),
    statusText: status[2] ?? '',
    flatHeaders,
    body: block.subarray(end.at + end.length),
  }
}

function headEnd(block: Buffer): { readonly at: number; readonly length: number } {
  const crlf = block.indexOf('\r\n\r\n')
  const lf = block.indexOf('\n\n')
  if (crlf >= 0 && (lf < 0 || crlf < lf)) return { at: crlf, length: 4 }
  return lf >= 0 ? { at: lf, length: 2 } : { at: block.length, length: 0 }
}
