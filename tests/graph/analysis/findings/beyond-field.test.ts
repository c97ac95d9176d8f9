import { describe, expect, it } from 'vitest'
import type { SiteGraph } from '#data/records.ts'
import { attributeOf } from '#graph/analysis/attribute.ts'
import { type BeyondField, findBeyondField } from '#graph/analysis/findings/beyond-field.ts'
import { countryMixes } from '#graph/analysis/findings/country-mix.ts'
import { graphViewOf, searchCommunities } from '#graph/analysis/graph-view-of.ts'
import { mixingMatrix } from '#graph/analysis/measures/mixing.ts'
import { rewireMixing } from '#graph/analysis/nulls/rewire-mixing.ts'
import { degreesOf, edgeColumns } from '#graph/analysis/paths/adjacency.ts'
import { createRandom, type Random } from '#graph/analysis/random.ts'
import { toDigraph } from '#graph/analysis/to-digraph.ts'
import { crewOf } from '../crew-of.ts'
import { siteOf } from '../site.ts'

const count = 80
const idOf = (node: number): string => `s${String(node).padStart(2, '0')}`
const countries = Object.fromEntries(
  Array.from({ length: count }, (_, node) => [idOf(node), { country: node % 2 === 0 ? 'FR' : 'US' }]),
)

/** Sites of two countries that cite their own nine times of ten, and nothing else; `bridge` of them cite each other, whatever their country. */
function field(random: Random, bridge = 0): SiteGraph {
  const pairs = new Set<string>()
  const cite = (from: number, to: number): void => {
    if (from !== to) pairs.add(`${idOf(from)}>${idOf(to)}`)
  }
  for (let edge = 0; edge < count * 5; edge++) {
    const from = random.int(count)
    const isHome = random.next() < 0.9
    cite(from, 2 * random.int(count / 2) + ((from + (isHome ? 0 : 1)) % 2))
  }
  for (let one = 0; one < bridge; one++)
    for (let other = 0; other < bridge; other++) if (random.next() < 0.5) cite(one, other)
  return siteOf([...pairs].join(' '), countries)
}

const analyse = async (site: SiteGraph) => {
  const graph = toDigraph(site)
  const view = graphViewOf(graph, searchCommunities(graph, 8, 1, createRandom('search')), 1)
  const found = await findBeyondField({ ...view, site }, { seed: 1, crew: crewOf(2) })
  return { found: found!, community: view.community }
}

describe('findBeyondField(scene, options)', () => {
  it('finds a planted community across the border that dealing countries anew does not tell', async () => {
    const site = field(createRandom(3), 12)
    const { found, community } = await analyse(site)
    const more = found.communities.filter(({ verdict }) => verdict === 'more')
    expect(more).toHaveLength(1)
    const members = [...community.keys()].filter(node => community[node] === more[0]!.number)
    expect(members.filter(node => node < 12).length).toBeGreaterThan(6)
    expect(more[0]!.mean).toBeLessThan(more[0]!.value)
    const [dealt] = countryMixes(site, [members], createRandom(1))
    expect(dealt!.verdict).not.toBe('more')
  })

  it('finds a site that alone stands between, and no more in a field whose sites are alike', async () => {
    // Site 0 cites ten sites of the other country and is cited by many at home: nobody else does.
    const random = createRandom(4)
    const plain = field(random)
    const more = Array.from({ length: 20 }, (_, at) => [
      `${idOf(0)}>${idOf(2 * at + 1)}`,
      `${idOf(2 * at + 2)}>${idOf(0)}`,
    ]).flat()
    const known = plain.edges.map(({ source, target }) => `${source}>${target}`)
    const { found } = await analyse(siteOf([...new Set([...known, ...more])].join(' '), countries))
    expect(found.brokers.filter(({ verdict }) => verdict === 'more').map(({ id, role }) => [id, role])).toEqual([
      [idOf(0), 'representative'],
    ])
  })

  it('finds nothing in homophilous random graphs, but as often as a test at 5 % may', async () => {
    const found: BeyondField[] = []
    for (const trial of [0, 1, 2]) found.push((await analyse(field(createRandom(`field/${trial}`)))).found)
    const alarms = (of: 'communities' | 'brokers'): number =>
      found.filter(own => own[of].some(({ verdict }) => verdict === 'more')).length
    // Binomial of 3 at 5 %: 99.3 % lie at 1 or none; eval:field counts many.
    expect(alarms('communities')).toBeLessThanOrEqual(1)
    expect(alarms('brokers')).toBeLessThanOrEqual(1)
    // A look after 50 graphs: of each, ten or more of them stand out as far, or none does.
    for (const { runs, communities, brokers } of found) {
      const beyond = [...communities, ...brokers].map(({ p }) => Math.round(p * 51) - 1)
      expect(runs === 50 ? beyond.every(graphs => graphs === 0 || graphs >= 10) : runs === 99).toBe(true)
    }
    expect(found.map(({ runs }) => runs)).toContain(50)
  })
})

describe('rewireMixing(graph, classOf, random)', () => {
  const graph = toDigraph(field(createRandom(5)))
  const country = attributeOf(field(createRandom(5)), 'country')

  it('keeps degrees and the mixing matrix, and moves most edges', () => {
    const drawn = rewireMixing(graph, country.classOf, createRandom(1))
    expect(degreesOf(drawn.out)).toEqual(degreesOf(graph.out))
    expect(degreesOf(drawn.in)).toEqual(degreesOf(graph.in))
    expect(mixingMatrix(drawn, country)).toEqual(mixingMatrix(graph, country))
    const keys = ({ source, target }: ReturnType<typeof edgeColumns>) =>
      new Set(Array.from(source, (from, edge) => `${from} ${target[edge]}`))
    const same = [...keys(edgeColumns(drawn))].filter(key => keys(edgeColumns(graph)).has(key)).length
    expect(same / graph.edgeCount).toBeLessThan(0.25)
  })

  it('keeps an undirected graph undirected, with its degrees and its mixing', () => {
    const site = field(createRandom(6))
    const ties = new Set(site.edges.flatMap(({ source, target }) => [`${source}>${target}`, `${target}>${source}`]))
    const tied = { ...siteOf([...ties].join(' '), countries), ties: 'undirected' as const }
    const undirected = toDigraph(tied)
    const drawn = rewireMixing(undirected, attributeOf(tied, 'country').classOf, createRandom(1))
    expect(drawn.undirected).toBe(true)
    expect(degreesOf(drawn.out)).toEqual(degreesOf(undirected.out))
    expect(drawn.out).toEqual(drawn.in)
    expect(mixingMatrix(drawn, attributeOf(tied, 'country'))).toEqual(
      mixingMatrix(undirected, attributeOf(tied, 'country')),
    )
  })
})
