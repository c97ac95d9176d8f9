import { trimEnd, trimStart } from '../trim-text.ts'
import type { Url } from './brand.ts'
import { normalizeUrl } from './normalize-url.ts'

const withScheme = /^https?:\/\/[^/]/i
const beginning = /^(?:\/\/)?([^\s/?#@:]+)(?=$|[/?#]|:\d)/
const around = { start: /[\s\u200b\u2060<]/, end: /[\s\u200b\u2060>]/ }

/**
 * Reads an address as people write it in a list: as normalizeUrl, and `www.example.fr` without a scheme too. That gets
 * http://: it reaches old sites that never had a certificate, and the others answer it with a redirect, which costs no
 * click. Null for any other scheme ('htp://x'), an e-mail address, spaces inside, or a single word.
 */
export function readAddress(raw: string): Url | null {
  const text = trimEnd(trimStart(raw, around.start), around.end)
  if (/\s/.test(text)) return null
  if (withScheme.test(text)) return normalizeUrl(text)
  return isHost(beginning.exec(text)?.[1] ?? '') ? normalizeUrl(`http://${text.replace(/^\/\//, '')}`) : null
}

/** Several labels of which the last is no number, an IPv4 address, or localhost; each may end in a dot. */
function isHost(written: string): boolean {
  const host = written.endsWith('.') ? written.slice(0, -1) : written
  if (/^(?:localhost|\d+\.\d+\.\d+\.\d+)$/i.test(host)) return true
  const labels = host.split('.')
  return labels.length > 1 && !labels.includes('') && /\D/.test(labels.at(-1)!)
}
