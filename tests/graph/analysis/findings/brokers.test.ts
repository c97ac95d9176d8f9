import { describe, expect, it } from 'vitest'
import { createBrokerRunner } from '#graph/analysis/findings/broker-runner.ts'
import { findBrokers } from '#graph/analysis/findings/brokers.ts'
import { attributeOfPartition } from '#graph/analysis/attribute.ts'
import { permute } from '#graph/analysis/nulls/permute.ts'
import { countRoles, expectRoles, roles } from '#graph/analysis/roles/roles.ts'
import { toDigraph } from '#graph/analysis/to-digraph.ts'
import { createRandom } from '#graph/analysis/random.ts'
import { hireCrew } from '#graph/analysis/workers/crew.ts'
import { crewOf } from '../crew-of.ts'
import { plantedPartition } from '../planted.ts'
import { siteOf } from '../site.ts'

const options = { seed: 1, crew: hireCrew(1) }

/** Ten American sites cite g, which cites ten French ones; the French cite each other in a ring, the Americans too. */
function gatekept() {
  const us = Array.from({ length: 10 }, (_, at) => `u${at}`)
  const fr = Array.from({ length: 10 }, (_, at) => `f${at}`)
  const ring = (ids: readonly string[]) => ids.map((id, at) => `${id}>${ids[(at + 1) % ids.length]}`)
  const edges = [...us.map(id => `${id}>g`), ...fr.map(id => `g>${id}`), ...ring(us), ...ring(fr)]
  const countries = [...us.map(id => [id, 'US']), ...fr.map(id => [id, 'FR']), ['g', 'FR']]
  return siteOf(edges.join(' '), Object.fromEntries(countries.map(([id, country]) => [id, { country }])))
}

describe('findBrokers(site, graph, options)', () => {
  it('finds the one gatekeeper, with counts, expectation and corrected p', async () => {
    const site = gatekept()
    const [first] = await findBrokers(site, toDigraph(site), options)
    // 100 open paths; chance of (US, FR) among the 20 others, ten of each: 10 · 10 / (20 · 19).
    expect(first).toMatchObject({ id: 'g', role: 'gatekeeper', count: 100, p: 1 / 1001 })
    expect(first!.expected).toBeCloseTo((100 * 100) / 380, 9)
    expect(first!.q).toBeGreaterThanOrEqual(first!.p)
    expect(first!.q).toBeLessThan(0.05)
  })

  it('gives the same in one thread and in two', async () => {
    const { graph, planted } = plantedPartition({ nodes: 200, groups: 3, degree: 12, inside: 0.7 }, createRandom(2))
    const country = ['FR', 'US', 'DE']
    const ids = Array.from(planted, (_, node) => `n${String(node).padStart(3, '0')}`)
    const site = siteOf('', Object.fromEntries(ids.map((id, node) => [id, { country: country[planted[node]!]! }])))
    expect(await findBrokers(site, graph, { seed: 3, crew: crewOf(2) })).toEqual(
      await findBrokers(site, graph, { seed: 3, crew: crewOf(1) }),
    )
  })

  it('has nothing to test with one country or without open paths', async () => {
    const one = siteOf('a>b b>c', { a: { country: 'FR' }, b: { country: 'FR' }, c: { country: 'FR' } })
    expect(await findBrokers(one, toDigraph(one), options)).toEqual([])
    const closed = siteOf('a>b', { a: { country: 'FR' }, b: { country: 'US' } })
    expect(await findBrokers(closed, toDigraph(closed), options)).toEqual([])
  })
})

describe('createBrokerRunner(task)', () => {
  it('deals so that the mean of every role at every site is the expected one', () => {
    // A count set beyond all reach is never met; set to expected ± d, |found − expected| ≥ d tells the spread. Here the
    // uniformity of p is looked at: labels dealt at random against 49 permutations.
    const { graph, planted } = plantedPartition({ nodes: 40, groups: 3, degree: 5, inside: 0.5 }, createRandom(5))
    const groups = attributeOfPartition('country', planted)
    const ps: number[] = []
    for (let trial = 0; trial < 400; trial++) {
      const country = permute(groups, createRandom(`trial ${trial}`))
      const counts = countRoles(graph, country)
      const expected = expectRoles(counts, country)
      const beyond = createBrokerRunner({ graph, country, counts, expected, seed: trial })({ from: 0, to: 49 })
      const at = (trial % 40) * roles.length + 4
      if (expected[at]! > 3) ps.push((beyond[at]! + 1) / 50)
    }
    const below = (bound: number) => ps.filter(p => p <= bound).length / ps.length
    expect(ps.length).toBeGreaterThan(200)
    // Counts are discrete, so p may be larger than uniform, not smaller: three standard errors at 20 % and 50 %.
    expect(below(0.2)).toBeLessThan(0.2 + 3 * Math.sqrt(0.16 / ps.length))
    expect(below(0.2)).toBeGreaterThan(0.1)
    expect(below(0.5)).toBeLessThan(0.5 + 3 * Math.sqrt(0.25 / ps.length))
    expect(below(0.5)).toBeGreaterThan(0.38)
  })
})
