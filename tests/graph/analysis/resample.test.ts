import { describe, expect, it } from 'vitest'
import type { EntityId } from '#data/url/brand.ts'
import { edgeColumns } from '#graph/analysis/paths/adjacency.ts'
import { type CrawlChoice, resampleCrawl, withSeeds } from '#graph/analysis/resample/resample-crawl.ts'
import { createRandom } from '#graph/analysis/random.ts'
import { crewOf } from './crew-of.ts'
import { plantedPartition } from './planted.ts'
import { siteOf } from './site.ts'

function plantedSite() {
  const { graph, planted } = plantedPartition({ nodes: 120, groups: 3, degree: 6, inside: 0.85 }, createRandom(1))
  const name = (node: number) => `s${String(node).padStart(3, '0')}`
  const { source, target } = edgeColumns(graph)
  const famous = Array.from({ length: 60 }, (_, at) => `${name(at + 1)}>${name(0)}`)
  const edges = new Set([...Array.from(source, (from, at) => `${name(from)}>${name(target[at]!)}`), ...famous])
  const facts = Object.fromEntries(
    Array.from(planted, (group, node) => [name(node), { country: ['FR', 'US', 'DE'][group]! }]),
  )
  return siteOf([...edges].join(' '), facts)
}

const site = plantedSite()
const rebuild = () => site

describe('resampleCrawl(site, rebuild, options)', () => {
  it('finds that strong findings hold when a fifth of the seeds is missing', async () => {
    const [seeds] = await resampleCrawl(site, rebuild, { draws: 12 })
    expect(seeds).toMatchObject({ what: 'seeds', at: 0.8, draws: 12, nodes: 96 })
    expect(seeds!.edges).toBeLessThan(site.edges.length)
    const survival = (of: string) => seeds!.survivals.find(found => found.of === of)!
    expect(survival('ei_index country')).toMatchObject({ finding: 'sign', survives: 1 })
    expect(survival('ei_index country').low).toBeLessThanOrEqual(survival('ei_index country').observed)
    expect(survival('community')).toMatchObject({ finding: 'communities', survives: 1 })
    expect(survival('in_degree').mean).toBeGreaterThan(0.5)
  })

  it('asks for the graph of every smaller crawl, and tells what did not hold', async () => {
    const asked: CrawlChoice[] = []
    const nearlyNothing = (choice: CrawlChoice) => {
      asked.push(choice)
      return withSeeds(site, new Set(['s001', 's002'] as EntityId[]))
    }
    const found = await resampleCrawl(site, nearlyNothing, { draws: 0, depths: [0, 1], pageLimits: [50] })
    expect(asked).toEqual([{ depth: 0 }, { depth: 1 }, { maxPages: 50 }])
    expect(found.map(({ what, at }) => `${what} ${at}`)).toEqual(['depth 0', 'depth 1', 'max_pages 50'])
    expect(found[0]!.survivals.find(({ of }) => of === 'ei_index country')!.survives).toBe(0)
  })

  it('gives the same in one thread as in two', async () => {
    // Larger than the work below which no thread is started.
    const options = { draws: 40, seed: 3 }
    const alone = await resampleCrawl(site, rebuild, { ...options, crew: crewOf(1) })
    expect(await resampleCrawl(site, rebuild, { ...options, crew: crewOf(2) })).toEqual(alone)
  })

  it('works on a graph without edges or without sites', async () => {
    const empty = siteOf('', { a: {}, b: {} })
    const [seeds] = await resampleCrawl(empty, () => empty, { draws: 3 })
    expect(seeds!.draws).toBe(3)
    const none = siteOf('')
    expect((await resampleCrawl(none, () => none, { draws: 2 }))[0]!.nodes).toBe(0)
  })
})
