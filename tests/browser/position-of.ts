import type { Locator } from 'playwright'
import type { Corpus } from '#data/store/base/corpus.ts'
import { readMapData } from '#viewer/server/read-map-data.ts'
import { settle } from './settle.ts'

/** Where a dot stands: in pixels of the screen, in units of the layout, and how many pixels a unit is. */
interface Position {
  readonly x: number
  readonly y: number
  readonly inLayout: { readonly x: number; readonly y: number }
  readonly scale: number
}

/** Where a map lies on the screen. */
interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Which part of the map is seen, as its address says it; without a word the whole. */
interface Camera {
  readonly x: number
  readonly y: number
  readonly ratio: number
}

const whole: Camera = { x: 0.5, y: 0.5, ratio: 1 }

export function cameraIn(address: string): Camera {
  const [x, y, ratio] = (new URLSearchParams(new URL(address).hash.slice(1)).get('at') ?? '').split(',').map(Number)
  return x === undefined || y === undefined || ratio === undefined ? whole : { x, y, ratio }
}

/** Where a site's dot stands on the screen, once the page is settled. */
export async function positionOf(map: Locator, corpus: Corpus, id: string): Promise<Position> {
  await settle(map.page())
  return positionIn((await map.boundingBox())!, corpus, id, cameraIn(map.page().url()))
}

/** The same of a map that lies in this box: the layout fitted into it, 46 pixels, or a fifth of a strip, from its nearer edges. */
export function positionIn(box: Box, corpus: Corpus, id: string, camera = whole): Position {
  const { ids, x, y } = readMapData({ corpus, title: '', now: Date.now })
  const middle = (values: readonly number[]): number => (Math.min(...values) + Math.max(...values)) / 2
  const extent = (values: readonly number[]): number => Math.max(...values) - Math.min(...values)
  const free = 2 * Math.min(46, box.width / 5, box.height / 5)
  const scale = Math.min((box.width - free) / extent(x), (box.height - free) / extent(y)) / camera.ratio
  const side = Math.max(extent(x), extent(y))
  const site = (ids as readonly string[]).indexOf(id)
  const inLayout = { x: x[site]!, y: y[site]! }
  return {
    x: box.x + box.width / 2 + (inLayout.x - middle(x) - (camera.x - 0.5) * side) * scale,
    y: box.y + box.height / 2 - (inLayout.y - middle(y) - (camera.y - 0.5) * side) * scale,
    inLayout,
    scale,
  }
}
