import { decoded, parameterValues } from './go-between-codes.ts'

/** From a go-between's address to that it stands for, where it is written in a code of its own; null where it isn't. */

const base64Url = (text: string): Buffer => Buffer.from(text.replace(/=+$/, ''), 'base64url')

/** Sophos: the address in base64url under `u`; under `d` its domain alone. */
export function sophosTarget({ search }: URL): string | null {
  const [coded = ''] = parameterValues(search, 'u')
  return /^[\w-]+=*$/.test(coded) ? asUrl(base64Url(coded).toString('utf8')) : null
}

/** SegmentFault: the address in base64. */
export function segmentFaultTarget({ search }: URL): string | null {
  const [coded = ''] = parameterValues(search, 'enc')
  return asUrl(base64Url(coded.replaceAll(' ', '+')).toString('utf8'))
}

/**
 * Google News until 2024: base64url of a message (protocol buffers) in which field 4 is the address, its length before it. Later ids hold a
 * number of Google's own, and say nothing.
 */
export function googleNewsTarget({ pathname }: URL): string | null {
  const [, id = ''] = /^\/(?:rss\/)?(?:articles|read)\/([\w-]+)$/.exec(pathname) ?? []
  const message = base64Url(id)
  if (message[0] !== 0x08 || message[2] !== 0x22) return null
  const [first = 0, second = 0] = message.subarray(3, 5)
  const isLong = first >= 0x80
  const begin = isLong ? 5 : 4
  const length = isLong ? (first & 0x7f) + 128 * second : first
  return asUrl(message.subarray(begin, begin + length).toString('utf8'))
}

/** Avanan: the address between runs of three underscores; one slash of its scheme may be lost. */
export function avananTarget({ pathname, search }: URL): string | null {
  const whole = pathname + search
  const begin = whole.indexOf('/___')
  const end = whole.lastIndexOf('___.')
  return begin < 0 || end <= begin + 4 ? null : decoded(whole.slice(begin + 4, end))
}

/** Postmark: the address without its scheme, its slashes escaped. */
export function postmarkTarget({ pathname }: URL): string | null {
  const [, coded] = /^\/[23][st]\/([^/]+)\//.exec(pathname) ?? []
  return coded === undefined ? null : `https://${decoded(coded)}`
}

/** Yandex Turbo, which keeps the site's name behind the first slash, and Yandex's translated pages. */
export function turboTarget({ pathname, search }: URL): string | null {
  const [, scheme, translated] = /^\/proxy_u\/[^/]+\/(https?)\/(.+)$/.exec(pathname) ?? []
  if (translated !== undefined) return `${scheme}://${translated}${search}`
  const [, host, path] = /^\/(?:turbo\/)?([\w-]+(?:\.[\w-]+)+)\/s\/(.*)$/.exec(pathname) ?? []
  return host === undefined ? null : `https://${host}/${path}${search}`
}

/** After '0', a letter stands for a sign or a part of an address. */
const feedSigns: Readonly<Record<string, string>> = {
  A: '0', B: '.', C: '/', D: '?', E: '-', F: '=', G: '&', H: ',', I: '_', J: '%', K: '+', L: 'http://', M: 'https://', N: '.com', O: '.co.uk',
  P: ';', Q: '|', R: ':', S: 'www.', T: '#', U: '$', V: '~', W: '!', X: '(', Y: ')', Z: 'Z',
} // prettier-ignore

/** FeedsPortal, closed since 2016: the address as the last step but one of the path. */
export function feedsPortalTarget({ pathname }: URL): string | null {
  const [, coded] = /\/([\dA-Za-z]+)\/story01\.htm$/.exec(pathname) ?? []
  if (coded === undefined || !/^0[LM]/.test(coded)) return null
  return asUrl(coded.replace(/0([A-Z])/g, (_, letter: string) => feedSigns[letter]!))
}

const asUrl = (text: string): string | null => (/^https?:\/\//.test(text) ? text : null)
