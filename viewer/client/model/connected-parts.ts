import type { Model } from './model.ts'

const known = new WeakMap<Model, Int32Array>()

/** The number of the separate part in which each site lies, whatever the directions of ties; the largest part is 0, of equal ones that of the first site. O(sites + ties), once a model. */
export function connectedParts(model: Model): Int32Array {
  let parts = known.get(model)
  if (parts === undefined) known.set(model, (parts = bySize(findParts(model))))
  return parts
}

function findParts({ siteCount, ties: { source, target } }: Model): Int32Array {
  const above = Int32Array.from({ length: siteCount }, (_, site) => site)
  const root = (site: number): number => {
    let at = site
    while (above[at] !== at) at = above[at] = above[above[at]!]!
    return at
  }
  for (const [tie, from] of source.entries()) {
    const [one, other] = [root(from), root(target[tie]!)]
    above[Math.max(one, other)] = Math.min(one, other)
  }
  return above.map((_, site) => root(site))
}

function bySize(roots: Int32Array): Int32Array {
  const size = new Map<number, number>()
  for (const root of roots) size.set(root, (size.get(root) ?? 0) + 1)
  const order = [...size.keys()].sort((a, b) => size.get(b)! - size.get(a)! || a - b)
  const rank = new Map(order.map((root, at) => [root, at]))
  return roots.map(root => rank.get(root)!)
}
