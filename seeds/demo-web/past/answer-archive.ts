import { type Answer, html, plainPage } from '../answer.ts'
import { allCaptures, type Capture } from './captures.ts'

/** The invented archive is a part of the invented web. */
export const archiveHost = 'archives-du-web.example'

/** As `crawl --from` names it. */
export const archiveAddress = `http://${archiveHost}/web/`

/**
 * What the invented archive answers for `path`, in the forms of the Wayback Machine: its index (`/cdx/search/cdx`) and captures as they
 * came (`/web/<14 digits>id_/<address>`). Null: no path of the archive's.
 */
export function answerArchive(path: string): Answer | null {
  if (path.startsWith('/cdx/search/cdx?')) return index(new URL(path, `http://${archiveHost}`).searchParams)
  const [, digits, address] = /^\/web\/(\d{14})(?:id_)?\/(.+)$/.exec(path) ?? []
  if (digits === undefined || address === undefined) return null
  const found = byAddress()
    .get(address)
    ?.find(one => one.digits === digits)
  return found === undefined
    ? html(plainPage('Archives du web public', 'Page non archivée / not archived'), 404)
    : replay(found)
}

let captures: ReadonlyMap<string, readonly Capture[]> | null = null

function byAddress(): ReadonlyMap<string, readonly Capture[]> {
  captures ??= Map.groupBy(allCaptures(), ({ url }) => url)
  return captures
}

/** An array of arrays, the first of names: all captures of an address, or of what begins with it, in one answer. */
function index(asked: URLSearchParams): Answer {
  const address = keyOf(asked.get('url') ?? '')
  const isPrefix = asked.get('matchType') === 'prefix'
  const [from, to] = [asked.get('from') ?? '', asked.get('to') ?? '9']
  const names = (asked.get('fl') ?? 'timestamp,original,statuscode,digest').split(',')
  const rows = allCaptures()
    .filter(({ url }) => (isPrefix ? keyOf(url).startsWith(address) : keyOf(url) === address))
    .filter(({ digits }) => digits >= from && digits <= to)
    .map(({ url, digits, answer, digest }): Readonly<Record<string, string>> => ({
      ...{ timestamp: digits, original: url, statuscode: String(answer.status), digest },
    }))
  const table = rows.length === 0 ? [] : [names, ...rows.map(row => names.map(name => row[name] ?? '-'))]
  return { status: 200, headers: { 'content-type': 'application/json' }, body: Buffer.from(JSON.stringify(table)) }
}

/** Without scheme and `www.`, as archives look addresses up. */
const keyOf = (url: string): string =>
  url
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .replace(/\/$/, '')

function replay({ digits, url, answer }: Capture): Answer {
  const moment = digits.replace(/(....)(..)(..)(..)(..)(..)/, '$1-$2-$3T$4:$5:$6Z')
  const { location } = answer.headers
  return {
    ...answer,
    headers: {
      ...answer.headers,
      'memento-datetime': new Date(moment).toUTCString(),
      link: `<${url}>; rel="original"`,
      ...(location !== undefined && { location: `/web/${digits}id_/${location}` }),
    },
  }
}
