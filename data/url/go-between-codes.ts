/** Proofpoint's second form: '-' for '%', '_' for '/', then percent-encoded. After its own urldecode.py. */
export function proofpointV2({ searchParams }: URL): string | null {
  const coded = searchParams.get('u')
  return coded === null ? null : decoded(coded.replaceAll('-', '%').replaceAll('_', '/'))
}

const runLengths = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/**
 * Proofpoint's third form, `__ADDRESS__;BASE64!…`: each '*' of the address is the next of the characters in base64url, '**' and
 * a letter a run of them ('A' is 2). After its own urldecode.py.
 */
export function proofpointV3({ pathname, search }: URL): string | null {
  const text = pathname + search
  const [start, end] = [text.indexOf('/__'), text.lastIndexOf('__;')]
  if (start < 0 || end < start + 3) return null
  const characters = [...Buffer.from(text.slice(end + 3).split('!')[0]!, 'base64url').toString('utf8')]
  const address = text.slice(start + 3, end).replace(/\*(?:\*([\w-]))?/g, (star, run: string | undefined) => {
    const found = characters.splice(0, run === undefined ? 1 : runLengths.indexOf(run) + 2).join('')
    return found === '' ? star : found
  })
  return decoded(address.replace(/^(https?):\/+/i, '$1://'))
}

/** Bing's counted results: 'a1', then the address in base64url. */
export function bingClick({ searchParams }: URL): string | null {
  const coded = searchParams.get('u') ?? ''
  return coded.startsWith('a1') ? Buffer.from(coded.slice(2), 'base64url').toString('utf8') : null
}

/** A page through Google Translate: its host is one label, '--' for a hyphen and '-' for a dot. */
export function googleTranslated(address: URL): string | null {
  const label = address.hostname.slice(0, -'.translate.goog'.length)
  if (label === '' || label.includes('.')) return null
  const host = label.replace(/--|-/g, found => (found === '--' ? '-' : '.'))
  const own = [...address.searchParams].filter(([name]) => !name.startsWith('_x_tr_'))
  const scheme = address.searchParams.get('_x_tr_sch') === 'http' ? 'http' : 'https'
  const query = own.length === 0 ? '' : `?${new URLSearchParams(own).toString()}`
  return `${scheme}://${host}${address.pathname}${query}`
}

/** Percent-encoding undone once; null where it is none. */
export function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}
