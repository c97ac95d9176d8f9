import { seedId } from '#data/entity/web-entity.ts'
import { readDated } from '#data/entity/dated.ts'
import { parsePrefix } from '#data/entity/parse-prefix.ts'
import type { ImportedEntity } from '#data/store/import/imported-records.ts'
import type { EntityId, Lru, Url } from '#data/url/brand.ts'
import { normalizeUrl } from '#data/url/normalize-url.ts'
import { readAddress } from '#data/url/read-address.ts'
import type { ImportedNetwork, ImportedNode } from './imported-network.ts'
import { guessPrefixes } from './guess-prefixes.ts'
import { hyphePrefixes, plainPrefixes } from './foreign-prefixes.ts'
import { type MistakeList, mistakeList, shown } from '../read/mistake-list.ts'

export interface EntityRecords {
  readonly records: readonly ImportedEntity[]
  /** Prefixes as the file counts them. */
  readonly prefixesRead: number
  readonly remarks: readonly string[]
}

/** What was no address where one was expected, for the remarks. */
interface Odd {
  homepages: number
  prefixes: number
  startPages: number
}

/**
 * Returns the nodes of a file as entities: addresses read, prefixes understood, ids made from the address where a list
 * has none. Throws a Mistake with every line that names neither an id nor an address.
 */
export function entityRecords(network: ImportedNetwork): EntityRecords {
  const mistakes = mistakeList(network.nodesFile)
  const odd: Odd = { homepages: 0, prefixes: 0, startPages: 0 }
  const lines = new Map<EntityId, number>()
  const guesses = guessPrefixes(network.nodes)
  const records = network.nodes.flatMap((node, index) => {
    const record = entityRecord(node, network, guesses[index]!, odd)
    const before = lines.get(record.id)
    if (record.id === '') mistakes.add(node.line, noPlace(node), 'an id, or an http(s) address')
    else if (before !== undefined) addTwice(mistakes, record, before)
    lines.set(record.id, node.line)
    return record.id === '' ? [] : [record]
  })
  mistakes.throwIfAny()
  const prefixesRead = network.nodes.reduce((sum, { prefixes }) => sum + prefixes.length, 0)
  return { records, prefixesRead, remarks: remarksOf(odd) }
}

const noPlace = ({ homepage, label }: ImportedNode): string =>
  homepage === '' ? `${shown(label)} without an address` : shown(homepage)

function addTwice(mistakes: MistakeList, { id, line }: ImportedEntity, before: number): void {
  mistakes.add(line, `${shown(id)} again, after line ${before}`, 'each entity once')
}

function entityRecord(node: ImportedNode, network: ImportedNetwork, guessed: readonly Lru[], odd: Odd): ImportedEntity {
  const homepage = readAddress(node.homepage) ?? ''
  if (homepage === '' && node.homepage !== '') odd.homepages += 1
  const { lrus, urls } = prefixesOf(node, network, odd)
  const place = homepage === '' && urls[0] === undefined ? null : { url: homepage || urls[0]!, prefixes: urls }
  return {
    id: node.id || (place === null ? ('' as EntityId) : seedId(place)),
    label: node.label,
    homepage,
    country: node.country,
    kind: node.kind,
    status: node.status,
    prefixes: lrus,
    guessed,
    starts: startsOf(node.startPages, odd),
    datedNames: node.datedNames.map(readDated),
    datedPrefixes: node.datedPrefixes.map(readDated).flatMap(({ text, from, to }) => {
      const lru = parsePrefix(text)
      return lru === null ? [] : [{ lru, from, to }]
    }),
    tags: node.tags,
    pagesFetched: node.pagesFetched,
    selfLinks: node.selfLinks,
    line: node.line,
  }
}

function prefixesOf(
  node: ImportedNode,
  network: ImportedNetwork,
  odd: Odd,
): { lrus: readonly Lru[]; urls: readonly Url[] } {
  if (network.isOwn) {
    const lrus = node.prefixes.map(parsePrefix)
    odd.prefixes += lrus.filter(lru => lru === null).length
    return { lrus: [...new Set(lrus.filter(lru => lru !== null))], urls: [] }
  }
  // As our own listings write a domain with its subdomains: a file of ours that another tool has saved since.
  const [domains, addresses] = [node.prefixes.filter(isDomain), node.prefixes.filter(text => !isDomain(text))]
  const urls = addresses.map(readAddress).filter(url => url !== null)
  odd.prefixes += addresses.length - urls.length
  const lrus = network.format === 'Hyphe entities' ? hyphePrefixes(urls) : plainPrefixes(urls)
  return { lrus: [...new Set([...domains.map(parsePrefix).filter(lru => lru !== null), ...lrus])], urls }
}

const isDomain = (text: string): boolean => text.startsWith('*.')

function startsOf(texts: readonly string[], odd: Odd): readonly Url[] {
  const urls = texts.map(text => normalizeUrl(text) ?? readAddress(text))
  odd.startPages += urls.filter(url => url === null).length
  return [...new Set(urls.filter(url => url !== null))]
}

function remarksOf({ homepages, prefixes, startPages }: Odd): readonly string[] {
  const counts: readonly (readonly [number, string, string])[] = [
    [homepages, 'homepage was', 'homepages were'],
    [prefixes, 'prefix was', 'prefixes were'],
    [startPages, 'start page was', 'start pages were'],
  ]
  return counts
    .filter(([count]) => count > 0)
    .map(([count, one, several]) => `${count} ${count === 1 ? one : several} left out: no http(s) addresses.`)
}
