import { isSpecialAddress } from './special-address.ts'
import { trimEnd } from '../trim-text.ts'
import { words } from '../words.ts'

/**
 * Last labels under which no public name exists: special-use (RFC 6761, 6762, 7686, 9476, .internal by ICANN in 2024)
 * and what routers and companies use inside. '.example' and '.test' count as public, so that invented webs can be
 * crawled; '.invalid' needs no rule, it leads nowhere.
 */
const privateSuffixes: readonly string[] = [
  ...words('localhost local internal home.arpa onion alt'),
  ...words('localdomain lan home corp intranet private'),
]

const plainName = /^[a-z0-9_.-]+\.[a-z][a-z0-9-]*$/

/** What DNS holds, with room for other spellings (zones, percent-encoding); a name beyond it can't be read. */
const maxHostChars = 2_048

/**
 * Whether `hostname` is none of the public Web's: an IP address that is not globally reachable, in any spelling,
 * localhost, a name under a private suffix, or a single label. Never throws; what can't be read is private.
 */
export function isPrivateHost(hostname: string): boolean {
  if (hostname.length > maxHostChars) return true
  const host = plainName.test(hostname) ? hostname : canonicalHost(hostname)
  if (host === '') return true
  if (host.startsWith('[') || (/\d$/.test(host) && /^[\d.]+$/.test(host))) return isSpecialAddress(host)
  return !host.includes('.') || privateSuffixes.some(suffix => host.endsWith(suffix) && isWhole(host, suffix))
}

function isWhole(host: string, suffix: string): boolean {
  return host.length === suffix.length || host[host.length - suffix.length - 1] === '.'
}

/** As the URL standard writes it, without trailing dots; empty when it is no host. */
function canonicalHost(hostname: string): string {
  const bare = withoutZone(trimEnd(hostname, /\./))
  const bracketed = bare.includes(':') && !bare.startsWith('[') ? `[${bare}]` : bare
  const host = URL.parse(`http://${bracketed}/`)?.hostname ?? ''
  return trimEnd(host, /\./)
}

/** 'fe80::1%eth0' and '[fe80::1%eth0]' without the name of the interface. */
function withoutZone(host: string): string {
  const zone = host.includes(':') ? host.indexOf('%') : -1
  const end = host.endsWith(']') ? host.length - 1 : host.length
  return zone < 0 || host.slice(zone, end).includes(']') ? host : host.slice(0, zone) + host.slice(end)
}
