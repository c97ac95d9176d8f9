import type { GraphValue } from '../../../data/store/results.ts'
import type { Random } from '../../random.ts'
import { compareMethods, type PartitionSummary, sweepResolution } from '../communities/compare-partitions.ts'
import type { Mrqap } from '../mrqap.ts'
import { type RebuildGraph, resampleCrawl, type Resampling } from '../resample/resample-crawl.ts'
import type { Scene } from '../scene.ts'
import { type AdjustedP, adjustPs } from './adjusted-p.ts'
import type { Anchors } from './anchor-words.ts'
import { type Broker, findBrokers } from './brokers.ts'
import { type CommunityProfile, profileCommunities } from './community-profiles.ts'
import { type DegreeDistribution, degreeDistribution } from './degree-distribution.ts'
import { eiInterval, type Interval } from './intervals.ts'
import { mrqapOfSite } from './mrqap-of-site.ts'

/** What an analysis found beyond one number per site or graph; stored as JSON by these names. */
export interface Findings {
  readonly communities: readonly CommunityProfile[]
  /** Modularity of every run of the search for communities. */
  readonly community_runs: readonly number[]
  readonly resolution_sweep: readonly PartitionSummary[]
  readonly methods: readonly PartitionSummary[]
  readonly brokers: readonly Broker[]
  readonly mrqap: Mrqap | null
  readonly intervals: readonly Interval[]
  readonly adjusted_p: readonly AdjustedP[]
  readonly degree_distribution: DegreeDistribution
  /** Which of the first findings hold with fewer seeds, clicks or pages. */
  readonly resampling: readonly Resampling[]
}

export interface FindingsOptions {
  readonly seed: number
  readonly workers: number
  readonly anchors: Anchors
  readonly smallerCrawls: SmallerCrawls
}

/** The graphs of smaller crawls, rebuilt from what is stored. */
export interface SmallerCrawls {
  readonly rebuild: RebuildGraph
  /** Depths, and limits of pages per entity, below those of the crawl. */
  readonly depths: readonly number[]
  readonly pageLimits: readonly number[]
}

/** Bootstrap samples of the sites for an interval. */
const intervalDraws = 1000

/** `progress` is told the share done, in [0, 1]. */
export async function findAll(
  scene: Scene,
  graphValues: readonly GraphValue[],
  { seed, workers, anchors, smallerCrawls }: FindingsOptions,
  random: Random,
  progress: (done: number) => void,
): Promise<Findings> {
  const { site, graph, community, resolution } = scene
  const task = { graph, seed, community, workers }
  progress(0)
  const resolution_sweep = await sweepResolution(task)
  progress(0.3)
  const methods = await compareMethods(task, resolution)
  progress(0.5)
  const brokers = await findBrokers(site, graph, { seed, workers })
  progress(0.7)
  const mrqap = mrqapOfSite(site, graph, random.stream('mrqap'))
  progress(0.75)
  const { rebuild, ...crawls } = smallerCrawls
  const resampling = await resampleCrawl(site, rebuild, { seed, resolution, workers, ...crawls })
  progress(0.9)
  const intervals = scene.attributes
    .map(attribute => eiInterval(graph, attribute, intervalDraws, random.stream('intervals').stream(attribute.name)))
    .filter(interval => interval !== null)
  return {
    communities: profileCommunities(scene, anchors, random.stream('profiles')),
    community_runs: scene.communityRuns.modularities,
    resolution_sweep,
    methods,
    brokers,
    mrqap,
    intervals,
    adjusted_p: adjustPs(graphValues),
    degree_distribution: degreeDistribution(graph),
    resampling,
  }
}
