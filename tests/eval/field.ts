import type { EntityId } from '#data/url/brand.ts'
import type { SiteGraph } from '#data/records.ts'
import { findBeyondField } from '#graph/analysis/findings/beyond-field.ts'
import { graphViewOf, searchCommunities } from '#graph/analysis/graph-view-of.ts'
import { createRandom, type Random } from '#graph/analysis/random.ts'
import { toDigraph } from '#graph/analysis/to-digraph.ts'
import { hireCrew } from '#graph/analysis/workers/crew.ts'

/**
 * How often the second baseline of "transnational" calls something of homophilous random graphs more than their field:
 * `npm run eval:field -- GRAPHS`. Sites of two countries that cite their own nine times of ten, and nothing else.
 */
const [graphs = '40'] = process.argv.slice(2)
const count = 80

function field(random: Random): SiteGraph {
  const pairs = new Set<number>()
  for (let edge = 0; edge < count * 5; edge++) {
    const from = random.int(count)
    const to = 2 * random.int(count / 2) + ((from + (random.next() < 0.9 ? 0 : 1)) % 2)
    if (from !== to) pairs.add(from * count + to)
  }
  const idOf = (node: number): EntityId => `s${node}` as EntityId
  const node = (at: number) => ({ id: idOf(at), country: at % 2 === 0 ? 'FR' : 'US', tags: [] })
  const edge = (pair: number) => ({ source: idOf(Math.floor(pair / count)), target: idOf(pair % count), weight: 1 })
  return {
    nodes: Array.from({ length: count }, (_, at) => node(at)),
    edges: [...pairs].map(edge),
  } as unknown as SiteGraph
}

const crew = hireCrew(2)
const alarms = { communities: 0, brokers: 0 }
for (let trial = 0; trial < Number(graphs); trial++) {
  const site = field(createRandom(`eval-field/${trial}`))
  const graph = toDigraph(site)
  const view = graphViewOf(graph, searchCommunities(graph, 20, 1, createRandom(trial)), 1)
  const found = await findBeyondField({ ...view, site }, { seed: trial, crew })
  for (const name of ['communities', 'brokers'] as const)
    if (found?.[name].some(({ verdict }) => verdict === 'more')) alarms[name]++
}
await crew.end()
process.stdout.write(
  `${graphs} graphs: a community more than its field in ${alarms.communities}, a site in ${alarms.brokers}\n`,
)
