import { zones, type SiteEdge, type Zone } from '../../data/records.ts'
import type { EntityId } from '../../data/url/brand.ts'
import { plainName } from './node-facts.ts'
import { parseNumber } from './parse-value.ts'
import type { RawEdge } from './raw-network.ts'

/** An ISO 8601 date or time, or an empty text for anything else. */
function isoDate(value: unknown): string {
  const text = typeof value === 'string' ? value : ''
  return /^\d{4}(?:-\d{2}(?:-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?)?)?$/.test(text) ? text : ''
}

/**
 * Understands the attributes of an edge, by our names or by our titles, which Gephi keeps; what a file doesn't count is 0,
 * dates of an interval are sightings.
 */
export function edgeFacts(edge: RawEdge, weight: number): SiteEdge {
  const named = new Map(edge.attributes.map(([name, value]) => [plainName(name), value]))
  const count = (...names: readonly string[]) => {
    const value = named.get(names.find(name => named.has(name)) ?? '') ?? null
    const number = typeof value === 'string' ? parseNumber(value) : value
    return typeof number === 'number' && number >= 0 ? number : 0
  }
  return {
    source: edge.source as EntityId,
    target: edge.target as EntityId,
    weight,
    links: count('links', 'hyperlinks'),
    pages: count('pages', 'source_pages'),
    firstSeen: isoDate(named.get('first_seen')) || isoDate(named.get('start')),
    lastSeen: isoDate(named.get('last_seen')) || isoDate(named.get('end')),
    linksByZone: Object.fromEntries(zones.map(zone => [zone, count(`links_${zone}`, `hyperlinks:_${zone}`)])) as Record<
      Zone,
      number
    >,
  }
}

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
    linksByZone: Object.fromEntries(zones.map(zone => [zone, a.linksByZone[zone] + b.linksByZone[zone]])) as Record<
      Zone,
      number
    >,
  }
}
