import type { SiteGraph } from '#data/records.ts'
import { attributeOfTexts } from '../attribute.ts'
import type { Random } from '../random.ts'
import { withSeeds } from '../resample/resample-crawl.ts'
import {
  factsOfSample,
  type SampledGraph,
  sampledGraph,
  seriesMeasures,
  type SeriesMeasure,
  type UnknownTie,
} from './sampled-facts.ts'
import type { WavesOfStudy } from './wave-graphs.ts'

/** Which graph of a wave is measured: as `analyse --wave` takes it, or what every wave looked at alone. */
export const seriesScopes = ['wave', 'panel'] as const
export type SeriesScope = (typeof seriesScopes)[number]

/** A measure at one wave, and how far it moved since the wave before. */
export interface SeriesPoint {
  readonly scope: SeriesScope
  readonly measure: SeriesMeasure
  /** As in measures.csv: '' or 'country' or 'country:FR>US'. */
  readonly group: string
  readonly wave: string
  readonly value: number | null
  /** 95 % interval over draws of the sites, the same in every wave; null where no draw has a value. */
  readonly low: number | null
  readonly high: number | null
  readonly change: number | null
  /** Of the change: the draws are the same sites before and after. */
  readonly changeLow: number | null
  readonly changeHigh: number | null
}

export interface SeriesOptions {
  /** Two countries: the exchange between them is followed. */
  readonly pair: readonly [string, string] | null
  readonly draws: number
  readonly random: Random
}

/**
 * The main measures in each wave. Intervals are percentiles of `draws` bootstrap samples of the sites; ties between copies
 * of one site are left out. Snijders & Borgatti 1999, Connections 22(2). O(draws × waves × ties).
 */
export function seriesOf(study: WavesOfStudy, { pair, draws, random }: SeriesOptions): SeriesPoint[] {
  return seriesScopes.flatMap(scope => {
    const { graphs, unknown } = scope === 'panel' ? panelOf(study) : { graphs: graphsOf(study), unknown: [] }
    const ids = (graphs[0]?.nodes ?? []).map(({ id }) => id)
    if (ids.length === 0) return []
    const sampled = graphs.map(graph => sampledGraph(graph, ids, countryOf(graph, pair), unknown))
    const found = sampled.map(graph => factsOfSample(graph, new Uint32Array(ids.length).fill(1)))
    const drawn = drawAll(sampled, ids.length, draws, random)
    return seriesMeasures.flatMap(measure =>
      study.waves.map(({ label }, wave) => pointOf({ scope, measure, wave, label, pair }, found, drawn)),
    )
  })
}

const countryOf = ({ nodes }: SiteGraph, pair: SeriesOptions['pair']) => {
  const country = attributeOfTexts(
    'country',
    nodes.map(node => node.country),
  )
  return { ...country, pair: pair === null ? null : pair.map(code => country.values.indexOf(code)) }
}

const graphsOf = ({ waves }: WavesOfStudy): SiteGraph[] => waves.map(({ graph }) => graph)

interface Panel {
  readonly graphs: readonly SiteGraph[]
  /** What was left out. */
  readonly unknown: readonly UnknownTie[]
}

/** The sites that every wave read, without the ties that some wave did not look at: whatever moves there has moved. */
function panelOf({ waves, histories }: WavesOfStudy): Panel {
  const [first, ...later] = waves.map(({ read }) => read)
  const everRead = new Set([...(first ?? [])].filter(id => later.every(read => read.has(id))))
  const unknown = histories.filter(({ states }) => states.some(({ state }) => state === 'unknown'))
  const names = new Set(unknown.map(({ source, target }) => `${source} ${target}`))
  const graphs = waves.map(({ graph }) => {
    const { nodes, edges } = withSeeds(graph, everRead)
    return { nodes, edges: edges.filter(({ source, target }) => !names.has(`${source} ${target}`)) }
  })
  return { graphs, unknown }
}

type Facts = Readonly<Record<SeriesMeasure, number>>

/** Facts by draw and wave: in a draw each site counts as often as it was drawn, in every wave alike. */
function drawAll(graphs: readonly SampledGraph[], sites: number, draws: number, random: Random): Facts[][] {
  return Array.from({ length: draws }, (_, draw) => {
    const own = random.stream(draw)
    const times = new Uint32Array(sites)
    for (let drawn = 0; drawn < sites; drawn++) times[own.int(sites)]!++
    return graphs.map(graph => factsOfSample(graph, times))
  })
}

interface Place {
  readonly scope: SeriesScope
  readonly measure: SeriesMeasure
  readonly wave: number
  readonly label: string
  readonly pair: SeriesOptions['pair']
}

function pointOf(
  { scope, measure, wave, label, pair }: Place,
  found: readonly Facts[],
  drawn: readonly Facts[][],
): SeriesPoint {
  const at = (facts: readonly Facts[]): number => facts[wave]![measure]
  const change = (facts: readonly Facts[]): number => (wave === 0 ? NaN : at(facts) - facts[wave - 1]![measure])
  const [low, high] = middleOf(drawn.map(at))
  const [changeLow, changeHigh] = middleOf(drawn.map(change))
  const values = { value: orNull(at(found)), low, high, change: orNull(change(found)), changeLow, changeHigh }
  return { scope, measure, group: groupOf(measure, pair), wave: label, ...values }
}

const orNull = (value: number): number | null => (Number.isFinite(value) ? value : null)

function groupOf(measure: SeriesMeasure, pair: SeriesOptions['pair']): string {
  if (measure === 'ei_index') return 'country'
  return measure === 'asymmetry' || measure === 'ei_pair' ? (pair === null ? '' : `country:${pair.join('>')}`) : ''
}

/** The 2.5th and the 97.5th percentile of what is defined. */
function middleOf(values: readonly number[]): readonly [low: number | null, high: number | null] {
  const defined = values.filter(Number.isFinite).sort((a, b) => a - b)
  const at = (share: number): number | null => defined[Math.round(share * (defined.length - 1))] ?? null
  return [at(0.025), at(0.975)]
}
