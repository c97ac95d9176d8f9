import { createRandom } from '../random.ts'
import type { Attribute } from '../attribute.ts'
import type { Digraph } from '../paths/adjacency.ts'
import { numberCommunities } from '../communities/partition.ts'
import { searchCommunities } from '../graph-view-of.ts'
import { mixingTries, rewireMixing } from '../nulls/rewire-mixing.ts'
import { throughWaypoint } from '../nulls/through-waypoint.ts'
import { countRoles, roles } from '../roles/roles.ts'
import { mixOf } from './country-mix.ts'

export interface FieldTask {
  readonly graph: Digraph
  readonly country: Attribute
  readonly resolution: number
  readonly seed: number
  /** Whether roles are counted: not without directions, nor on too many paths. */
  readonly withRoles: boolean
}

/** What a graph of the field's homophily alone shows. */
export interface FieldRun {
  /** Of each community of two sites of known country or more: how many they are, and how mixed. */
  readonly communities: readonly { readonly size: number; readonly mix: number }[]
  /** By node: paths as gatekeeper, then as representative. Empty without roles. */
  readonly between: Float64Array
}

/** Searches of communities in each graph, one of each method: the mixing of communities moves less with more than their modularity. */
const searches = 2

/** Returns what makes run r: a graph with the degrees and the mixing of countries of the observed one, its communities and go-betweens. */
export function createFieldRunner(task: FieldTask): (run: number) => FieldRun {
  const { graph, country, resolution, seed, withRoles } = task
  const field = createRandom(seed).stream('field')
  const draw = throughWaypoint(
    graph,
    (from, random) => ({ graph: rewireMixing(from, country.classOf, random, mixingTries / 2), swaps: 0 }),
    field.stream('waypoint'),
  )
  return run => {
    const random = field.stream(run)
    const { graph: drawn } = draw(random.stream('swaps'))
    const { best } = searchCommunities(drawn, searches, resolution, random.stream('communities'))
    return {
      communities: mixesOf(numberCommunities(best), country),
      between: withRoles ? betweenOf(drawn, country) : new Float64Array(),
    }
  }
}

function mixesOf(community: Uint32Array, { classOf, values }: Attribute): FieldRun['communities'] {
  const known = [...community.keys()].filter(node => classOf[node]! >= 0)
  return [...Map.groupBy(known, node => community[node]!).values()]
    .filter(({ length }) => length > 1)
    .map(nodes => ({ size: nodes.length, mix: mixOf(nodes, classOf, values.length) }))
}

const [gatekeeper, representative] = [roles.indexOf('gatekeeper'), roles.indexOf('representative')]

/** Paths on which each node stands between home and abroad: as gatekeeper at 2n, as representative at 2n + 1. */
export function betweenOf(graph: Digraph, country: Attribute): Float64Array {
  const counts = countRoles(graph, country)
  return Float64Array.from(
    { length: 2 * graph.nodeCount },
    (_, at) => counts[Math.floor(at / 2) * roles.length + (at % 2 === 0 ? gatekeeper : representative)]!,
  )
}
