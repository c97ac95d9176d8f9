import type { AnalysisResult } from '#data/store/graph/results.ts'
import { type StudyChange, findChange } from '#graph/analysis/change/find-change.ts'
import type { ChangeTableName } from '#graph/analysis/change/tables/change-tables.ts'
import type { SeriesPoint } from '#graph/analysis/change/series.ts'
import type { Step } from '#graph/analysis/change/steps.ts'
import { type Num, numOrNull, type Where } from './num.ts'
import { type SiteRef, siteRef } from './site-ref.ts'
import type { Study } from './study.ts'

/** What all waves together show: numbers with where they stand in the tables of `changes`, sites as a report names them. */
export interface ToldChange {
  /** Of the draws: asked for again with it, the tables of `changes` hold the same numbers. */
  readonly seed: number
  readonly pair: readonly [string, string] | null
  readonly waves: readonly ToldWave[]
  readonly series: readonly ToldPoint[]
  readonly steps: readonly ToldStep[]
  readonly curves: readonly ToldCurve[]
  readonly tests: readonly ToldTest[]
  readonly communities: readonly ToldCommunity[]
  readonly gatekeepers: readonly ToldGatekeeper[]
  readonly arrivals: readonly ToldArrival[]
  readonly arrivalKind: string
}

const mostSitesNamed = 10

type NumOrNull = Num | null

export interface ToldWave extends Pick<StudyChange['waves'][number], 'wave' | 'day'> {
  readonly readSites: NumOrNull
  readonly unreadSites: NumOrNull
  readonly ties: NumOrNull
  readonly matterTies: NumOrNull
  readonly writtenTies: NumOrNull
  readonly bothTies: NumOrNull
}

export interface ToldPoint extends Pick<SeriesPoint, 'scope' | 'measure' | 'group' | 'wave'> {
  readonly value: NumOrNull
  readonly low: NumOrNull
  readonly high: NumOrNull
  readonly change: NumOrNull
  readonly changeLow: NumOrNull
  readonly changeHigh: NumOrNull
}

export interface ToldStep extends Pick<Step, 'from' | 'to' | 'group'> {
  readonly observed: NumOrNull
  readonly jaccard: NumOrNull
  readonly hamming: NumOrNull
  readonly kept: NumOrNull
  readonly gone: NumOrNull
  readonly born: NumOrNull
  readonly reborn: NumOrNull
  readonly unknown: NumOrNull
}

export interface ToldCurve {
  readonly by: StudyChange['curves'][number]['by']
  readonly group: string
  readonly ties: NumOrNull
  readonly ended: NumOrNull
  readonly old: NumOrNull
  readonly points: readonly {
    readonly estimate: 'turnbull' | 'kaplan-meier'
    readonly after: NumOrNull
    readonly by: NumOrNull
    readonly survival: NumOrNull
    readonly low: NumOrNull
    readonly high: NumOrNull
  }[]
}

export interface ToldTest {
  readonly by: StudyChange['tests'][number]['by']
  readonly groups: readonly string[]
  readonly z: NumOrNull
  readonly p: NumOrNull
  readonly pAll: NumOrNull
  readonly permutations: NumOrNull
}

export interface ToldCommunity extends Pick<StudyChange['communities'][number], 'wave' | 'event'> {
  /** Its number, a name. */
  readonly community: number
  readonly like: readonly number[]
  readonly overlap: NumOrNull
  readonly size: NumOrNull
  /** Some of its sites: the table has all. */
  readonly sites: readonly SiteRef[]
}

export interface ToldGatekeeper extends Pick<StudyChange['gatekeepers'][number], 'from' | 'to' | 'change'> {
  readonly site: SiteRef
  readonly before: NumOrNull
  readonly after: NumOrNull
}

export interface ToldArrival extends Pick<StudyChange['arrivals'][number], 'after' | 'by' | 'origin' | 'page'> {
  readonly source: SiteRef
  readonly target: SiteRef
  readonly place: NumOrNull
}

/** Above 1: more and smaller communities; 1 where no analysis says so. */
export function resolutionOf(analysis: Pick<AnalysisResult, 'options'> | null): number {
  const told = analysis?.options['resolution']
  return typeof told === 'number' && told > 0 ? told : 1
}

const seedOf = (analysis: Pick<AnalysisResult, 'options'> | null): number => {
  const told = analysis?.options['seed']
  return typeof told === 'number' && Number.isSafeInteger(told) && told >= 0 ? told : 1
}

