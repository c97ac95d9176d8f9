import type { SiteGraph } from '#data/records.ts'
import type { EntityId } from '#data/url/brand.ts'
import type { Digraph } from '../paths/adjacency.ts'
import { attributeOf } from '../attribute.ts'
import { benjaminiHochberg } from '../nulls/benjamini-hochberg.ts'
import { countRoles, expectRoles, type Role, roles } from '../roles/roles.ts'
import type { Crew } from '../workers/crew.ts'

/** How often a site plays a role between countries, against dealing the other sites' countries out anew. */
export interface Broker {
  readonly id: EntityId
  readonly role: Role
  readonly count: number
  readonly expected: number
  /** Two-sided: (b + 1) / (n + 1) of 1,000 permutations. */
  readonly p: number
  /** Corrected over all sites and roles that were tested. Benjamini & Hochberg 1995. */
  readonly q: number
}

export const brokerPermutations = 1000
const permutationsPerJob = 50
/** Open paths that are tested at most: a million times a thousand permutations are some seconds of work. */
export const mostPaths = 1_000_000

const mostListed = 500

/**
 * Tests every site and role that could occur, by country; the tested site keeps its own. The surest 500 first, then the most
 * frequent. Empty with fewer than two countries, without directions, or with more open paths than can be tested. Gould & Fernandez 1989.
 */
export async function findBrokers(
  site: SiteGraph,
  graph: Digraph,
  { seed, crew }: { readonly seed: number; readonly crew: Crew },
): Promise<Broker[]> {
  if (graph.undirected) return []
  const country = attributeOf(site, 'country')
  const counts = countRoles(graph, country)
  const paths = counts.reduce((sum, count) => sum + count, 0)
  if (country.values.length < 2 || paths === 0 || paths > mostPaths) return []
  const expected = expectRoles(counts, country)
  const jobs = Array.from({ length: brokerPermutations / permutationsPerJob }, (_, job) => ({
    from: job * permutationsPerJob,
    to: (job + 1) * permutationsPerJob,
  }))
  const task = { graph, country, counts, expected, seed }
  const parts = await crew.share('brokers', task, jobs, { work: paths * brokerPermutations })
  const tests = [...counts.keys()]
    .filter(at => expected[at]! > 0)
    .map(at => ({
      id: site.nodes[Math.floor(at / roles.length)]!.id,
      role: roles[at % roles.length]!,
      count: counts[at]!,
      expected: expected[at]!,
      p: (parts.reduce((sum, part) => sum + part[at]!, 0) + 1) / (brokerPermutations + 1),
    }))
  const q = benjaminiHochberg(tests.map(({ p }) => p))
  return tests
    .map((test, at) => ({ ...test, q: q[at]! }))
    .filter(({ count, q }) => count > 0 || q <= 0.05)
    .sort((a, b) => a.q - b.q || b.count - a.count)
    .slice(0, mostListed)
}
