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
const unknownTypes = new Set(['', 'unknown/unknown', 'application/unknown'])

/** 'html', 'other', or 'unknown': then the first bytes tell (see looksLikeHtml). `essence` is '' for no type. */
export function kindOfDocument(essence: string): 'html' | 'other' | 'unknown' {
  if (htmlTypes.has(essence)) return 'html'
  return unknownTypes.has(essence) ? 'unknown' : 'other'
}

const htmlStart =
  /^(?:\xef\xbb\xbf)?[\t\n\f\r ]*(?:<\?xml[^>]*>[\t\n\f\r ]*)?(?:<!--|<(?:!doctype html|html|head|script|iframe|h1|div|font|table|a|style|title|b|body|br|p|meta)[\t\n\f\r />])/i

/** Whether bytes without a declared type begin as HTML (MIME Sniffing standard, 7.1, with the head's elements). */
export function looksLikeHtml(body: Uint8Array): boolean {
  return htmlStart.test(Buffer.from(body.buffer, body.byteOffset, Math.min(body.length, 1445)).toString('latin1'))
}
