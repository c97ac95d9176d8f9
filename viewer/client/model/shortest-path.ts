import type { Model } from './model.ts'

/**
 * The ties of a shortest path from one site to another, along the direction of citation (of ties without one, both ways), over ties that `isShown`; of
 * equal ones the path whose first differing tie is heaviest. Null when there is none. Breadth first, O(sites + ties).
 */
export function shortestPath(
  model: Model,
  from: number,
  to: number,
  isShown: (tie: number) => boolean,
): number[] | null {
  const { source, target, weight } = model.ties
  const otherEnd = (tie: number, site: number): number => (source[tie] === site ? target[tie]! : source[tie]!)
  const cameBy = new Map<number, number>()
  const seen = new Set([from])
  let edge = [from]
  while (edge.length > 0 && !seen.has(to)) {
    const next: number[] = []
    for (const site of edge) {
      const ways = [...(model.tiesOut[site] ?? []), ...(model.as === 'links' ? [] : (model.tiesIn[site] ?? []))]
      const heavyFirst = ways.toSorted((a, b) => weight[b]! - weight[a]! || a - b)
      for (const tie of heavyFirst) {
        const end = otherEnd(tie, site)
        if (seen.has(end) || !isShown(tie)) continue
        seen.add(end)
        cameBy.set(end, tie)
        next.push(end)
      }
    }
    edge = next
  }
  if (!seen.has(to)) return null
  const path: number[] = []
  for (let site = to; site !== from; site = otherEnd(path[0]!, site)) path.unshift(cameBy.get(site)!)
  return path
}
