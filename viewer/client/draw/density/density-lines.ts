import { contourDensity } from 'd3-contour'
import type { Model } from '#viewer/client/model/model.ts'
import type { Shown } from '#viewer/client/model/shown.ts'
import { extentOf } from '#viewer/client/picture/places-in.ts'

/** Lines of equal density, as one path of SVG each, from the thin to the dense; in units of the layout, y upwards. */
export type DensityLines = readonly string[]

/** Squares of the grid along the longer side of the map, and around it. */
const [side, around] = [240, 40]
/** Of the kernel, in squares: a twentieth of the map. */
const bandwidth = side / 20
const steps = 6
const fewest = 3

const known = new WeakMap<Shown, { readonly model: Model; readonly lines: DensityLines }>()

/** Of the sites that are shown, each counting the same, whatever its ties and size. O(sites + squares), once for what is shown. */
export function densityLines(model: Model, shown: Shown): DensityLines {
  const before = known.get(shown)
  if (before?.model === model) return before.lines
  const lines = drawLines(model, shown)
  known.set(shown, { model, lines })
  return lines
}

function drawLines({ data }: Model, shown: Shown): DensityLines {
  const sites = [...shown.sites.keys()].filter(site => shown.sites[site] === 1)
  const [x, y] = [extentOf(data.x), extentOf(data.y)]
  const unit = Math.max(x.length, y.length) / side
  if (sites.length < fewest || unit === 0) return []
  const [left, bottom] = [x.middle - x.length / 2 - around * unit, y.middle - y.length / 2 - around * unit]
  const density = contourDensity<number>()
    .x(site => (data.x[site]! - left) / unit)
    .y(site => (data.y[site]! - bottom) / unit)
    .size([x.length / unit + 2 * around, y.length / unit + 2 * around])
    .cellSize(2)
    .bandwidth(bandwidth)
    .thresholds(steps)
  const place = ([column = 0, row = 0]: readonly number[]): string =>
    `${tidy(left + column * unit)},${tidy(bottom + row * unit)}`
  return density(sites).map(({ coordinates }) =>
    coordinates.map(outline => outline.map(ring => `M${ring.map(place).join('L')}Z`).join('')).join(''),
  )
}

const tidy = (value: number): number => Math.round(value * 10) / 10
