import type { SiteGraph } from '#data/records.ts'
import type { GraphValue } from '#data/store/graph/results.ts'
import type { EntityId } from '#data/url/brand.ts'
import type { Point } from './layout/point.ts'
import { createRandom, type Random } from './random.ts'
import { degreeOf, type Digraph } from './paths/adjacency.ts'
import { attributeOfPartition, attributesOf, computedTags } from './attribute.ts'
import { describeBlocks } from './blocks/describe-blocks.ts'
import { findBlocks } from './blocks/find-blocks.ts'
import { type CommunityRuns, keepBest, methodOf } from './communities/community-runs.ts'
import { keptRuns } from './communities/kept-runs.ts'
import type { Anchors } from './findings/anchor-words.ts'
import { adjustPs } from './findings/adjusted-p.ts'
import { findAll, type SmallerCrawls } from './findings/find-all.ts'
import { answersOf, graphValuesOf } from './graph-values.ts'
import { weightedFlowOf } from './measures/communities.ts'
import { type Memory, nameOf, noMemory } from './memory/memory.ts'
import type { Mrqap } from './mrqap/mrqap.ts'
import type { Resemblance } from './mrqap/resemblance.ts'
import type { StructureName } from './mrqap/structure-terms.ts'
import { fitsTies } from './fits-ties.ts'
import { nullRestarts } from './nulls/null-runner.ts'
import { describeRewiring } from './nulls/describe-rewiring.ts'
import { triesFor } from './nulls/rewire.ts'
import { runNulls } from './nulls/run-nulls.ts'
import { nodeMeasures } from './registry.ts'
import type { ObservedView, Scene } from './scene.ts'
import { chooseSources, joinPaths, type PathSums } from './paths/shortest-paths.ts'
import { toDigraph } from './to-digraph.ts'
import { graphViewOf } from './graph-view-of.ts'
import { type Crew, defaultThreads, hireCrew } from './workers/crew.ts'

export interface AnalysisOptions {
  /** Same graph, same seed: the same numbers. Default 1. */
  readonly seed?: number
  /** Runs of the search for communities and of each null model. Default 200. */
  readonly runs?: number
  /** Above 1: more and smaller communities. Default 1. */
  readonly resolution?: number
  /** Threads; they change the time, never the result. Default: one per core that the program may use, at most 8. */
  readonly workers?: number
  /** The column `community` of the analysis before, by which `community_previous` is numbered. */
  readonly previous?: ReadonlyMap<EntityId, number>
  /** Anchor texts of the links that each site receives, from which communities are named. */
  readonly anchors?: Anchors
  /** Language of the pages of each site, ISO 639-1; sites of which none is known are absent. Default: none. */
  readonly languages?: ReadonlyMap<EntityId, string>
  /** Tags by which it is computed, besides country and kind. Default: every one that tells, but those that programs computed of ties. */
  readonly attributes?: readonly string[]
  /** What of the network itself the regression of ties holds fixed. Default: nothing. */
  readonly structure?: readonly StructureName[]
  /** How alike sites are in the words of their own pages, for the regression of ties. Default: it is not asked. */
  readonly resemblance?: Resemblance | null
  /** Search for blocks, too. Default: no, as it takes its time. */
  readonly blocks?: boolean
  /** How the graph would be after a smaller crawl. Default: only with fewer of its sites as seeds. */
  readonly smallerCrawls?: SmallerCrawls
  /** Of earlier analyses; it changes the time, never the result. Default: none. */
  readonly memory?: Memory
}

/** Told at the beginning of each step: what it is, and how much of the whole is done, in [0, 1]. */
export type AnalysisProgress = (step: string, done: number) => void

export interface Analysis {
  /** Measure → entity → value; a node without a value is absent. `x` and `y` are the position on the map. */
  readonly nodeValues: ReadonlyMap<string, ReadonlyMap<EntityId, number>>
  readonly graphValues: readonly GraphValue[]
  /** Further results by name, as JSON values. */
  readonly findings: ReadonlyMap<string, unknown>
  /** Of each site the community that each run of the search put it in. */
  readonly runLabels: ReadonlyMap<EntityId, Uint32Array>
}

