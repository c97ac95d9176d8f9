import { DirectedGraph } from 'graphology'
import type { Drawn } from './drawn.ts'
import { tieForm } from './tie-form.ts'

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

/** Sets the flags to what is lit; returns those that changed. */
export function relight(flags: Uint8Array, lit: ReadonlySet<number>): number[] {
  const changed: number[] = []
  for (let index = 0; index < flags.length; index++) {
    const next = lit.has(index) ? 1 : 0
    if (flags[index] === next) continue
    flags[index] = next
    changed.push(index)
  }
  return changed
}
