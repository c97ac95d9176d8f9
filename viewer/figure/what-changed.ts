import type { DrawnThen } from '#data/store/curate/keep-figure.ts'
import type { FigureChanges } from '../protocol/figure.ts'
import { categoryName } from '../client/map/category-name.ts'
import { groupOf } from '../client/view/scales.ts'
import type { FigureScene } from './figure-scene.ts'

/** A figure's ties are kept up to this number: more make the corpus large, and no list of changes is read. */
const mostTies = 5000

/** What a scene shows, to be compared later. @param rowOf row of an entity by its id. */
export function drawnNow(scene: FigureScene, rowOf: (id: string) => number): DrawnThen {
  const { model, shown } = scene
  const { data, ties } = model
  const sites = shownSites(scene)
  const placeOf = new Map(sites.map((site, place) => [site, place]))
  const kept = [...shown.ties.keys()].filter(tie => shown.ties[tie] === 1)
  return {
    sites: sites.map(site => rowOf(data.ids[site]!)),
    groups: sites.map(site => groupName(scene, site)),
    places: sites.map(site => [data.x[site]!, data.y[site]!]),
    ties:
      kept.length > mostTies
        ? null
        : kept.map(tie => [placeOf.get(ties.source[tie]!)!, placeOf.get(ties.target[tie]!)!, ties.weight[tie]!]),
  }
}

/** What a figure would show otherwise than it did. @param labelOf name of an entity by its row; undefined: it is gone. */
export function whatChanged(
  then: DrawnThen,
  scene: FigureScene,
  rowOf: (id: string) => number,
  labelOf: (row: number) => string | undefined,
): FigureChanges {
  const now = drawnNow(scene, rowOf)
  const [before, after] = [then, now].map(({ sites }) => new Map(sites.map((row, place) => [row, place]))) as [
    Map<number, number>,
    Map<number, number>,
  ]
  const nameOf = (row: number): string => labelOf(row) ?? ''
  const lost = then.sites.filter(row => !after.has(row))
  const stayed = now.sites.filter(row => before.has(row))
  return {
    sitesGained: now.sites.filter(row => !before.has(row)).map(nameOf),
    sitesLost: lost.filter(row => labelOf(row) !== undefined).map(nameOf),
    sitesGone: lost.filter(row => labelOf(row) === undefined).length,
    ...changedTies(then, now, nameOf),
    regrouped: stayed
      .map(row => ({
        name: nameOf(row),
        from: then.groups[before.get(row)!] ?? '',
        to: now.groups[after.get(row)!] ?? '',
      }))
      .filter(({ from, to }) => from !== to),
    displaced: displacement(
      stayed.map(row => [then.places[before.get(row)!]!, now.places[after.get(row)!]!]),
      now.places,
    ),
    tiesCompared: then.ties !== null && now.ties !== null,
  }
}

const shownSites = ({ shown }: FigureScene): number[] => [...shown.sites.keys()].filter(site => shown.sites[site] === 1)

function groupName({ model, view, speech }: FigureScene, site: number): string {
  const column = model.columns.get(view.colour)
  const group = groupOf(column, site)
  if (column === undefined || group < 0) return ''
  return column.kind === 'category' ? categoryName(column, group, speech) : String(group + 1)
}

type Ties = Pick<FigureChanges, 'tiesGained' | 'tiesLost' | 'tiesReweighted'>

function changedTies(then: DrawnThen, now: DrawnThen, nameOf: (row: number) => string): Ties {
  const byEnds = ({ sites, ties }: DrawnThen): Map<string, number> =>
    new Map((ties ?? []).map(([source, target, weight]) => [`${sites[source]} ${sites[target]}`, weight]))
  if (then.ties === null || now.ties === null) return { tiesGained: [], tiesLost: [], tiesReweighted: [] }
  const [before, after] = [byEnds(then), byEnds(now)]
  const named = (key: string) => {
    const [source, target] = key.split(' ').map(row => nameOf(Number(row))) as [string, string]
    return { source, target }
  }
  return {
    tiesGained: [...after.keys()].filter(key => !before.has(key)).map(named),
    tiesLost: [...before.keys()].filter(key => !after.has(key)).map(named),
    tiesReweighted: [...after].flatMap(([key, to]) => {
      const from = before.get(key)
      return from === undefined || from === to ? [] : [{ ...named(key), from, to }]
    }),
  }
}

type Place = readonly [x: number, y: number]

/** The median way that sites went, in parts of the map's longest side. */
function displacement(pairs: readonly (readonly [Place, Place])[], places: readonly Place[]): number {
  const side = Math.max(spread(places.map(([x]) => x)), spread(places.map(([, y]) => y))) || 1
  const ways = pairs.map(([[x0, y0], [x1, y1]]) => Math.hypot(x1 - x0, y1 - y0) / side).sort((a, b) => a - b)
  return ways[Math.floor(ways.length / 2)] ?? 0
}

function spread(values: readonly number[]): number {
  let [least, most] = [Infinity, -Infinity]
  for (const value of values) [least, most] = [Math.min(least, value), Math.max(most, value)]
  return values.length === 0 ? 0 : most - least
}
