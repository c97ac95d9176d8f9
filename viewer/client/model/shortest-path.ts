import type { Model } from './model.ts'

/**
 * The ties of a shortest path from one site to another, along the direction of citation, over ties that `isShown`; of
 * equal ones the path whose first differing tie is heaviest. Null when there is none. Breadth first, O(sites + ties).
 */
export function shortestPath(
  model: Model,
  from: number,
  to: number,
  isShown: (tie: number) => boolean,
): number[] | null {
  const { source, target, weight } = model.ties
  const cameBy = new Map<number, number>()
  const seen = new Set([from])
  let edge = [from]
  while (edge.length > 0 && !seen.has(to)) {
    const next: number[] = []
    for (const site of edge) {
      const heavyFirst = (model.tiesOut[site] ?? []).toSorted((a, b) => weight[b]! - weight[a]! || a - b)
      for (const tie of heavyFirst) {
        if (seen.has(target[tie]!) || !isShown(tie)) continue
        seen.add(target[tie]!)
        cameBy.set(target[tie]!, tie)
        next.push(target[tie]!)
      }
    }
    edge = next
  }
  if (!seen.has(to)) return null
  const path: number[] = []
  for (let site = to; site !== from; site = source[path[0]!]!) path.unshift(cameBy.get(site)!)
  return path
}
