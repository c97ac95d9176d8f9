/** Proofpoint's second form: '-' for '%', '_' for '/', then percent-encoded. After its own urldecode.py. */
export function proofpointV2({ search }: URL): string | null {
  const [coded] = parameterValues(search, 'u')
  return coded === undefined ? null : decoded(coded.replaceAll('-', '%').replaceAll('_', '/'))
}

const runLengths = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/**
 * Proofpoint's third form, `__ADDRESS__;BASE64!…`: each '*' of the address is the next of the characters in base64url, '**' and
 * a letter a run of them ('A' is 2). After its own urldecode.py.
 */
export function proofpointV3({ pathname, search }: URL): string | null {
  const text = pathname + search
  const start = text.indexOf('/__')
  const end = text.indexOf('__;', start + 3)
  if (start < 0 || end < 0) return null
  const characters = [...Buffer.from(text.slice(end + 3).split('!')[0]!, 'base64url').toString('utf8')]
  // Undone before the stars: what they stand for may be escapes of the address itself.
  return decoded(text.slice(start + 3, end))
    .replace(/\*(?:\*([\w-]))?/g, (star, run: string | undefined) => {
      const found = characters.splice(0, run === undefined ? 1 : runLengths.indexOf(run) + 2).join('')
      return found === '' ? star : found
    })
    .replace(/^(https?):\/+/i, '$1://')
}

/** Bing's counted results: 'a1', then the address in base64url. */
export function bingClick({ search }: URL): string | null {
  const [coded = ''] = parameterValues(search, 'u')
  return coded.startsWith('a1') ? Buffer.from(coded.slice(2), 'base64url').toString('utf8') : null
}

/** Disqus: the address, ':' and a signature. */
export function disqusOut({ search }: URL): string | null {
  const [signed = ''] = parameterValues(search, 'url')
  return /^(.+?)(?::[\w-]{20,})?$/.exec(signed)?.[1] ?? null
}

/** A page through Google Translate: its host is one label. After Google's own description for advertising networks. */
export function googleTranslated({ hostname, pathname, search }: URL): string | null {
  const label = hostname.slice(0, -'.translate.goog'.length)
  if (label === '' || label.includes('.')) return null
  const [encodings = ''] = parameterValues(search, '_x_tr_enc')
  const [beginning = ''] = parameterValues(search, '_x_tr_hp')
  const coded = encodings.split(',')
  const unmarked = coded.includes('1') ? `${beginning}${label}`.replace(/^1-/, '') : `${beginning}${label}`
  const isInternational = coded.includes('0') && unmarked.startsWith('0-')
  const name = (isInternational ? unmarked.slice(2) : unmarked).replace(/\b-\b/g, '.').replaceAll('--', '-')
  const [scheme] = parameterValues(search, '_x_tr_sch')
  const own = parametersOf(search).filter(text => !text.startsWith('_x_tr_'))
  return `${scheme === 'http' ? 'http' : 'https'}://${isInternational ? 'xn--' : ''}${name}${pathname}${own.length > 0 ? `?${own.join('&')}` : ''}`
}

const parametersOf = (search: string): string[] => search.slice(1).split('&').filter(Boolean)

/** The values of a parameter of a query, decoded once as `decoded` does; '+' is a space. */
export const parameterValues = (search: string, name: string): string[] =>
  parametersOf(search)
    .filter(text => decoded(text.split('=', 1)[0]!) === name)
    .map(text => decoded(text.slice(text.indexOf('=') + 1).replaceAll('+', ' ')))

/**
 * Percent-encoding undone once, of ASCII alone: beyond it an address in normal form has the same escapes, and these may be of
 * another charset than UTF-8.
 */
export const decoded = (text: string): string =>
  text.replace(/%[0-7][\da-f]/gi, escape => String.fromCharCode(Number.parseInt(escape.slice(1), 16)))
