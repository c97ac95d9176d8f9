import type { SiteEdge, ToldEdge } from '#data/records.ts'
import { perZone, noneByZone, zones, type Zone } from '#data/vocabulary/zones.ts'
import type { Value } from '#data/table/column.ts'
import { plainKey } from './node-facts.ts'
import { parseFileNumber } from '../read/parse-value.ts'
import type { WeighedEdge } from './raw-network.ts'

/** An ISO 8601 date or time, or an empty text for anything else. */
function isoDate(value: unknown): string {
  const text = typeof value === 'string' ? value : ''
  return /^\d{4}(?:-\d{2}(?:-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?)?)?$/.test(text) ? text : ''
}

/** The columns that count hyperlinks of a zone, by our name and by our title, which Gephi keeps. */
const zoneNames = zones.map(zone => [zone, [`links_${zone}`, `hyperlinks:_${zone}`]] as const)

const counts = { links: ['links', 'hyperlinks'], pages: ['pages', 'source_pages'] }
const times = ['first_seen', 'last_seen', 'start', 'end']
/** Of our own exports (sites that share something; days of moments), computed, so never kept. By our name, and our title. */
const computed = ['cosine', ...times.flatMap(name => [`${name}_day`, `${name},_day`])]
const knownColumns = new Set([
  ...zoneNames.flatMap(([, names]) => names),
  ...Object.values(counts).flat(),
  ...times,
  ...computed,
])

/** Whether a tie's column of that name is understood here. */
export const isKnownEdgeColumn = (name: string): boolean => knownColumns.has(plainKey(name))

/**
 * Understands the weight and the attributes of an edge, by our names or by our titles; what a file doesn't weigh is 1,
 * what it doesn't count 0, dates of an interval are sightings.
 */
export function edgeFacts(edge: WeighedEdge, ends: Pick<SiteEdge, 'source' | 'target'>): ToldEdge {
  const named = new Map<string, Value>()
  for (const [name, value] of edge.attributes) if (value !== null) named.set(plainKey(name), value)
  const weight = edge.weight ?? 1
  const told = edge.told.length > 0 && { told: edge.told }
  if (named.size === 0) return { ...ends, weight, ...nothing, ...told }
  const count = (names: readonly string[]) => {
    const value = named.get(names.find(name => named.has(name)) ?? '')
    const number = typeof value === 'string' ? parseFileNumber(value) : value
    return typeof number === 'number' && number >= 0 ? number : 0
  }
  const byZone = zoneNames.map(([zone, names]) => [zone, count(names)] as const)
  return {
    ...ends,
    weight,
    links: count(counts.links),
    pages: count(counts.pages),
    firstSeen: isoDate(named.get('first_seen')) || isoDate(named.get('start')),
    lastSeen: isoDate(named.get('last_seen')) || isoDate(named.get('end')),
    linksByZone: byZone.every(([, links]) => links === 0)
      ? noneByZone
      : (Object.fromEntries(byZone) as Record<Zone, number>),
    ...told,
  }
}

const nothing = { links: 0, pages: 0, firstSeen: '', lastSeen: '', linksByZone: noneByZone }

const earlier = (a: string, b: string) => (a === '' || (b !== '' && b < a) ? b : a)
const later = (a: string, b: string) => (b > a ? b : a)

/** Returns two ties of the same pair as one: weights and counts added, as Gephi does, sightings joined. */
export function mergeEdges(a: SiteEdge, b: SiteEdge): SiteEdge {
  return {
    ...a,
    weight: a.weight + b.weight,
    links: a.links + b.links,
    pages: a.pages + b.pages,
    firstSeen: earlier(a.firstSeen, b.firstSeen),
    lastSeen: later(a.lastSeen, b.lastSeen),
    linksByZone: perZone(zone => a.linksByZone[zone] + b.linksByZone[zone]),
  }
}
