import { plainName } from '#data/entity/plain-name.ts'
import { statuses, type Status } from '#data/vocabulary/statuses.ts'
import { formatNumber } from '#data/table/format-number.ts'
import type { Value } from '#data/table/column.ts'
import { readListCell } from '#data/table/list-cell.ts'
import { countryCode } from './country-code.ts'
import type { ImportedNode } from './imported-network.ts'
import type { OwnColumns, RawNode } from './raw-network.ts'
import type { NamedValue } from '../read/named-values.ts'

type Fact =
  | 'label'
  | 'homepage'
  | 'country'
  | 'kind'
  | 'status'
  | 'prefixes'
  | 'startPages'
  | 'datedNames'
  | 'datedPrefixes'
  | 'pagesFetched'
  | 'selfLinks'

/** How other tools call what this project knows; names are compared in lower case, without accents, spaces as _. */
const factNames: Readonly<Record<Fact, readonly string[]>> = {
  label: ['label', 'name', 'nom', 'title'],
  homepage: ['homepage', 'home_page', 'url', 'website', 'site', 'address', 'adresse', 'site_web'],
  country: ['country', 'pays'],
  kind: ['kind'],
  status: ['status', 'statut'],
  prefixes: ['prefixes', 'prefixes_as_url'],
  startPages: ['start_pages', 'startpages'],
  datedNames: ['dated_names'],
  datedPrefixes: ['dated_prefixes'],
  pagesFetched: ['pages_fetched', 'pages_crawled'],
  selfLinks: ['self_links'],
}

/** What another tool notes for itself; it says nothing about the site. Hyphe's, and Gephi's drawing. */
const leftOut: ReadonlySet<string> = new Set(
  (
    'crawled crawling_status indexing_status indegree in_degree out_degree creation_date creation_timestamp ' +
    'creation_date_as_timestamp last_modification_date last_modification_timestamp last_modification_date_as_timestamp ' +
    'prefixes_as_lru technical_info id mode undirected_degree outdegree pages_total suid selected shared_name'
  ).split(' '),
)

/** A file has few names and many rows. */
const plainKeys = new Map<string, string>()

/** As plainName, of the name of a column or an attribute. */
export function plainKey(name: string): string {
  const known = plainKeys.get(name)
  if (known !== undefined) return known
  const key = plainName(name)
  if (plainKeys.size < 10_000) plainKeys.set(name, key)
  return key
}

export const isLeftOut = (name: string): boolean => leftOut.has(plainKey(name))

function texts(value: Value): readonly string[] {
  if (value === null || value === '') return []
  if (typeof value === 'number') return [formatNumber(value)]
  if (typeof value === 'boolean') return [String(value)]
  return typeof value === 'string' ? [value.trim()] : value
}

const first = (value: Value) => texts(value)[0] ?? ''

function parseStatus(text: string): Status | null {
  return statuses.find(status => status === text.trim().toUpperCase()) ?? null
}

type Facts = Omit<ImportedNode, 'id' | 'x' | 'y' | 'size' | 'colour' | 'line'>

const spaced = (value: Value) =>
  texts(value)
    .flatMap(text => text.split(/\s+/))
    .filter(text => text !== '')

/** Our own columns of lists, which another tool may have kept as one text. */
const listed = (value: Value): readonly string[] => (typeof value === 'string' ? readListCell(value) : texts(value))

/** Hyphe marks the categories of its tags. */
const category = (name: string) => name.replace(/ \(TAGS\)$/, '').trim()

function sortedTags(tags: readonly (readonly [string, string])[]): readonly (readonly [string, string])[] {
  return tags.toSorted((a, b) => compare(a[0], b[0]))
}

export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Hyphe's networks say how its crawl stands. */
export function isFromHyphe({ attributes }: Pick<RawNode, 'attributes'>): boolean {
  const names = attributes.map(([name]) => plainKey(name))
  return names.includes('crawling_status') && names.includes('indexing_status')
}

/** Hyphe joins several tags of one category by bars. */
const split = (texts: readonly string[]) =>
  texts.flatMap(text => text.split('|').map(part => part.trim())).filter(part => part !== '')

/** Understands the attributes of a node from another tool: known facts, and every further one a tag of its name. */
export function foreignFacts(node: RawNode): Facts {
  const valuesOf = isFromHyphe(node) ? (value: Value) => split(texts(value)) : texts
  const claimed = new Set<NamedValue>()
  const take = (fact: Fact): Value => {
    for (const name of factNames[fact]) {
      const found = node.attributes.find(([other, value]) => plainKey(other) === name && first(value) !== '')
      if (found && (fact !== 'status' || parseStatus(first(found[1])))) {
        claimed.add(found)
        return found[1]
      }
    }
    return null
  }
  const named = first(take('label'))
  const [pagesFetched, selfLinks] = [wholeNumber(take('pagesFetched')), wholeNumber(take('selfLinks'))]
  // Many tools write the label twice, as name too; igraph's name is the id.
  const repeatsLabel = ([name, value]: NamedValue) =>
    factNames.label.includes(plainKey(name)) && [node.label || named, node.id].includes(first(value))
  return {
    label: node.label || named || node.id,
    homepage: first(take('homepage')),
    country: countryCode(first(take('country'))),
    kind: first(take('kind')),
    status: parseStatus(first(take('status'))),
    prefixes: spaced(take('prefixes')),
    startPages: spaced(take('startPages')),
    datedNames: listed(take('datedNames')),
    datedPrefixes: listed(take('datedPrefixes')),
    tags: sortedTags(
      node.attributes
        .filter(one => !claimed.has(one) && !isLeftOut(one[0]) && !repeatsLabel(one))
        .flatMap(([name, value]) => valuesOf(value).map(text => [category(name), text] as const)),
    ),
    pagesFetched,
    selfLinks,
    community: null,
    values: {},
  }
}

function wholeNumber(value: Value): number {
  const number = typeof value === 'number' ? value : Number(first(value))
  return Number.isSafeInteger(number) && number > 0 ? number : 0
}

const count = (value: Value | undefined): number => (typeof value === 'number' ? value : 0)

/** Understands the attributes of a node in a file that this project wrote. */
export function ownFacts(node: RawNode, { measures, tags }: OwnColumns): Facts {
  const named = new Map(node.attributes)
  const text = (name: string) => {
    const value = named.get(name) ?? null
    return typeof value === 'string' ? value : first(value)
  }
  const community = named.get('community')
  const valuesOf = (value: Value) => (typeof value === 'string' ? readListCell(value) : texts(value))
  return {
    label: node.label,
    homepage: text('homepage'),
    country: text('country'),
    kind: text('kind'),
    status: parseStatus(text('status')),
    prefixes: spaced(text('prefixes')),
    startPages: spaced(text('start_pages')),
    datedNames: valuesOf(named.get('dated_names') ?? null),
    datedPrefixes: valuesOf(named.get('dated_prefixes') ?? null),
    tags: [...tags].flatMap(([name, tag]) => valuesOf(named.get(name) ?? null).map(value => [tag, value] as const)),
    pagesFetched: count(named.get('pages_fetched')),
    selfLinks: count(named.get('self_links')),
    community: typeof community === 'number' ? community : null,
    values: Object.fromEntries(measures.map(({ id }) => [id, named.get(id) ?? null])),
  }
}
