import { membersByGroup } from './flow.ts'

/** A graph between two levels of the package's Louvain: of node i the targets of its edges lie at [starts[i], offsets[i]), its sources up to starts[i + 1]. */
export interface Level {
  count: number
  readonly starts: Uint32Array
  readonly offsets: Uint32Array
  readonly neighbors: Uint32Array
  readonly weights: Float64Array
}

/** What the moves of a level change, by node or by community. */
export interface Standing {
  readonly belongings: Uint32Array
  readonly counts: Uint32Array
  readonly loops: Float64Array
  readonly totalIn: Float64Array
  readonly totalOut: Float64Array
  /** Labels that nobody bears, a pile, and how many they are. */
  readonly unused: Uint32Array
  unusedCount: number
  /** Sum of all weights. */
  total: number
}

/** Work space: `toward` and `seen` are zero between two uses. */
export interface Bench {
  readonly queue: Uint32Array
  readonly queued: Uint8Array
  readonly toward: Float64Array
  readonly seen: Uint8Array
  readonly touched: Uint32Array
}

/** Two gains that differ by less are equal to the package. */
const epsilon = 1e-10

/** A gain that is less by more than this is no better, however its last digits are reckoned. */
const surely = 2 * epsilon

/** Moves nodes from node `first` on, round about, until none gains; returns whether any moved. graphology-communities-louvain's `directedLouvain`. */
export function moveAsPackage(
  level: Level,
  standing: Standing,
  bench: Bench,
  first: number,
  resolution: number,
): boolean {
  const { count, starts, offsets, neighbors, weights } = level
  const { belongings, totalIn, totalOut, loops, total } = standing
  const { queue, queued, toward, seen, touched } = bench
  const capacity = queue.length
  const perTotal = 1 / total
  const perSquare = resolution / (total * total)
  for (let step = 0; step < count; step++) queue[step] = (first + step) % count
  queued.fill(1, 0, count)
  let [head, waiting, moved] = [0, count, false]
  while (waiting > 0) {
    const node = queue[head]!
    head = head + 1 === capacity ? 0 : head + 1
    waiting--
    queued[node] = 0
    const [from, middle, end] = [starts[node]!, offsets[node]!, starts[node + 1]!]
    let [touchedCount, given, received] = [0, 0, 0]
    for (let place = from; place < end; place++) {
      const community = belongings[neighbors[place]!]!
      const weight = weights[place]!
      if (place < middle) given += weight
      else received += weight
      touched[touchedCount] = community
      touchedCount += 1 - seen[community]!
      seen[community] = 1
      toward[community]! += weight
    }
    const own = belongings[node]!
    const [out, incoming] = [given + loops[node]!, received + loops[node]!]
    let best = own
    let most =
      toward[own]! / total -
      ((out * (totalIn[own]! - incoming) + incoming * (totalOut[own]! - out)) * resolution) / (total * total)
    for (let at = 0; at < touchedCount; at++) {
      const community = touched[at]!
      const weight = toward[community]!
      toward[community] = 0
      seen[community] = 0
      if (community === own) continue
      const expected = out * totalIn[community]! + incoming * totalOut[community]!
      // Two divisions to the last digit, as the package's, take as long as all the rest: only where they may decide.
      if (weight * perTotal - expected * perSquare < most - surely) continue
      const gain = weight / total - (expected * resolution) / (total * total)
      const isBetter = Math.abs(gain - most) < epsilon ? best !== own && community > best : gain > most
      if (!isBetter) continue
      best = community
      most = gain
    }
    best = most < 0 ? labelAlone(standing, own) : best
    if (best === own) continue
    putInto(standing, node, best, out, incoming)
    moved = true
    for (let place = from; place < end; place++) {
      const other = neighbors[place]!
      if (queued[other] === 1 || belongings[other] === best) continue
      queued[other] = 1
      const tail = head + waiting++
      queue[tail < capacity ? tail : tail - capacity] = other
    }
  }
  return moved
}

