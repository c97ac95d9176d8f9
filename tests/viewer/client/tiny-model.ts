import { noneByZone } from '#data/vocabulary/zones.ts'
import type { MapColumn, MapData } from '#viewer/protocol/map.ts'
import { buildModel, type Model } from '#viewer/client/model/model.ts'

export interface TinyTie {
  readonly from: number
  readonly to: number
  readonly weight?: number
}

/** A model of a few sites, for tests of what is asked of it. */
export function tinyModel(
  labels: readonly string[],
  ties: readonly TinyTie[] = [],
  columns: readonly MapColumn[] = [],
): Model {
  const data: MapData = {
    corpus: {
      title: 'tiny', version: 'test', crawl: null, links: ties.length,
      entities: { IN: labels.length, OUT: 0, UNDECIDED: 0, DISCOVERED: 0 },
      pages: { fetched: 0, redirected: 0, failed: 0, excluded: 0, pending: 0 },
    },
    analysis: { id: 1, at: 0, version: 'test', options: {}, stale: false, values: [], communities: [], brokers: [] },
    ids: labels.map((_, site) => `site-${site}.example`),
    labels,
    x: labels.map((_, site) => site * 100),
    y: labels.map(() => 0),
    columns,
    wave: null,
    unread: [],
    ties: {
      source: ties.map(({ from }) => from),
      target: ties.map(({ to }) => to),
      weight: ties.map(({ weight = 1 }) => weight),
      links: ties.map(() => 1),
      pages: ties.map(() => 1),
      zones: noneByZone,
    },
  } // prettier-ignore
  return buildModel(data)
}
