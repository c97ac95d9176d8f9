import type { EntityId } from '#data/url/brand.ts'
import { type Memory, nameOf, noMemory } from '../memory/memory.ts'
import { type CrawlFacts, type FactsJob, type FactsTask, drawnGraph, type SlimGraph } from './crawl-facts.ts'

/** Facts with each site's place in its graph for its name: no memory holds a name. */
interface Nameless extends Pick<CrawlFacts, 'nodes' | 'edges' | 'values'> {
  readonly leaders: Readonly<Record<string, readonly number[]>>
  /** By place. */
  readonly community: Uint32Array
}

/** The facts of `jobs`, from an earlier analysis or made now. */
export async function recalledFacts(
  memory: Memory,
  { task, jobs }: { readonly task: FactsTask; readonly jobs: readonly FactsJob[] },
  make: () => Promise<CrawlFacts[]>,
): Promise<CrawlFacts[]> {
  const name = nameOf('facts', task, jobs)
  const known = memory.recall(name) as readonly Nameless[] | undefined
  if (known !== undefined) return known.map((facts, at) => withNames(drawnGraph(task.whole, jobs[at]!), facts))
  const made = await make()
  if (memory !== noMemory)
    memory.keep(
      name,
      made.map((facts, at) => withoutNames(drawnGraph(task.whole, jobs[at]!), facts)),
    )
  return made
}

function withoutNames({ ids }: SlimGraph, { leaders, community, ...facts }: CrawlFacts): Nameless {
  const place = new Map(ids.map((id, node) => [id, node]))
  return {
    ...facts,
    leaders: byMeasure(leaders, id => place.get(id)!),
    community: Uint32Array.from(ids, id => community.get(id)!),
  }
}

const withNames = ({ ids }: SlimGraph, { leaders, community, ...facts }: Nameless): CrawlFacts => ({
  ...facts,
  leaders: byMeasure(leaders, (node): EntityId => ids[node]!),
  community: new Map(ids.map((id, node) => [id, community[node]!])),
})

const byMeasure = <From, To>(leaders: Readonly<Record<string, readonly From[]>>, rename: (one: From) => To) =>
  Object.fromEntries(Object.entries(leaders).map(([measure, sites]) => [measure, sites.map(rename)]))
