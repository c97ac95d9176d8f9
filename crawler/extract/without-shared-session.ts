import type { Url } from '#data/url/brand.ts'
import { normalizeUrl } from '#data/url/normalize-url.ts'
import { sessionValue } from '#data/url/session-parameters.ts'

/** Names that may hold the id of a visit or of something to read. */
const couldBeSession = /[?&](?:sid|sessionid|session_id|sess|s)=([^&]+)/i
const parameter = /(?<=[?&])(?:sid|sessionid|session_id|sess|s)=([^&]+)&?/gi

/**
 * The addresses of a page's links without the id of the visit that all its links share: phpBB's `sid=`, which each answer
 * writes anew. Where two links of one page have different values, they name things, and stay.
 */
export function withoutSharedSession<Link extends { readonly url: Url }>(links: readonly Link[], page: Url): Link[] {
  const { host } = new URL(page)
  const values = new Set<string>()
  for (const { url } of links) {
    const value = couldBeSession.exec(url)?.[1]
    if (value !== undefined && isId(value) && isOn(host, url)) values.add(value)
  }
  const [shared] = values
  if (shared === undefined || values.size > 1) return [...links]
  return links.map(link => (isOn(host, link.url) ? { ...link, url: without(link.url, shared) } : link))
}

const isId = (value: string): boolean => sessionValue.test(value) && /\d/.test(value) && /[a-z]/i.test(value)

const isOn = (host: string, url: Url): boolean =>
  url.startsWith(`http://${host}/`) || url.startsWith(`https://${host}/`)

function without(url: Url, shared: string): Url {
  const left = url.replace(parameter, (text, value: string) => (value === shared ? '' : text)).replace(/[?&]$/, '')
  return normalizeUrl(left) ?? url
}
