import type { Backbone } from '#data/vocabulary/backbones/backbones.ts'
import type { WrittenRange } from '#data/written-range.ts'
import type { Status } from '#data/vocabulary/statuses.ts'
import type { Zone } from '#data/vocabulary/zones.ts'
import { factPlaces } from '#data/store/map/colours.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { pinnedPlaces } from '#data/store/curate/pin-entity.ts'
import { corpusFigures, crawlPeriod, lastAnalysisOrigin } from '#data/store/map/map-facts.ts'
import { readShard } from '#data/store/shares/shard.ts'
import { type FollowedName, isMostlyGone, isMostlyNew } from '#graph/analysis/communities/follow-names.ts'
import { givenNames } from '#graph/analysis/communities/given-names.ts'
import type { CommunityProfile } from '#graph/analysis/findings/community-profiles.ts'
import { readFinding } from '#graph/analysis/findings/stored-findings.ts'
import { analysedGraph, waveOfAnalysis } from '#data/store/graph/choose-graph-wave.ts'
import { lastAnalysis, type AnalysisResult } from '#data/store/graph/results.ts'
import { readSiteNodes } from '#data/store/graph/site-graph.ts'
import { version } from '#data/command/version.ts'
import type { CorpusFacts, MapCommunity, MapData } from '../protocol/map.ts'
import { growPlaces, type GrownPoint } from './grow-places.ts'
import { toolColumns } from './tools/tool-columns.ts'
import { mapColumns } from './map-columns.ts'
import { readMapTies } from './ties/map-ties.ts'

export interface MapSource {
  readonly corpus: Corpus
  readonly title: string
  readonly now: () => number
}

/** What of a corpus a published page shows, where it is not what was analysed. */
export interface MapChoice {
  readonly statuses: readonly Status[]
  readonly zones: readonly Zone[]
  readonly minWeight: number
  readonly backbone?: Backbone
  /** Only ties of hyperlinks in the matter of pages that state a date within these days; absent: as was analysed. */
  readonly written?: WrittenRange | undefined
}

/**
 * Everything the map is drawn from: the entities whose statuses were analysed (IN when none was), with the ties counted
 * now; those that came since stand beside whom they are tied to. With a choice: the entities that it names.
 */
export function readMapData(source: MapSource, choice?: MapChoice): MapData {
  const { corpus } = source
  const analysis = lastAnalysis(corpus)
  const origin = lastAnalysisOrigin(corpus)
  const facts = corpusFacts(source)
  const asked = { ...analysedGraph(corpus, analysis), undated: true as const, withoutSelfLinks: true as const }
  const chosen = { ...asked, ...choice, written: choice?.written ?? asked.written }
  const nodes = readSiteNodes(corpus, chosen)
  const { columns: ties, isUndirected, isOfFile } = readMapTies(corpus, nodes, chosen, choice)
  const given = givenNames(corpus, analysis)
  const profiles = (readFinding(analysis, 'communities') ?? []).map(profile =>
    named(profile, given.get(profile.number)),
  )
  const pins = pinnedPlaces(corpus)
  const pinned = nodes.flatMap(({ id }, site) => (pins.has(id) ? [site] : []))
  const places = growPlaces(nodes, ties, layoutOf(analysis, pins), grownSince(source, origin?.id ?? 0))
  return {
    corpus: facts,
    analysis: analysis &&
      origin && {
        ...origin,
        options: analysis.options,
        values: analysis.graphValues,
        communities: profiles,
        brokers: readFinding(analysis, 'brokers') ?? [],
      },
    ids: nodes.map(({ id }) => id),
    wave: waveOfAnalysis(corpus, analysis?.options ?? {}).noted ?? null,
    unread: nodes.flatMap(({ unread }, site) => (unread ? [site] : [])),
    ...(pinned.length > 0 && { pinned }),
    labels: nodes.map(({ id, label }) => (label === '' ? id : label)),
    x: places.map(({ x }) => x),
    y: places.map(({ y }) => y),
    columns: [
      ...mapColumns(
        nodes,
        analysis,
        namesOf(profiles, given),
        choice || analysis === null ? ties : null,
        factPlaces(corpus),
        {
          isUndirected,
          isOfFile,
        },
      ),
      ...toolColumns(corpus, nodes, { statuses: chosen.statuses, wave: chosen.wave }),
    ],
    ties,
    ...(isOfFile && { ofFile: true as const }),
    ...(isUndirected && { undirected: true as const }),
  }
}

function named(profile: CommunityProfile, given: FollowedName | undefined): MapCommunity {
  if (given === undefined) return profile
  const warning = isMostlyGone(given) ? 'gone' : isMostlyNew(given) ? 'new' : ''
  return {
    ...profile,
    name: given.name,
    given: { proposed: profile.name, sites: given.given, left: given.left, warning },
  }
}

/** By number; the communities of a file have no profile, and may have a name. */
const namesOf = (
  profiles: readonly MapCommunity[],
  given: ReadonlyMap<number, FollowedName>,
): ReadonlyMap<number, string> =>
  new Map([
    ...profiles.map(({ number, name }) => [number, name] as const),
    ...[...given].map(([number, { name }]) => [number, name] as const),
  ])

/** Places of the layout; one fixed by hand stands before it. */
function layoutOf(
  analysis: AnalysisResult | null,
  pins: ReadonlyMap<string, GrownPoint>,
): ReadonlyMap<string, GrownPoint> {
  const [xs, ys] = [analysis?.nodeValues.get('x'), analysis?.nodeValues.get('y')]
  const layout = new Map<string, GrownPoint>()
  for (const [id, x] of xs ?? []) layout.set(id, { x, y: ys?.get(id) ?? 0 })
  for (const [id, place] of pins) layout.set(id, place)
  return layout
}

const grown = new WeakMap<Corpus, { readonly analysis: number; readonly places: Map<string, GrownPoint> }>()

/** Places given to sites that came after an analysis: kept while the corpus is served, so that nothing jumps about. */
function grownSince({ corpus }: MapSource, analysis: number): Map<string, GrownPoint> {
  const known = grown.get(corpus)
  if (known?.analysis === analysis) return known.places
  const places = new Map<string, GrownPoint>()
  grown.set(corpus, { analysis, places })
  return places
}

function corpusFacts({ corpus, title, now }: MapSource): CorpusFacts {
  const shard = readShard(corpus)
  const share = shard && { share: [String(shard.share), String(shard.of)] as const }
  return { title, version, crawl: crawlPeriod(corpus, now()), ...corpusFigures(corpus), ...share }
}
