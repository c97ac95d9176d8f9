import type { Url } from './brand.ts'

/** What tells entities apart in an address: the host without `www.`, and `rest`: ':8080/a/b?c=d', empty for a start page. */
export interface SplitAddress {
  readonly host: string
  /** Non-default port, path without trailing slashes, query. */
  readonly rest: string
}

/** Takes `url` apart. Scheme, a leading `www.` and the slash at the path's end make no difference. */
export function readParts(url: Url): SplitAddress {
  const start = url.indexOf('//') + 2
  const slash = url.indexOf('/', start)
  const colon = url.indexOf(':', start)
  // In '[::1]:80' the port's colon is the one after the bracket.
  const hostEnd = url[start] === '[' ? url.indexOf(']', start) + 1 : colon < 0 || colon > slash ? slash : colon
  const host = bareHost(url.slice(start, hostEnd))
  return { host, rest: slash === url.length - 1 ? url.slice(hostEnd, slash) : restOf(url.slice(hostEnd)) }
}

/** `www.` off, but not where it is the name itself: www.fr stays. */
export function bareHost(host: string): string {
  return host.startsWith('www.') && host.indexOf('.', 4) > 0 ? host.slice(4) : host
}

function restOf(text: string): string {
  const query = text.indexOf('?')
  const end = query < 0 ? text.length : query
  const path = withoutSlashes(text.slice(0, end))
  if (query < 0) return path
  return (path.includes('/') ? path : `${path}/`) + text.slice(query)
}

function withoutSlashes(path: string): string {
  let end = path.length
  while (end > 0 && path.charCodeAt(end - 1) === 47) end -= 1
  return path.slice(0, end)
}

/** IPv4 or bracketed IPv6, as the URL standard writes them: no public name ends in a number. */
export function isIpHost(host: string): boolean {
  return host.startsWith('[') || /(?:^|\.)\d+$/.test(host)
}

/** The port with its colon, or empty. */
export function portOf(rest: string): string {
  return /^:\d+/.exec(rest)?.[0] ?? ''
}
