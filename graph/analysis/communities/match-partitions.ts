/**
 * Renames communities after those of an earlier partition: pairs that share most nodes first, each name used once;
 * communities without a partner get the numbers after the greatest earlier one, in the order of their own numbers.
 * `earlier` is 0 where a node was not there. Greedy matching by overlap, as Palla, Barabási & Vicsek 2007 do for two times.
 */
export function matchPartitions(community: Uint32Array, earlier: Uint32Array): Uint32Array {
  const shared = new Map<string, { own: number; before: number; nodes: number }>()
  for (const [node, own] of community.entries()) {
    const before = earlier[node]!
    if (before === 0) continue
    const pair = shared.get(`${own} ${before}`) ?? { own, before, nodes: 0 }
    pair.nodes++
    shared.set(`${own} ${before}`, pair)
  }
  const name = new Map<number, number>()
  const used = new Set<number>()
  for (const { own, before } of [...shared.values()].sort(
    (a, b) => b.nodes - a.nodes || a.own - b.own || a.before - b.before,
  )) {
    if (name.has(own) || used.has(before)) continue
    name.set(own, before)
    used.add(before)
  }
  let next = earlier.reduce((greatest, before) => Math.max(greatest, before), 0)
  for (const own of [...new Set(community)].sort((a, b) => a - b)) if (!name.has(own)) name.set(own, ++next)
  return community.map(own => name.get(own)!)
}
