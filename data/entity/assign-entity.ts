import type { Lru, Url } from '../url/brand.ts'
import { readLru } from '../url/lru.ts'
import type { Place } from './read-place.ts'
import { readPlace } from './read-place.ts'
import { foldLru } from './web-entity.ts'

/** The prefixes that end on one host. */
interface HostNode<E> {
  /** By what follows the host: '' for the host itself, ':8080', '/blog', '/profile.php?id=3'. Null while there is none: a crawl
   *  finds many hosts, and most are owned as a whole. */
  exact: Map<string, E> | null
  /** Longest key that `exact` had, so that deep pages aren't looked up step by step. */
  longest: number
  /** Lengths of keys of `exact`, past ones included: a look-up elsewhere would cost as much as the address is long. */
  lengths: Set<number> | null
  /** Owner of the host and all below it. */
  whole: { readonly entity: E } | null
}

/** Which entity owns an address: a table of prefixes asked by longest match. */
export interface PrefixTable<E> {
  /**
   * The entity of the longest prefix: of the exact host the longest path, then the host, then `h:*|` of the host and its
   * parents, nearest first. An `h:*|` that a link gave to a platform doesn't reach the actors on it. O(steps + labels).
   */
  readonly find: (url: Url) => E | null
  /** Adds or replaces. */
  readonly add: (lru: Lru, entity: E) => void
  /** Returns whether it was there. */
  readonly remove: (lru: Lru) => boolean
  /** Whether exactly this prefix has an owner: what discoveredPrefix asks. */
  readonly has: (lru: Lru) => boolean
  readonly get: (lru: Lru) => E | null
}

/** A prefix table of `entries`. Prefixes are folded as their platforms fold them; of two equal ones the last counts. */
export function buildPrefixTable<E>(entries: Iterable<{ readonly lru: Lru; readonly entity: E }>): PrefixTable<E> {
  const hosts = new Map<string, HostNode<E>>()
  const table: PrefixTable<E> = {
    find: url => findIn(hosts, readPlace(url)),
    add: (lru, entity) => addTo(hosts, lru, entity),
    remove: lru => removeFrom(hosts, lru),
    has: lru => entryOf(hosts, lru) !== null,
    get: lru => entryOf(hosts, lru)?.entity ?? null,
  }
  for (const { lru, entity } of entries) table.add(lru, entity)
  return table
}

function findIn<E>(hosts: ReadonlyMap<string, HostNode<E>>, place: Place): E | null {
  const { host, rest, actor } = place
  const node = hosts.get(host)
  if (node !== undefined) {
    const exact = longestExact(node, rest)
    if (exact !== undefined) return exact
  }
  if (actor !== null && actor.rest !== '') return null
  for (let parent = host; ;) {
    const whole = hosts.get(parent)?.whole
    if (whole != null) return whole.entity
    if (parent === actor?.host) return null
    const dot = parent.indexOf('.')
    if (dot < 0) return null
    parent = parent.slice(dot + 1)
  }
}

/** The longest key of `node` that is `rest` or ends where a segment of it does. */
function longestExact<E>({ exact, longest, lengths }: HostNode<E>, rest: string): E | undefined {
  if (exact === null) return undefined
  for (let end = rest.length; end > 0; end = lastBoundary(rest, Math.min(end, longest + 1) - 1)) {
    const entity = end <= longest && lengths?.has(end) === true ? exact.get(rest.slice(0, end)) : undefined
    if (entity !== undefined) return entity
  }
  return exact.get('')
}

/** The last place at or before `from` where a segment of `rest` begins; 0 at its beginning. */
function lastBoundary(rest: string, from: number): number {
  for (let at = from; at > 0; at -= 1) {
    const code = rest.charCodeAt(at)
    // '/', '?', '&'
    if (code === 47 || code === 63 || code === 38) return at
  }
  return 0
}

function addTo<E>(hosts: Map<string, HostNode<E>>, lru: Lru, entity: E): void {
  const { host, rest, subdomains } = readLru(foldLru(lru))
  const node = hosts.get(host) ?? { exact: null, longest: 0, lengths: null, whole: null }
  hosts.set(host, node)
  if (subdomains) node.whole = { entity }
  else {
    ;(node.exact ??= new Map()).set(rest, entity)
    ;(node.lengths ??= new Set()).add(rest.length)
  }
  node.longest = Math.max(node.longest, rest.length)
}

function removeFrom<E>(hosts: Map<string, HostNode<E>>, lru: Lru): boolean {
  const { host, rest, subdomains } = readLru(foldLru(lru))
  const node = hosts.get(host)
  if (node === undefined) return false
  const was = subdomains ? node.whole !== null : (node.exact?.delete(rest) ?? false)
  if (subdomains) node.whole = null
  // `longest` and `lengths` stay as they are: a host may have as many prefixes as a platform has actors.
  if ((node.exact === null || node.exact.size === 0) && node.whole === null) hosts.delete(host)
  return was
}

function entryOf<E>(hosts: ReadonlyMap<string, HostNode<E>>, lru: Lru): { readonly entity: E } | null {
  const { host, rest, subdomains } = readLru(foldLru(lru))
  const node = hosts.get(host)
  if (node === undefined) return null
  if (subdomains) return node.whole
  const entity = node.exact?.get(rest)
  return entity === undefined ? null : { entity }
}