/** Null with fewer than two waves. The seed and the resolution are those of the last analysis. */
export function describeChange(study: Study): ToldChange | null {
  const { corpus, analysis, choice, pair } = study
  const { statuses, zones, weight } = choice
  const seed = seedOf(analysis)
  const change = findChange(corpus, {
    question: { statuses, zones, weight },
    pair,
    seed,
    resolution: resolutionOf(analysis),
  })
  if (change === null) return null
  return {
    ...{ seed, pair, arrivalKind: change.arrivalKind },
    waves: change.waves.map(tellWave),
    series: change.series.map(tellPoint),
    steps: change.steps.map(tellStep),
    curves: change.curves.map(tellCurve),
    tests: change.tests.map(tellTest),
    communities: change.communities.map(own => tellCommunity(study, own)),
    gatekeepers: change.gatekeepers.map(own => tellGatekeeper(study, own)),
    arrivals: change.arrivals.map(own => tellArrival(study, own)),
  }
}

/** Cells of the row of a table of `changes` that is like `where`. */
const cellsOf =
  (table: ChangeTableName, where: Where) =>
  (take: string, value: number | null): NumOrNull =>
    numOrNull(value, { table: `${table}.csv`, where, take })

function tellWave({ wave, day, readSites, unreadSites, ties, ...dated }: StudyChange['waves'][number]): ToldWave {
  const cell = cellsOf('waves', { wave })
  const counts = { readSites: cell('read_sites', readSites), unreadSites: cell('unread_sites', unreadSites) }
  return {
    ...{ wave, day, ...counts, ties: cell('ties', ties) },
    matterTies: cell('matter_ties', dated.matterTies),
    writtenTies: cell('written_ties', dated.writtenTies),
    bothTies: cell('both_ties', dated.bothTies),
  }
}

function tellPoint({ scope, measure, group, wave, ...point }: SeriesPoint): ToldPoint {
  const cell = cellsOf('series', { scope, measure, wave })
  return {
    ...{ scope, measure, group, wave },
    value: cell('value', point.value),
    low: cell('low', point.low),
    high: cell('high', point.high),
    change: cell('change', point.change),
    changeLow: cell('change_low', point.changeLow),
    changeHigh: cell('change_high', point.changeHigh),
  }
}

function tellStep({ from, to, group, ...step }: Step): ToldStep {
  const cell = cellsOf('steps', { from, to, group })
  const names = ['observed', 'jaccard', 'hamming', 'kept', 'gone', 'born', 'reborn', 'unknown'] as const
  const told = Object.fromEntries(names.map(name => [name, cell(name, step[name])])) as Omit<
    ToldStep,
    'from' | 'to' | 'group'
  >
  return { from, to, group, ...told }
}

function tellCurve({ by, group, ties, ended, old, turnbull, kaplanMeier }: StudyChange['curves'][number]): ToldCurve {
  const ofCurve = cellsOf('survival', { by, group })
  const pointOf = (
    estimate: 'turnbull' | 'kaplan-meier',
    [after, until]: readonly [number, number],
    survival: number,
    [low, high]: readonly (number | null)[],
  ) => {
    const cell = cellsOf('survival', { by, group, estimate, by_day: until })
    return {
      ...{ estimate, after: cell('after', after), by: cell('by_day', until), survival: cell('survival', survival) },
      ...{ low: cell('low', low ?? null), high: cell('high', high ?? null) },
    }
  }
  return {
    ...{ by, group, ties: ofCurve('ties', ties), ended: ofCurve('ended', ended), old: ofCurve('old', old) },
    points: [
      ...turnbull.map(point => pointOf('turnbull', [point.after, point.by], point.survival, [point.low, point.high])),
      ...kaplanMeier.map(({ time, survival }) => pointOf('kaplan-meier', [time, time], survival, [])),
    ],
  }
}

function tellTest({ by, groups, z, p, pAll, permutations }: StudyChange['tests'][number]): ToldTest {
  const cell = cellsOf('tests', { by })
  return {
    by,
    groups,
    z: cell('z', z),
    p: cell('p', p),
    pAll: cell('p_all', pAll),
    permutations: cell('permutations', permutations),
  }
}

function tellCommunity(
  study: Study,
  { wave, event, community, like, overlap, sites }: StudyChange['communities'][number],
): ToldCommunity {
  const cell = cellsOf('communities', { wave, community, event })
  const told = { overlap: cell('overlap', overlap), size: cell('size', sites.length) }
  return { wave, event, community, like, ...told, sites: sites.slice(0, mostSitesNamed).map(id => siteRef(study, id)) }
}

function tellGatekeeper(
  study: Study,
  { from, to, site, change, before, after }: StudyChange['gatekeepers'][number],
): ToldGatekeeper {
  const cell = cellsOf('gatekeepers', { from, to, site })
  return { from, to, change, site: siteRef(study, site), before: cell('before', before), after: cell('after', after) }
}

function tellArrival(
  study: Study,
  { source, target, place, after, by, origin, page }: StudyChange['arrivals'][number],
): ToldArrival {
  const cell = cellsOf('arrivals', { source, target })
  return {
    after,
    by,
    origin,
    page,
    source: siteRef(study, source),
    target: siteRef(study, target),
    place: cell('place', place),
  }
}
