import { DirectedGraph } from 'graphology'
import type { Drawn } from './drawn.ts'
import type { Room } from './free-margin.ts'
import type { Places } from './nearest-tie.ts'
import { tieForm } from './tie-form.ts'

/** Pixels around what is brought into sight: names stand there. */
export const frameMargin = 70
/** What takes nearly the whole map is shown as the whole map; one dot alone is not drawn nearer than this. */
export const [mostOfMap, leastRatio] = [0.85, 0.2]

export const roomOf = ({ clientWidth, clientHeight }: HTMLElement): Room => ({
  width: clientWidth,
  height: clientHeight,
})

/** Sigma resizes only its own canvases. */
export function fitCanvas(context: CanvasRenderingContext2D, width: number, height: number): void {
  const { canvas } = context
  const ratio = window.devicePixelRatio || 1
  if (canvas.width === Math.round(width * ratio) && canvas.height === Math.round(height * ratio)) return
  canvas.width = Math.round(width * ratio)
  canvas.height = Math.round(height * ratio)
  canvas.style.width = `${width}px`
  canvas.style.height = `${height}px`
  context.scale(ratio, ratio)
}

/** The graph that sigma draws: places and ends; all else is on the sheet. */
export function graphOf({ model, look }: Drawn): DirectedGraph {
  const { data, ties, siteCount, tieCount } = model
  const graph = new DirectedGraph({ allowSelfLoops: false })
  // Large dots first, so that small ones lie above them and can be reached.
  const bySize = Array.from({ length: siteCount }, (_, site) => site).sort((a, b) => look.radius[b]! - look.radius[a]!)
  for (const site of bySize) graph.addNode(String(site), { x: data.x[site], y: data.y[site], site })
  for (let tie = 0; tie < tieCount; tie++)
    graph.addDirectedEdgeWithKey(String(tie), String(ties.source[tie]), String(ties.target[tie]), {
      type: tieForm(model, tie),
      tie,
    })
  return graph
}

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** The middle and the size of what the sites that are `shown` take, in pixels; null: there are none. */
export const boxOf = (shown: Uint8Array, places: Places): Box | null =>
  boxOfSites(
    [...shown.keys()].filter(site => shown[site] === 1),
    places,
  )

/** Of these sites, by their numbers. */
export function boxOfSites(sites: Iterable<number>, places: Places): Box | null {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const site of sites) {
    const [x, y] = [places[site * 2]!, places[site * 2 + 1]!]
    left = Math.min(left, x)
    right = Math.max(right, x)
    top = Math.min(top, y)
    bottom = Math.max(bottom, y)
  }
  if (right < left) return null
  return { x: (left + right) / 2, y: (top + bottom) / 2, width: right - left, height: bottom - top }
}
