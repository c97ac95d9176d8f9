import type { Url } from '#data/url/brand.ts'
import { decoded } from '#data/url/go-between-codes.ts'
import { normalizeUrl } from '#data/url/normalize-url.ts'

/** Words by which hosts and paths say that they ask for consent or for who one is, before they let a reader go back. */
const gateWords =
  /(?:^|[./_-])(?:consent|consentement|cmp|guce|privacy|cookies?|cookiewall|gdpr|rgpd|idp|sso|login|signin|auth|oauth2?|openid|cas|shibboleth|identity|identite|passport|connexion)(?:$|[./_-])/i
/** Parameters that name where one is sent back; unlike `from`, `ref` or `source`, which tell where one came from. */
const wayBack =
  /^\.?(?:back\w*|return\w*|redir\w*|next|continue|done|goto|go|dest\w*|target\w*|service|callback\w*|ru|rurl|relaystate|forward\w*|success\w*|resume|then|url|u|uri|to)$/i
const moreThanAddress = /^(?:url|u|uri|to|go|target\w*)$/i

/**
 * Whether a redirect from `page` to another host could be a way round over it rather than where the page went:
 * - 'named': it names the page as where it sends back, as consent and identity hosts do;
 * - 'worded': only its name is one of such hosts;
 * - null: neither. Pure.
 */
export function couldBeDetour(page: Url, to: Url): 'named' | 'worded' | null {
  const { host, pathname, searchParams } = new URL(to)
  if (host === new URL(page).host) return null
  const isGate = gateWords.test(host) || gateWords.test(pathname)
  const names = [...searchParams].some(
    ([name, value]) => wayBack.test(name) && (isGate || !moreThanAddress.test(name)) && isOf(page, value),
  )
  return names ? 'named' : isGate ? 'worded' : null
}

/** What tells a site where its reader came from, and not where to go. */
const cameFrom = /^(?:from|ref|refer+er|source|src|via|utm_\w+)$/i
const addressInPath = /https?(?::|%3A)(?:\/|%2F)+[^/].*$/i

/** Whether `to`, on another host, holds an address of the page's host anywhere: a way over it could come back. Pure. */
export function namesPage(page: Url, to: Url): boolean {
  const { host, pathname, searchParams } = new URL(to)
  if (host === new URL(page).host) return false
  const inPath = addressInPath.exec(pathname)?.[0] ?? ''
  return isOf(page, inPath) || [...searchParams].some(([name, value]) => !cameFrom.test(name) && isOf(page, value))
}

/** An address of the page's host, perhaps escaped once more, or in base64. */
function isOf(page: Url, value: string): boolean {
  const plain = value.startsWith('aHR0c') ? Buffer.from(value, 'base64').toString('latin1') : value
  const address = normalizeUrl(/^https?%3A/i.test(plain) ? (decoded(plain) ?? '') : plain)
  return address !== null && new URL(address).host === new URL(page).host
}
