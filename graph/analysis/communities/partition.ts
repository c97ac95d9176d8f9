/** Renames the labels in `label`, in place, to 0 … count − 1 in the order of their first node. Returns the count. */
export function compact(label: Uint32Array): number {
  let highest = 0
  for (const own of label) if (own > highest) highest = own
  const renamed = new Int32Array(highest + 1).fill(-1)
  let count = 0
  for (let node = 0; node < label.length; node++) {
    const own = label[node]!
    if (renamed[own] === -1) renamed[own] = count++
    label[node] = renamed[own]!
  }
  return count
}

/**
 * Returns the communities as numbers 1, 2 …: the largest first, among equals the one with the smallest node. So numbers above
 * `countCommunities` are those of nodes alone.
 */
export function numberCommunities(label: Uint32Array): Uint32Array {
  const named = label.slice()
  const count = compact(named)
  const size = new Uint32Array(count)
  for (const own of named) size[own]!++
  // After `compact`, labels stand in the order of their smallest node, and sorting is stable.
  const order = [...size.keys()].sort((a, b) => size[b]! - size[a]!)
  const number = new Uint32Array(count)
  for (let place = 0; place < count; place++) number[order[place]!] = place + 1
  return lookUp(named, number)
}

/** Replaces each cell by what `values` has at it, in place; returns `cells`. */
export function lookUp(cells: Uint32Array, values: Uint32Array): Uint32Array {
  for (let at = 0; at < cells.length; at++) cells[at] = values[cells[at]!]!
  return cells
}

/** Every node alone. */
export function singletons(nodeCount: number): Uint32Array {
  const label = new Uint32Array(nodeCount)
  for (let node = 0; node < nodeCount; node++) label[node] = node
  return label
}

/** Number of different labels, those of nodes alone included. */
export const countLabels = (label: Uint32Array): number => compact(label.slice())

/** Communities: labels that two nodes or more bear. A node alone is none. */
export const countCommunities = (label: Uint32Array): number => countLabels(label) - countSingles(label)

/** Nodes alone under their label. */
export function countSingles(label: Uint32Array): number {
  const named = label.slice()
  const size = new Uint32Array(compact(named))
  for (const own of named) size[own]!++
  let alone = 0
  for (const own of size) if (own === 1) alone++
  return alone
}
