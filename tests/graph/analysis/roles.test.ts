import { describe, expect, it } from 'vitest'
import { attributeOf, type Attribute } from '#graph/analysis/attribute.ts'
import { countRoles, expectRoles, type Role, roles } from '#graph/analysis/roles/roles.ts'
import { toDigraph } from '#graph/analysis/to-digraph.ts'
import { roleTotals } from '#graph/analysis/roles/role-totals.ts'
import { createRandom } from '#graph/analysis/random.ts'
import { plantedPartition } from './planted.ts'
import { siteOf } from './site.ts'

const countries = (text: string) =>
  Object.fromEntries(text.split(' ').map(word => [word.slice(0, 1), { country: word.slice(2) }]))

function rolesOf(edges: string, facts: string): Record<string, Partial<Record<Role, number>>> {
  const site = siteOf(edges, countries(facts))
  const counts = countRoles(toDigraph(site), attributeOf(site, 'country'))
  const named = site.nodes.map(({ id }, node) => {
    const own = roles.map((role, at) => [role, counts[node * roles.length + at]!] as const)
    return [id, Object.fromEntries(own.filter(([, count]) => count > 0))] as const
  })
  return Object.fromEntries(named.filter(([, own]) => Object.keys(own).length > 0))
}

describe('countRoles(graph, attribute)', () => {
  it.each([
    ['a:FR b:FR c:FR', { b: { coordinator: 1 } }],
    ['a:US b:FR c:FR', { b: { gatekeeper: 1 } }],
    ['a:FR b:FR c:US', { b: { representative: 1 } }],
    ['a:FR b:US c:FR', { b: { itinerant: 1 } }],
    ['a:FR b:US c:DE', { b: { liaison: 1 } }],
  ])('names the middle of a→b→c with %s', (facts, expected) => {
    expect(rolesOf('a>b b>c', facts)).toEqual(expected)
  })

  it('counts only paths whose first site does not cite the last', () => {
    expect(rolesOf('a>b b>c a>c', 'a:FR b:FR c:US')).toEqual({})
    expect(rolesOf('a>b b>a', 'a:FR b:US')).toEqual({})
    // That the last cites the first closes nothing.
    const each = { coordinator: 1 }
    expect(rolesOf('a>b b>c c>a', 'a:FR b:FR c:FR')).toEqual({ a: each, b: each, c: each })
  })

  it('leaves out paths through a site without the attribute', () => {
    expect(rolesOf('a>b b>c b>d e>b', 'a:FR b:FR c: d:US e:')).toEqual({ b: { representative: 1 } })
  })

  it('counts a hand-worked graph of six sites', () => {
    // US sites u v; French f g h; German d. u→f→g, u→f→h, v→f→g, v→f→h: f lets them in four times. f→g→d: g speaks out.
    expect(rolesOf('u>f v>f f>g f>h g>d', 'u:US v:US f:FR g:FR h:FR d:DE')).toEqual({
      f: { gatekeeper: 4 },
      g: { representative: 1 },
    })
  })
})

describe('roleTotals(graph)(attribute)', () => {
  it.each([1, 2, 3, 4, 5])('adds up what each node does, in a random graph with %i classes', classes => {
    const random = createRandom(classes)
    const { graph } = plantedPartition({ nodes: 80, groups: 2, degree: 9, inside: 0.8 }, random)
    const classOf = Int32Array.from({ length: 80 }, () => random.int(classes + 1) - 1)
    const attribute = { name: 'g', values: Array.from({ length: classes }, (_, at) => `v${at}`), classOf }
    const counts = countRoles(graph, attribute)
    const sums = roles.map((_, role) =>
      counts.reduce((sum, count, at) => sum + (at % roles.length === role ? count : 0), 0),
    )
    expect([...roleTotals(graph)(attribute)]).toEqual(sums)
    expect(sums[0]).toBeGreaterThan(0)
  })
})

describe('roleTotals(graph)(attribute) of two classes without gaps, by sums over the smaller one', () => {
  it.each([
    [1, 0.5],
    [2, 0.2],
    [3, 0.8],
  ])('adds up what each node does: random graph %i, %f of the second class', (seed, share) => {
    const random = createRandom(seed)
    const { graph } = plantedPartition({ nodes: 80, groups: 2, degree: 9, inside: 0.8 }, random)
    const attribute = {
      name: 'g',
      values: ['v0', 'v1'],
      classOf: Int32Array.from({ length: 80 }, () => (random.next() < share ? 1 : 0)),
    }
    const counts = countRoles(graph, attribute)
    const sums = roles.map((_, role) =>
      counts.reduce((sum, count, at) => sum + (at % roles.length === role ? count : 0), 0),
    )
    expect([...roleTotals(graph)(attribute)]).toEqual(sums)
    expect(Math.min(...sums.slice(0, 4))).toBeGreaterThan(0)
  })
})

describe('expectRoles(counts, attribute)', () => {
  it('is the mean over every way to deal the other sites’ groups', () => {
    const site = siteOf('a>b b>c d>b b>e', countries('a:FR b:FR c:US d:DE e:US'))
    const graph = toDigraph(site)
    const attribute = attributeOf(site, 'country')
    const expected = expectRoles(countRoles(graph, attribute), attribute)
    // b keeps FR; {FR, US, DE, US} are dealt to a, c, d, e in 24 ways.
    const others = [0, 2, 3, 4]
    const sums = roles.map(() => 0)
    for (const dealt of orders(others)) {
      const classOf = attribute.classOf.slice()
      for (const [at, node] of others.entries()) classOf[node] = attribute.classOf[dealt[at]!]!
      const counts = countRoles(graph, { ...attribute, classOf })
      for (const at of roles.keys()) sums[at]! += counts[roles.length + at]!
    }
    for (const [at, sum] of sums.entries()) expect(expected[roles.length + at]).toBeCloseTo(sum / 24, 12)
  })

  it('adds up to the paths that there are', () => {
    const attribute: Attribute = { name: 'g', values: ['x', 'y', 'z'], classOf: Int32Array.of(0, 1, 2, 0, 1, 2, 2) }
    const graph = toDigraph(siteOf('a>b b>c c>d d>e e>f f>g g>a a>d d>g'))
    const counts = countRoles(graph, attribute)
    const expected = expectRoles(counts, attribute)
    const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0)
    expect(sum(expected)).toBeCloseTo(sum(counts), 10)
  })
})

function orders(items: readonly number[]): number[][] {
  if (items.length === 0) return [[]]
  return items.flatMap(first => orders(items.filter(item => item !== first)).map(rest => [first, ...rest]))
}
