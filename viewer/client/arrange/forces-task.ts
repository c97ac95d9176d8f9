import type { Model } from '../model/model.ts'
import type { Shown } from '../model/shown.ts'
import { extentOf } from '../picture/places-in.ts'
import type { ForcesTask } from './live-forces.ts'

/** The shown part of a map as a task of forces, in the box of the whole map; and which sites it holds, in its order. */
export function forcesTask(
  { data, ties }: Model,
  shown: Shown,
  radius: (site: number) => number,
): { readonly task: ForcesTask; readonly sites: readonly number[] } {
  const sites = [...shown.sites.keys()].filter(site => shown.sites[site] === 1)
  const placeOf = new Map(sites.map((site, at) => [site, at]))
  const kept = ties.source.map((_, tie) => tie).filter(tie => shown.ties[tie] === 1)
  const [x, y] = [extentOf(data.x), extentOf(data.y)]
  // A map in a line gets room above and beneath.
  const half = { x: Math.max(x.length, y.length / 2, 1) / 2, y: Math.max(y.length, x.length / 2, 1) / 2 }
  const task: ForcesTask = {
    x: Float32Array.from(sites, site => data.x[site]! - x.middle),
    y: Float32Array.from(sites, site => data.y[site]! - y.middle),
    radius: Float32Array.from(sites, radius),
    source: Uint32Array.from(kept, tie => placeOf.get(ties.source[tie]!)!),
    target: Uint32Array.from(kept, tie => placeOf.get(ties.target[tie]!)!),
    weight: Float32Array.from(kept, tie => ties.weight[tie]!),
    box: {
      left: x.middle - half.x,
      right: x.middle + half.x,
      bottom: y.middle - half.y,
      top: y.middle + half.y,
    },
  }
  return { task, sites }
}

/** Seconds of forces for so many sites: small maps are at rest soon. */
export const forceMs = (sites: number): number => Math.round(Math.min(8000, 1500 + sites * 4))
