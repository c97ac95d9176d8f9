import { zones as allZones, type SiteEdge, type Zone } from '../records.ts'
import type { Corpus } from './corpus.ts'
import type { GraphQuestion, Weight } from './site-graph.ts'

type ImportedEdge = Omit<SiteEdge, 'linksByZone'> & { readonly byZone: string }

const noLinks = Object.freeze(Object.fromEntries(allZones.map(zone => [zone, 0])) as Record<Zone, number>)

/**
 * Edges that were imported without hyperlinks, each where the ends live on that its file named. A pair that has counted
 * hyperlinks of its own is left to those. A pair may come several times when entities were merged.
 */
export function importedEdges(corpus: Corpus, question: GraphQuestion, chosen: string): SiteEdge[] {
  const rows = corpus
    .sql<ImportedEdge>(
      `WITH chosen AS (${chosen})
       SELECT source.name AS source, target.name AS target, weight, links, pages, first_seen AS firstSeen,
         last_seen AS lastSeen, by_zone AS byZone
       FROM imported_edge edge
         JOIN entity citing ON citing.id = edge.source_entity JOIN entity cited ON cited.id = edge.target_entity
         JOIN entity source ON source.id = coalesce(citing.merged_into, citing.id)
         JOIN entity target ON target.id = coalesce(cited.merged_into, cited.id)
       WHERE source.id IN chosen AND target.id IN chosen AND source.id <> target.id AND NOT EXISTS (
         SELECT 1 FROM link WHERE link.source_entity = source.id AND link.target_entity = target.id
           AND link.source_entity <> link.target_entity
           AND coalesce(zone_site, zone) IN (SELECT value FROM json_each(@zones)))`,
    )
    .all({ statuses: JSON.stringify(question.statuses), zones: JSON.stringify(question.zones) })
  return rows.map(row => inZones(row, question)).filter(edge => edge !== null)
}

/**
 * The part of an edge that stands in the zones asked for; null when none does. Files tell hyperlinks by zone, but neither
 * pages nor weights: in some of the zones these are at most the hyperlinks there. A file that tells no zones has it whole.
 */
function inZones({ byZone, ...edge }: ImportedEdge, { zones, weight }: GraphQuestion): SiteEdge | null {
  if (byZone === '{}') return { ...edge, weight: weighers[weight](edge), linksByZone: noLinks }
  const told = JSON.parse(byZone) as Partial<Record<Zone, number>>
  const linksByZone = { ...noLinks, ...Object.fromEntries(zones.map(zone => [zone, told[zone] ?? 0])) }
  const most = zones.reduce((sum, zone) => sum + linksByZone[zone], 0)
  if (most === 0) return null
  const all = Object.values(told).reduce((sum, links) => sum + links, 0)
  const limited = most === all ? edge : limitedTo(edge, most)
  return { ...limited, weight: weighers[weight](limited), linksByZone }
}

type Counts = Omit<SiteEdge, 'linksByZone'>

const limitedTo = (edge: Counts, most: number): Counts => ({
  ...edge,
  links: most,
  pages: Math.min(edge.pages, most),
  weight: Math.min(edge.weight, most),
})

/** Counts that the file did not bring leave the weight that it gave. */
const weighers: Readonly<Record<Weight, (edge: Counts) => number>> = {
  evidence: edge => edge.weight,
  pages: edge => edge.pages || edge.weight,
  links: edge => edge.links || edge.weight,
  binary: () => 1,
}

const earlier = (a: string, b: string): string => (a === '' || (b !== '' && b < a) ? b : a)
const later = (a: string, b: string): string => (b > a ? b : a)

/** Joins edges of one pair, which stand beside each other, as entities were merged; under binary weights they stay 1. */
export function joinPairs(edges: readonly SiteEdge[], weight: Weight): SiteEdge[] {
  const joined: SiteEdge[] = []
  for (const edge of edges) {
    const last = joined.at(-1)
    if (last?.source === edge.source && last.target === edge.target)
      joined[joined.length - 1] = join(last, edge, weight)
    else joined.push(edge)
  }
  return joined
}

const join = (a: SiteEdge, b: SiteEdge, weight: Weight): SiteEdge => ({
  ...a,
  weight: weight === 'binary' ? 1 : a.weight + b.weight,
  links: a.links + b.links,
  pages: a.pages + b.pages,
  firstSeen: earlier(a.firstSeen, b.firstSeen),
  lastSeen: later(a.lastSeen, b.lastSeen),
  linksByZone: Object.fromEntries(
    allZones.map(zone => [zone, a.linksByZone[zone] + b.linksByZone[zone]]),
  ) as SiteEdge['linksByZone'],
})
