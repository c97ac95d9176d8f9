import type { EntityId } from '#data/url/brand.ts'
import type { Random } from '../random.ts'
import { type CommunitySearch, describeSearch } from '../communities/describe-search.ts'
import { compareMethods, type PartitionSummary, sweepResolution } from '../communities/compare-partitions.ts'
import type { Mrqap } from '../mrqap/mrqap.ts'
import { type RebuildGraph, resampleCrawl, type Resampling } from '../resample/resample-crawl.ts'
import type { ObservedView } from '../scene.ts'
import type { Crew } from '../workers/crew.ts'
import type { AdjustedP } from './adjusted-p.ts'
import type { Anchors } from './anchor-words.ts'
import { type Broker, findBrokers } from './brokers.ts'
import { type CommunityProfile, profileCommunities } from './community-profiles.ts'
import { type DegreeDistribution, degreeDistribution } from './degree-distribution.ts'
import type { Interval } from './intervals.ts'
import { type Direction, directionOf } from './direction.ts'
import { type BeyondField, findBeyondField } from './beyond-field.ts'
import { eiIntervals } from './ei-intervals.ts'
import { mrqapOfSite } from './mrqap-of-site.ts'
import type { Resemblance } from '../mrqap/resemblance.ts'
import type { StructureName } from '../mrqap/structure-terms.ts'

/** What an analysis found beyond one number per site or graph; stored as JSON by these names. */
export interface GraphFindings {
  readonly communities: readonly CommunityProfile[]
  /** Modularity of every run of the search for communities; run r is of the method that `methodOf` says. */
  readonly community_runs: readonly number[]
  readonly community_search: CommunitySearch
  /** Whether ties have directions, and which measures were left out because they need them. */
  readonly direction: Direction
  readonly resolution_sweep: readonly PartitionSummary[]
  readonly methods: readonly PartitionSummary[]
  readonly brokers: readonly Broker[]
  /** What goes beyond the homophily of the field: null where nothing is mixed. */
  readonly field: BeyondField | null
  readonly mrqap: Mrqap | null
  readonly intervals: readonly Interval[]
  readonly adjusted_p: readonly AdjustedP[]
  readonly degree_distribution: DegreeDistribution
  /** Which of the first findings hold with fewer seeds, clicks or pages. */
  readonly resampling: readonly Resampling[]
}

export interface FindingsOptions {
  readonly seed: number
  readonly crew: Crew
  readonly anchors: Anchors
  readonly languages: ReadonlyMap<EntityId, string>
  readonly structure: readonly StructureName[]
  readonly resemblance: Resemblance | null
  readonly smallerCrawls: SmallerCrawls
}

/** The graphs of smaller crawls, rebuilt from what is stored. */
export interface SmallerCrawls {
  readonly rebuild: RebuildGraph
  /** Depths, and limits of pages per entity, below those of the crawl. */
  readonly depths: readonly number[]
  readonly pageLimits: readonly number[]
}

/** All but what the null models' p-values need. `progress` is told the share done, in [0, 1]. */
export async function findAll(
  scene: ObservedView,
  { seed, crew, anchors, languages, structure, resemblance, smallerCrawls }: FindingsOptions,
  random: Random,
  progress: (done: number) => void,
): Promise<Omit<GraphFindings, 'adjusted_p'>> {
  const { site, graph, community, communityRuns, resolution } = scene
  const task = { graph, seed, community, communityRuns, resolution, crew }
  let finished = 0
  const told = async <Result>(work: Promise<Result>): Promise<Result> => {
    const result = await work
    progress(++finished / 8)
    return result
  }
  const { rebuild, ...crawls } = smallerCrawls
  progress(0)
  // All at once, so that no thread waits for the last job of a question.
  const [field, mrqap, brokers, resampling, methods, resolution_sweep, intervals, communities] = await Promise.all([
    told(findBeyondField(scene, { seed, crew })),
    told(mrqapOfSite(site, graph, { languages, structure, resemblance, seed: `${seed}/findings/mrqap`, crew })),
    told(findBrokers(site, graph, { seed, crew })),
    told(resampleCrawl(site, rebuild, { seed, resolution, crew, ...crawls })),
    told(compareMethods(task)),
    told(sweepResolution(task)),
    told(eiIntervals(scene, `${seed}/findings/intervals`, crew)),
    // While the others have their hands full.
    told(Promise.resolve().then(() => profileCommunities(scene, anchors, random.stream('profiles')))),
  ])
  return {
    communities,
    community_runs: communityRuns.modularities,
    community_search: describeSearch(communityRuns),
    direction: directionOf(site),
    resolution_sweep,
    methods,
    brokers,
    field,
    mrqap,
    intervals,
    degree_distribution: degreeDistribution(graph),
    resampling,
  }
}
