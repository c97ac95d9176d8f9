import type { LayoutFrame } from '../draw/density/density-look.ts'
import type { Places } from '../draw/nearest-tie.ts'
import type { Model } from '../model/model.ts'
import type { Camera } from '../view/view.ts'

export interface PictureFrame {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  readonly padding: number
}

/** Sites in a frame: all of them fitted into it, or the part that a camera sees. */
export function placesIn(frame: PictureFrame, { data, siteCount }: Model, camera: Camera | null): Places {
  const [x, y] = [extentOf(data.x), extentOf(data.y)]
  const side = Math.max(x.length, y.length) || 1
  const { x: cx, y: cy, ratio } = camera ?? { x: 0.5, y: 0.5, ratio: 1 }
  const fit = Math.min(
    (frame.width - frame.padding * 2) / (x.length || 1),
    (frame.height - frame.padding * 2) / (y.length || 1),
  )
  const scale = fit / ratio
  const centre = { x: x.middle + (cx - 0.5) * side, y: y.middle + (cy - 0.5) * side }
  const places = new Float64Array(siteCount * 2)
  for (let site = 0; site < siteCount; site++) {
    places[site * 2] = frame.left + frame.width / 2 + (data.x[site]! - centre.x) * scale
    places[site * 2 + 1] = frame.top + frame.height / 2 - (data.y[site]! - centre.y) * scale
  }
  return places
}

/** Where a layout lies among places that were made of it; null: they tell nothing, as all are one. */
export function layoutFrame({ data, siteCount }: Model, places: Places): LayoutFrame | null {
  let [one, other] = [0, 0]
  for (let site = 0; site < siteCount; site++) {
    if (data.x[site]! < data.x[one]!) one = site
    if (data.x[site]! > data.x[other]!) other = site
  }
  const width = data.x[other]! - data.x[one]!
  if (!(width > 0)) return null
  const scale = (places[other * 2]! - places[one * 2]!) / width
  return {
    scale,
    left: places[one * 2]! - data.x[one]! * scale,
    top: places[one * 2 + 1]! + data.y[one]! * scale,
  }
}

export interface Extent {
  readonly middle: number
  readonly length: number
}

export function extentOf(values: readonly number[]): Extent {
  let [least, most] = [Infinity, -Infinity]
  for (const value of values) {
    least = Math.min(least, value)
    most = Math.max(most, value)
  }
  return values.length === 0 ? { middle: 0, length: 0 } : { middle: (least + most) / 2, length: most - least }
}