/** Computes every measure, the communities and the layout of `site`. Pure: the same arguments give the same result. */
export async function analyseGraph(
  site: SiteGraph,
  options: AnalysisOptions = {},
  progress: AnalysisProgress = () => {},
): Promise<Analysis> {
  const settings = { ...defaults(site), ...options }
  const crew = hireCrew(settings.workers, settings.memory)
  try {
    return await analyseWith(crew, site, settings, progress)
  } finally {
    await crew.end()
  }
}

async function analyseWith(
  crew: Crew,
  site: SiteGraph,
  {
    seed,
    runs,
    resolution,
    previous,
    anchors,
    languages,
    structure,
    resemblance,
    smallerCrawls,
    attributes,
    blocks,
  }: Resolved,
  progress: AnalysisProgress,
): Promise<Analysis> {
  const random = createRandom(seed)
  const graph = toDigraph(site)
  progress('communities', 0)
  const view = graphViewOf(graph, await findCommunities(graph, { seed, runs, resolution, crew }), resolution)
  if (blocks) progress('blocks', 0.12)
  const best = blocks ? await findBlocks(graph, { seed, crew }) : null
  const compared: ObservedView = { ...view, site, attributes: attributesOf(site, attributes) }

  progress('layout, null models and findings', 0.15)
  const tries = triesFor(graph, random.stream('swaps'))
  const task = { graph, attributes: compared.attributes, resolution, seed, tries }
  const answerTo = answersOf(compared)
  const done = { nulls: 0, findings: 0 }
  const tell = (what: keyof typeof done) => (share: number) => {
    done[what] = share
    progress('null models and findings', 0.2 + 0.55 * done.nulls + 0.25 * done.findings)
  }
  // All at once, so that no thread waits for the last job of a step.
  const [positions, nodeValues, nulls, found] = await Promise.all([
    drawMap(compared, `${seed}/layout`, crew),
    measureSites({ ...compared, previous, ...(best && { blocks: best.number }) }, { seed, crew }),
    runNulls(task, { runs, observed: view.communityRuns, answerTo, crew, progress: tell('nulls') }),
    findAll(
      compared,
      { seed, crew, anchors, languages, structure, resemblance, smallerCrawls },
      random.stream('findings'),
      tell('findings'),
    ),
  ])
  nodeValues.set('x', new Map([...positions].map(([id, { x }]) => [id, x])))
  nodeValues.set('y', new Map([...positions].map(([id, { y }]) => [id, y])))

  const community = attributeOfPartition('community', view.community)
  const graphValues = graphValuesOf(compared, community, nulls, { seed, answerTo })
  const findings = { ...found, adjusted_p: adjustPs(graphValues) }
  progress('done', 1)
  return {
    nodeValues,
    runLabels: keptRuns(
      site.nodes.map(({ id }) => id),
      view.communityRuns.labels,
    ),
    graphValues: [...graphValues, ...mrqapValues(findings.mrqap, seed)],
    findings: new Map<string, unknown>([
      ...Object.entries(findings),
      ['computed_columns', computedTags(site, attributes)],
      ['rewiring', describeRewiring(graph, tries, nulls)],
      ...(best ? [['blocks', describeBlocks(site, graph, view.community, best)] as const] : []),
    ]),
  }
}

type Resolved = Required<Omit<AnalysisOptions, 'attributes'>> & Pick<AnalysisOptions, 'attributes'>

const defaults = (site: SiteGraph) => ({
  seed: 1,
  runs: 200,
  resolution: 1,
  workers: defaultThreads(),
  memory: noMemory,
  previous: new Map<EntityId, number>(),
  anchors: new Map() as Anchors,
  languages: new Map<EntityId, string>(),
  structure: [],
  resemblance: null,
  blocks: false,
  smallerCrawls: seedsOnly(site),
})

/** Without the corpus only the seeds can be drawn anew: their graph is a part of this one. */
const seedsOnly = (site: SiteGraph): SmallerCrawls => ({ rebuild: () => site, depths: [], pageLimits: [] })

