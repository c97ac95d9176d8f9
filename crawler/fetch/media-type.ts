export interface MediaType {
  /** 'text/html': lower case, without parameters. */
  readonly essence: string
  /** Label of the charset parameter as written, or null. */
  readonly charset: string | null
}

const essencePattern = /^[\t\n\r ]*([!#$%&'*+.^_`|~\w-]+\/[!#$%&'*+.^_`|~\w-]+)[\t\n\r ]*(?:;|$)/
const charsetPattern = /;[\t\n\r ]*charset[\t\n\r ]*=[\t\n\r ]*(?:"([^"]*)"|'([^']*)'|([^\t\n\r ;,]+))/i

/**
 * Reads a Content-Type as browsers do: of several joined by commas the last readable one counts (Fetch standard,
 * "extract a MIME type"). Null if none is readable.
 */
export function readMediaType(header: string | undefined): MediaType | null {
  let found = null as MediaType | null
  for (const part of (header ?? '').split(',')) {
    const essence = essencePattern.exec(part)?.[1]?.toLowerCase()
    if (essence === undefined || essence === '*/*') continue
    const match = charsetPattern.exec(part)
    const charset: string | null =
      match?.[1] ?? match?.[2] ?? match?.[3] ?? (found?.essence === essence ? found.charset : null)
    found = { essence, charset }
  }
  return found
}

const htmlTypes = new Set(['text/html', 'application/xhtml+xml'])
const xmlTypes = new Set(['text/xml', 'application/xml'])
const unknownTypes = new Set(['', 'unknown/unknown', 'application/unknown'])

/** 'html', 'other', or 'unknown' and 'xml': then the first bytes tell (see looksLikeHtml, looksLikeXhtml). `essence` is '' for no type. */
export function kindOfDocument(essence: string): 'html' | 'other' | 'unknown' | 'xml' {
  if (htmlTypes.has(essence)) return 'html'
  if (xmlTypes.has(essence)) return 'xml'
  return unknownTypes.has(essence) ? 'unknown' : 'other'
}

const htmlStart =
  /^(?:\xef\xbb\xbf)?[\t\n\f\r ]*(?:<\?xml[^>]*>[\t\n\f\r ]*)?(?:<!--|<(?:!doctype html|html|head|script|iframe|h1|div|font|table|a|style|title|b|body|br|p|meta)[\t\n\f\r />])/i

/** Whether bytes without a declared type begin as HTML (MIME Sniffing standard, 7.1, with the head's elements). */
export function looksLikeHtml(body: Uint8Array): boolean {
  return htmlStart.test(Buffer.from(body.buffer, body.byteOffset, Math.min(body.length, 1445)).toString('latin1'))
}

const xhtmlStart = /<(?:[\w.-]{1,40}:)?html\s[^>]{0,2000}?["']http:\/\/www\.w3\.org\/1999\/xhtml["']/

/** Whether XML begins as a page: its root is XHTML's. Feeds and sitemaps are none. */
export function looksLikeXhtml(body: Uint8Array): boolean {
  return xhtmlStart.test(Buffer.from(body.buffer, body.byteOffset, Math.min(body.length, 4096)).toString('latin1'))
}
