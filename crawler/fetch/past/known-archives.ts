import { Mistake } from '#data/mistake.ts'

/** How an archive is asked. */
export interface ArchiveService {
  /** As sentences and logs name it. */
  readonly name: string
  /** A capture stands at `<replay><14 digits>id_/<address>`, as it was captured. */
  readonly replay: string
  /** Where its index is asked, and in which dialect. */
  readonly index: string
  readonly dialect: 'wayback' | 'pywb'
  /** From the end of one answer to the next request, in milliseconds, and the same before one to the index. Never less. */
  readonly delayMs: number
  readonly indexDelayMs: number
}

/** Public archives. Addresses move: each row has its source. Delays are those that we keep, far below what each allows. */
const known: readonly ArchiveService[] = [
  // https://github.com/internetarchive/wayback/tree/master/wayback-cdx-server; limits: edgi-govdata-archiving/wayback, June 2026
  {
    name: 'wayback',
    replay: 'https://web.archive.org/web/',
    index: 'https://web.archive.org/cdx/search/cdx',
    dialect: 'wayback',
    delayMs: 1_500,
    indexDelayMs: 2_500,
  },
  // https://github.com/arquivo/pwa-technologies/wiki/APIs: 250 requests a minute to the index, 400 to mementos
  {
    name: 'arquivo',
    replay: 'https://arquivo.pt/noFrame/replay/',
    index: 'https://arquivo.pt/wayback/cdx',
    dialect: 'pywb',
    delayMs: 1_500,
    indexDelayMs: 2_500,
  },
]

/**
 * The archive that --from names: one of the table, or the address of a replay service. An address that ends in `/web/` is asked as
 * the Wayback Machine is, others as a collection of pywb. `--delay` can only lengthen what the table says.
 * @throws Mistake for what is neither.
 */
export function findArchive(from: string, delaySeconds: number): ArchiveService {
  const delayMs = delaySeconds * 1000
  const row = known.find(({ name }) => name === from)
  if (row !== undefined)
    return { ...row, delayMs: Math.max(row.delayMs, delayMs), indexDelayMs: Math.max(row.indexDelayMs, delayMs) }
  const root = /^https?:\/\//i.test(from) ? URL.parse(from) : null
  if (root === null || root.search !== '' || root.hash !== '' || root.username !== '')
    throw new Mistake({
      code: 'past-unknown-archive',
      values: { from, known: known.map(({ name }) => name).join(', ') },
    })
  const replay = root.href.endsWith('/') ? root.href : `${root.href}/`
  const pace = { delayMs, indexDelayMs: delayMs }
  return replay.endsWith('/web/')
    ? { name: root.host, replay, index: new URL('../cdx/search/cdx', replay).href, dialect: 'wayback', ...pace }
    : { name: root.host, replay, index: `${replay}cdx`, dialect: 'pywb', ...pace }
}