/** The regression's rows of measures.csv. */
function mrqapValues(found: Mrqap | null, seed: number): GraphValue[] {
  return (found?.effects ?? []).map(({ name, coefficient, nullMean, nullSd, p }) => ({
    measure: `mrqap_${name}`,
    group: '',
    value: coefficient,
    null: 'permute',
    nullMean,
    nullSd,
    z: nullSd > 0 ? (coefficient - nullMean) / nullSd : null,
    p,
    runs: found!.permutations,
    seed,
  }))
}

/** Runs of both methods by turns, as many as a null graph gets at least, shared among workers; the best is `community`. */
async function findCommunities(
  graph: Digraph,
  { seed, runs, resolution, crew }: Required<Pick<AnalysisOptions, 'seed' | 'runs' | 'resolution'>> & { crew: Crew },
): Promise<CommunityRuns> {
  const jobs = Array.from({ length: Math.max(nullRestarts(graph), runs) }, (_, run) => ({
    method: methodOf(run),
    resolution,
    stream: `communities/${run}`,
  }))
  const task = { graph, seed, directed: true, weighted: true }
  const labels = await crew.share('communities', task, jobs, { work: 20 * runs * graph.edgeCount })
  return keepBest(weightedFlowOf(graph), labels, resolution)
}

/** Every measure of the sites; those of paths and of the runs' agreement wait for other threads. */
async function measureSites(
  observed: Omit<Scene, 'paths' | 'consensus'>,
  { seed, crew }: { readonly seed: number; readonly crew: Crew },
): Promise<Map<string, Map<EntityId, number>>> {
  const { site, graph, communityRuns } = observed
  const [paths, agreed] = await Promise.all([
    walkPaths(graph, createRandom(seed).stream('paths'), crew),
    agreement(communityRuns, `${seed}/consensus`, crew),
  ])
  const scene: Scene = { ...observed, paths, consensus: agreed }
  const measures = nodeMeasures.filter(fitsTies(graph.undirected))
  return new Map(measures.map(measure => [measure.name, byEntity(site, measure.compute(scene))]))
}

async function agreement({ labels }: CommunityRuns, seed: string, crew: Crew): Promise<Uint32Array> {
  const work = 20 * labels.length * labels[0]!.length
  const [agreed] = await crew.share('consensus', { labels, seed }, ['all'], { work })
  return agreed!
}

/** As many parts as there are at most: their number decides the last digits, so it may not depend on the workers. */
const pathParts = 64

async function walkPaths(graph: Digraph, random: Random, crew: Crew): Promise<PathSums> {
  const sources = chooseSources(graph, random)
  const size = Math.max(1, Math.ceil(sources.length / pathParts))
  const parts = Array.from({ length: Math.ceil(sources.length / size) }, (_, part) =>
    sources.slice(part * size, (part + 1) * size),
  )
  const sums = await crew.share('paths', graph, parts, { work: sources.length * graph.edgeCount })
  return joinPaths(graph.nodeCount, sums)
}

function byEntity(site: SiteGraph, values: ArrayLike<number>): Map<EntityId, number> {
  const known = site.nodes.map((node, index) => [node.id, values[index]!] as const)
  return new Map(known.filter(([, value]) => Number.isFinite(value)))
}

/** Made beside the null models: a map is drawn in one thread. Remembered as places of the sites in their order. */
async function drawMap(scene: ObservedView, seed: string, crew: Crew): Promise<ReadonlyMap<EntityId, Point>> {
  const { site, graph, community } = scene
  const work = 20_000 * (graph.nodeCount + graph.edgeCount)
  const task = { site, sizes: mapSizes(scene), community, seed }
  const name = nameOf('layout', task)
  const known = crew.memory.recall(name) as readonly (Point | undefined)[] | undefined
  const [drawn] = known === undefined ? await crew.share('layout', task, ['map'], { work }) : []
  const places = known ?? site.nodes.map(({ id }) => drawn!.get(id))
  if (known === undefined) crew.memory.keep(name, places)
  return drawn ?? new Map(site.nodes.flatMap(({ id }, node) => (places[node] ? [[id, places[node]]] : [])))
}

/** Radius of each site on a map 1,000 wide: its area grows with the number of sites citing it. */
function mapSizes({ site, graph }: ObservedView): Map<EntityId, number> {
  return new Map(site.nodes.map(({ id }, node) => [id, 3 + 1.4 * Math.sqrt(degreeOf(graph.in, node))]))
}
