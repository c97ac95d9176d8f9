import type { TieHistory } from '#data/store/changes/tie-history.ts'
import type { EntityId } from '#data/url/brand.ts'
import { attributeOf } from '../attribute.ts'
import { type Digraph, hasNeighbor, rowOf } from '../paths/adjacency.ts'
import { countRoles, expectRoles, roles } from '../roles/roles.ts'
import { toDigraph } from '../to-digraph.ts'
import type { WavesOfStudy, WaveGraph } from './wave-graphs.ts'

/** What became of a site's part as gatekeeper from one wave to the next. */
export type GatekeeperChange = 'became' | 'stayed' | 'stopped' | 'unknown'

/** A site that in one of two waves at least stands in the middle of an open path a→b→c, a abroad, b and c of one country, no a→c. */
export interface GatekeeperStep {
  readonly site: EntityId
  readonly from: string
  readonly to: string
  readonly change: GatekeeperChange
  /** Open paths that it stands in, and the mean when the other sites' countries are dealt out anew; null: no page of it was read. */
  readonly before: number | null
  readonly expectedBefore: number | null
  readonly after: number | null
  readonly expectedAfter: number | null
}

/** A path a→b→c, by ids. */
type Path = readonly [a: EntityId, b: EntityId, c: EntityId]

/** Beyond, a site's paths are no longer followed one by one. */
const mostPathsOfSite = 100_000

/**
 * Who became a gatekeeper between countries, who stayed and who stopped being one, from wave to wave. `became` where each of
 * its paths is known not to have been there before, `stopped` where each is known to be there no more; else `unknown`: a site
 * whose neighbours were not read may have been one all the time. Gould & Fernandez 1989, Sociological Methodology 19.
 */
export function gatekeepersOf({ waves, histories }: WavesOfStudy): GatekeeperStep[] {
  const known = new Map(histories.map(history => [`${history.source} ${history.target}`, history]))
  const counts = waves.map(countsOf)
  return waves.slice(1).flatMap((to, at) => {
    const from = waves[at]!
    const [before, after] = [counts[at]!, counts[at + 1]!]
    return to.graph.nodes.flatMap(({ id }): GatekeeperStep[] => {
      const [own, now] = [before.get(id), after.get(id)]
      if ((own?.count ?? 0) === 0 && (now?.count ?? 0) === 0) return []
      const numbers = {
        before: own?.count ?? null,
        expectedBefore: own?.expected ?? null,
        after: now?.count ?? null,
        expectedAfter: now?.expected ?? null,
      }
      const change = changeOf(own, now, { at, waves, known })
      return [{ site: id, from: from.label, to: to.label, change, ...numbers }]
    })
  })
}

interface Known {
  readonly at: number
  readonly waves: readonly WaveGraph[]
  readonly known: ReadonlyMap<string, TieHistory>
}

function changeOf(before: Part | undefined, after: Part | undefined, how: Known): GatekeeperChange {
  const [was, is] = [before !== undefined && before.count > 0, after !== undefined && after.count > 0]
  if (was && is) return 'stayed'
  const [part, other] = was ? [before, how.at + 1] : [after, how.at]
  if (part === undefined || part.count > mostPathsOfSite) return 'unknown'
  if (!part.paths().every(path => isKnownNot(path, other, how))) return 'unknown'
  return was ? 'stopped' : 'became'
}

/** Whether the wave shows that the path was not open: one of its ties absent, or a short cut present. */
function isKnownNot([a, b, c]: Path, wave: number, { waves, known }: Known): boolean {
  const stateOf = (source: EntityId, target: EntityId): 'present' | 'absent' | 'unknown' => {
    const history = known.get(`${source} ${target}`)
    return history?.states[wave]!.state ?? (waves[wave]!.read.has(source) ? 'absent' : 'unknown')
  }
  return stateOf(a, b) === 'absent' || stateOf(b, c) === 'absent' || stateOf(a, c) === 'present'
}

interface Part {
  readonly count: number
  readonly expected: number | null
  /** Made when asked for: a hub has many. */
  readonly paths: () => readonly Path[]
}

const gatekeeper = roles.indexOf('gatekeeper')

/** Sites that were read and have a country. */
function countsOf({ graph: site, read }: WaveGraph): Map<EntityId, Part> {
  const graph = toDigraph(site)
  const country = attributeOf(site, 'country')
  const counts = countRoles(graph, country)
  const expected = expectRoles(counts, country)
  const parts = site.nodes.flatMap(({ id }, node): [EntityId, Part][] => {
    if (!read.has(id) || country.classOf[node]! < 0) return []
    const place = node * roles.length + gatekeeper
    const count = counts[place]!
    const mean = expected[place]!
    const paths = (): Path[] =>
      pathsThrough(graph, country.classOf, node).map(([a, c]) => [site.nodes[a]!.id, id, site.nodes[c]!.id] as const)
    return [[id, { count, expected: Number.isFinite(mean) ? mean : null, paths }]]
  })
  return new Map(parts)
}

/** Ends of the open paths a→b→c. */
function pathsThrough(graph: Digraph, classOf: Int32Array, b: number): (readonly [a: number, c: number])[] {
  const own = classOf[b]!
  const outside = [...rowOf(graph.in, b)].filter(a => classOf[a]! >= 0 && classOf[a] !== own)
  const inside = [...rowOf(graph.out, b)].filter(c => classOf[c] === own)
  return outside.flatMap(a => inside.filter(c => !hasNeighbor(graph.out, a, c)).map(c => [a, c] as const))
}