/** The label of a node that is better alone: its own where it is, else one that nobody bears. */
const labelAlone = (standing: Standing, own: number): number =>
  standing.counts[own] === 1 ? own : standing.unused[--standing.unusedCount]!

function putInto(standing: Standing, node: number, community: number, out: number, incoming: number): void {
  const { belongings, counts, totalIn, totalOut, unused } = standing
  const own = belongings[node]!
  totalIn[own]! -= incoming
  totalIn[community]! += incoming
  totalOut[own]! -= out
  totalOut[community]! += out
  belongings[node] = community
  if (--counts[own]! === 0) unused[standing.unusedCount++] = own
  counts[community]!++
}

/** Makes nodes of the communities of `level`, into `next`. graphology-indices' `DirectedLouvainIndex.zoomOut`. */
export function zoomAsPackage(level: Level, next: Level, standing: Standing, bench: Bench, mapping: Uint32Array): void {
  const { belongings } = standing
  const { count } = level
  const oldOf = renumber(belongings, count)
  for (let node = 0; node < mapping.length; node++) mapping[node] = belongings[mapping[node]!]!
  const [memberStart, members] = membersByGroup(belongings.subarray(0, count), oldOf.length)
  const [loops, totalIn, totalOut] = [standing.loops.slice(0, count), standing.totalIn.slice(0, count), standing.totalOut.slice(0, count)] // prettier-ignore
  let end = 0
  next.count = oldOf.length
  for (let own = 0; own < oldOf.length; own++) {
    const row = members.subarray(memberStart[own], memberStart[own + 1])
    let inside = 0
    for (const node of row) {
      inside += loops[node]!
      for (let place = level.starts[node]!; place < level.offsets[node]!; place++)
        if (belongings[level.neighbors[place]!] === own) inside += level.weights[place]!
    }
    next.starts[own] = end
    end = writeSide(level, level.starts, level.offsets, row, own, next, end, standing, bench)
    next.offsets[own] = end
    end = writeSide(level, level.offsets, level.starts.subarray(1), row, own, next, end, standing, bench)
    standing.loops[own] = inside
    standing.totalIn[own] = totalIn[oldOf[own]!]!
    standing.totalOut[own] = totalOut[oldOf[own]!]!
    standing.counts[own] = 1
  }
  next.starts[oldOf.length] = end
  for (let own = 0; own < oldOf.length; own++) belongings[own] = own
  standing.unusedCount = 0
}

/** Names labels 0, 1 … in the order of their first node; returns the old one of each. */
function renumber(label: Uint32Array, count: number): Uint32Array {
  const named = new Int32Array(count).fill(-1)
  const old = new Uint32Array(count)
  let next = 0
  for (let node = 0; node < count; node++) {
    const own = label[node]!
    if (named[own] === -1) {
      old[next] = own
      named[own] = next++
    }
    label[node] = named[own]!
  }
  return old.subarray(0, next)
}

/** The edges of one side (to targets, or from sources) of the nodes of `row`, by the other community; ascending, as keys of an object are. */
function writeSide(
  { neighbors, weights }: Level,
  begin: Uint32Array,
  stop: Uint32Array,
  row: Uint32Array,
  own: number,
  next: Level,
  from: number,
  { belongings }: Standing,
  { toward, seen }: Bench,
): number {
  let end = from
  for (const node of row)
    for (let place = begin[node]!, last = stop[node]!; place < last; place++) {
      const other = belongings[neighbors[place]!]!
      if (other === own) continue
      next.neighbors[end] = other
      end += 1 - seen[other]!
      seen[other] = 1
      toward[other]! += weights[place]!
    }
  const written = next.neighbors.subarray(from, end).sort()
  for (let at = 0; at < written.length; at++) {
    next.weights[from + at] = toward[written[at]!]!
    toward[written[at]!] = 0
    seen[written[at]!] = 0
  }
  return end
}
