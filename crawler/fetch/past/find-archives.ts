import { Mistake } from '#data/mistake.ts'
import { type ArchiveService, commonCrawlHosts, knownArchives, paceOfKnown } from './known-archives.ts'

/** An archive that --from names, and how it is asked. */
export type NamedArchive =
  /** `isGuessed`: it may have no index, and be a TimeGate. */
  | { readonly kind: 'service'; readonly service: ArchiveService; readonly isGuessed: boolean }
  | { readonly kind: 'gate'; readonly service: GateService }
  | { readonly kind: 'common-crawl'; readonly service: ArchiveService; readonly data: string }
  | { readonly kind: 'folder'; readonly name: string }

export interface GateService extends Pick<ArchiveService, 'name' | 'delayMs' | 'indexDelayMs'> {
  /** A TimeGate stands at `<gate><address>`. */
  readonly gate: string
}

/** What --from may name beside addresses and folders. */
const names = (): string => [...knownArchives.map(({ name }) => name), 'commoncrawl:CRAWL'].join(', ')

/**
 * The archives that --from names, in the order in which they are asked: names of the table, `commoncrawl:CRAWL` (`@ADDRESS`: of a copy), `memento:ADDRESS` of a
 * TimeGate, the address of a replay service, folders. `isFolder` tells those. An address that ends in `/web/` is asked as the
 * Wayback Machine is, others as a collection of pywb, and one without an index as a TimeGate. `--delay` can only lengthen what the table says.
 * @throws Mistake for what is none of them.
 */
export function findArchives(
  from: string,
  delaySeconds: number,
  isFolder: (path: string) => boolean,
): readonly NamedArchive[] {
  return from.split(',').map(part => findArchive(part.trim(), delaySeconds * 1000, isFolder))
}

function findArchive(from: string, delayMs: number, isFolder: (path: string) => boolean): NamedArchive {
  const found =
    knownNamed(from, delayMs) ?? crawlNamed(from, delayMs) ?? gateNamed(from, delayMs) ?? serviceAt(from, delayMs)
  if (found !== null) return found
  if (from !== '' && isFolder(from)) return { kind: 'folder', name: from }
  throw new Mistake({ code: 'past-unknown-archive', values: { from, known: names() } })
}

const slower = (delayMs: number) => ({
  delayMs: Math.max(paceOfKnown.delayMs, delayMs),
  indexDelayMs: Math.max(paceOfKnown.indexDelayMs, delayMs),
})

function knownNamed(from: string, delayMs: number): NamedArchive | null {
  const row = knownArchives.find(({ name }) => name === from)
  if (row === undefined) return null
  const { name, replay, shown = replay, index, dialect } = row
  const pace = slower(delayMs)
  return index === undefined || dialect === undefined
    ? { kind: 'gate', service: { name, gate: replay, ...pace } }
    : { kind: 'service', service: { name, replay, shown, index, dialect, ...pace }, isGuessed: false }
}

/** commoncrawl:CC-MAIN-2017-13, or commoncrawl:CC-MAIN-2017-13@http://mirror.example/ for a copy of index and data in one place. */
function crawlNamed(from: string, delayMs: number): NamedArchive | null {
  const [, crawl, at] = /^commoncrawl:([\w-]{1,60})(?:@(https?:\/\/.{1,500}))?$/.exec(from) ?? []
  if (crawl === undefined) return null
  const copy = at === undefined ? null : rootOf(at)
  if (at !== undefined && copy === null) return null
  const hosts = copy === null ? commonCrawlHosts : { index: copy.root, data: copy.root }
  const pace = copy === null ? slower(delayMs) : { delayMs, indexDelayMs: delayMs }
  const index = `${hosts.index}${crawl}-index`
  const service = { name: `Common Crawl ${crawl}`, replay: hosts.data, index, dialect: 'pywb' as const, ...pace }
  return { kind: 'common-crawl', service, data: hosts.data }
}

function gateNamed(from: string, delayMs: number): NamedArchive | null {
  const place = from.startsWith('memento:') ? rootOf(from.slice('memento:'.length)) : null
  return place === null
    ? null
    : { kind: 'gate', service: { name: place.host, gate: place.root, delayMs, indexDelayMs: delayMs } }
}

function serviceAt(from: string, delayMs: number): NamedArchive | null {
  const place = rootOf(from)
  if (place === null) return null
  const { host: name, root: replay } = place
  const index = replay.endsWith('/web/') ? new URL('../cdx/search/cdx', replay).href : `${replay}cdx`
  const dialect = replay.endsWith('/web/') ? ('wayback' as const) : ('pywb' as const)
  return {
    kind: 'service',
    service: { name, replay, index, dialect, delayMs, indexDelayMs: delayMs },
    isGuessed: true,
  }
}

/** With a slash at its end. Null: it is no address that captures could stand below. */
function rootOf(address: string): { readonly host: string; readonly root: string } | null {
  const url = /^https?:\/\//i.test(address) ? URL.parse(address) : null
  if (url === null || url.search !== '' || url.hash !== '' || url.username !== '') return null
  return { host: url.host, root: url.href.endsWith('/') ? url.href : `${url.href}/` }
}
