import type { Url } from './brand.ts'
import { normalizeUrl } from './normalize-url.ts'

const withScheme = /^https?:\/\/[^/]/i
const bareHost =
  /^(?:\/\/)?((?:[^\s/?#@:.]+\.)+[^\s/?#@:.]*[^\s/?#@:.\d][^\s/?#@:.]*|localhost|\d+\.\d+\.\d+\.\d+)\.?(?=$|[/?#]|:\d)/i

/**
 * Reads an address as people write it in a list: as normalizeUrl, and `www.example.fr` without a scheme too. That gets
 * http://: it reaches old sites that never had a certificate, and the others answer it with a redirect, which costs no
 * click. Null for any other scheme ('htp://x'), an e-mail address, spaces inside, or a single word.
 */
export function readAddress(raw: string): Url | null {
  const text = raw.replace(/^[\s\u200b\u2060<]+|[\s\u200b\u2060>]+$/g, '')
  if (/\s/.test(text)) return null
  if (withScheme.test(text)) return normalizeUrl(text)
  return bareHost.test(text) ? normalizeUrl(`http://${text.replace(/^\/\//, '')}`) : null
}
