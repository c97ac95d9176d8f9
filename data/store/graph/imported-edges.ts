import type { SiteEdge } from '#data/records.ts'
import { noneByZone, perZone, type Zone } from '#data/vocabulary/zones.ts'
import type { EntityId } from '#data/url/brand.ts'
import type { Corpus } from '../base/corpus.ts'
import { chosenEntities } from '../base/rules.ts'
import type { GraphQuestion } from './graph-question.ts'
import type { Weight } from '#data/vocabulary/weights.ts'

interface ImportedEdge {
  readonly sourceRow: number
  readonly targetRow: number
  readonly weight: number
  readonly links: number
  readonly pages: number
  readonly firstSeen: string
  readonly lastSeen: string
  readonly byZone: string
}

/**
 * Edges that were imported without hyperlinks, each where the ends live on that its file named. A pair that has counted
 * hyperlinks of its own is left to those. A pair may come several times when entities were merged. Joined here and not
 * in SQL: a million edges are then read in a third of the time.
 */
export function importedEdges(corpus: Corpus, question: GraphQuestion, counted: readonly SiteEdge[]): SiteEdge[] {
  if (corpus.sql('SELECT 1 FROM imported_edge LIMIT 1').get() === undefined) return []
  const living = livingEnds(corpus, question)
  const pairs = new Map<EntityId, Set<EntityId>>()
  for (const { source, target } of counted) pairs.set(source, (pairs.get(source) ?? new Set()).add(target))
  const edges: SiteEdge[] = []
  const rows = corpus.sql<ImportedEdge>(
    `SELECT source_entity AS sourceRow, target_entity AS targetRow, weight, links, pages, first_seen AS firstSeen,
       last_seen AS lastSeen, by_zone AS byZone FROM imported_edge`,
  )
  for (const row of rows.iterate()) {
    const [source, target] = [living.get(row.sourceRow), living.get(row.targetRow)]
    if (source === undefined || target === undefined || source === target || pairs.get(source)?.has(target)) continue
    const edge = inZones(row, { source, target }, question)
    if (edge !== null) edges.push(edge)
  }
  return edges
}

/** By row: the entity of the graph that an end of an imported edge is, or lives on in. */
function livingEnds(corpus: Corpus, { statuses }: GraphQuestion): ReadonlyMap<number, EntityId> {
  const rows = corpus.sql<{ id: number; name: EntityId }>(
    `SELECT entity.id, living.name FROM entity JOIN entity living ON living.id = coalesce(entity.merged_into, entity.id)
     WHERE living.id IN (${chosenEntities})`,
  )
  return new Map(rows.all({ statuses: JSON.stringify(statuses) }).map(({ id, name }) => [id, name]))
}

/**
 * The part of an edge that stands in the zones asked for; null when none does. Files tell hyperlinks by zone, but neither
 * pages nor weights: in some of the zones these are at most the hyperlinks there. A file that tells no zones has it whole.
 */
function inZones(
  { byZone, links, pages, firstSeen, lastSeen, weight: told }: ImportedEdge,
  ends: Pick<SiteEdge, 'source' | 'target'>,
  { zones, weight }: GraphQuestion,
): SiteEdge | null {
  const edge = { ...ends, weight: told, links, pages, firstSeen, lastSeen }
  if (byZone === '{}') return { ...edge, weight: weighers[weight](edge), linksByZone: noneByZone }
  const zoned = JSON.parse(byZone) as Partial<Record<Zone, number>>
  const linksByZone = { ...noneByZone, ...Object.fromEntries(zones.map(zone => [zone, zoned[zone] ?? 0])) }
  const most = zones.reduce((sum, zone) => sum + linksByZone[zone], 0)
  if (most === 0) return null
  const all = Object.values(zoned).reduce((sum, links) => sum + links, 0)
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
  linksByZone: perZone(zone => a.linksByZone[zone] + b.linksByZone[zone]),
})
