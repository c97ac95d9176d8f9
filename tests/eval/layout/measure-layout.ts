import type { Random } from '#graph/analysis/random.ts'

export interface DrawnGraph {
  readonly names: readonly string[]
  /** Each tie once, whatever its directions; indexes of nodes. */
  readonly ties: readonly (readonly [number, number])[]
  readonly x: readonly number[]
  readonly y: readonly number[]
  /** In the unit of the places. */
  readonly radius: readonly number[]
}

export interface LayoutValues {
  /** Of two ties without a common end the share that cross, of pairs drawn by chance. */
  readonly crossings: number
  /** Standard deviation of the ties' lengths by their mean. */
  readonly lengthVariation: number
  /** Of the names of the sixty nodes with most ties, right of their dots, the share that meets another such name. */
  readonly nameOverlaps: number
  /** Of as many nearest nodes as a node has neighbours the share that are neighbours; the mean over nodes. */
  readonly neighbourhood: number
  /** Pairs of discs that overlap. */
  readonly overlaps: number
  /** Of a frame 1.05 times as wide as high what lies outside of the box around all discs, fitted into it. */
  readonly emptyMargin: number
}

const pairs = 200_000

/** What is said of a drawing, whoever made it. O(pairs + nodes² log nodes). */
export function measureLayout(graph: DrawnGraph, random: Random): LayoutValues {
  return {
    crossings: crossingsOf(graph, random),
    lengthVariation: lengthVariationOf(graph),
    nameOverlaps: nameOverlapsOf(graph),
    neighbourhood: neighbourhoodOf(graph),
    overlaps: overlapsOf(graph),
    emptyMargin: emptyMarginOf(graph),
  }
}

function crossingsOf({ ties, x, y }: DrawnGraph, random: Random): number {
  let [apart, crossing] = [0, 0]
  for (let pair = 0; pair < pairs; pair++) {
    const [[a, b], [c, d]] = [ties[random.int(ties.length)]!, ties[random.int(ties.length)]!]
    if (a === c || a === d || b === c || b === d) continue
    apart++
    const side = (from: number, to: number, of: number): number =>
      Math.sign((x[to]! - x[from]!) * (y[of]! - y[from]!) - (y[to]! - y[from]!) * (x[of]! - x[from]!))
    if (side(a, b, c) !== side(a, b, d) && side(c, d, a) !== side(c, d, b)) crossing++
  }
  return crossing / Math.max(1, apart)
}

function lengthVariationOf({ ties, x, y }: DrawnGraph): number {
  const lengths = ties.map(([a, b]) => Math.hypot(x[a]! - x[b]!, y[a]! - y[b]!))
  const mean = lengths.reduce((sum, one) => sum + one, 0) / lengths.length
  return Math.sqrt(lengths.reduce((sum, one) => sum + (one - mean) ** 2, 0) / lengths.length) / mean
}

const named = 60
/** Of a map 860 pixels wide: letters of 12 pixels, 6.2 wide. */
const [mapPixels, letterWidth, lineHeight] = [860, 6.2, 16]

function nameOverlapsOf({ names, ties, x, y, radius }: DrawnGraph): number {
  const degree = names.map(() => 0)
  for (const tie of ties) for (const end of tie) degree[end]! += 1
  const first = [...names.keys()].sort((a, b) => degree[b]! - degree[a]!).slice(0, named)
  const { width, height } = boxOf({ x, y, radius })
  const scale = mapPixels / Math.max(width, height)
  const boxes = first.map(node => {
    const left = (x[node]! + radius[node]!) * scale + 4
    const top = y[node]! * scale - lineHeight / 2
    return { left, right: left + names[node]!.length * letterWidth, top, bottom: top + lineHeight }
  })
  const meets = boxes.filter((one, at) =>
    boxes.some(
      (other, place) =>
        place !== at &&
        one.left < other.right &&
        other.left < one.right &&
        one.top < other.bottom &&
        other.top < one.bottom,
    ),
  )
  return meets.length / Math.max(1, boxes.length)
}

function neighbourhoodOf({ names, ties, x, y }: DrawnGraph): number {
  const near = names.map(() => new Set<number>())
  for (const [a, b] of ties) {
    near[a]!.add(b)
    near[b]!.add(a)
  }
  const tied = [...near.keys()].filter(node => near[node]!.size > 0)
  const share = (node: number): number => {
    const distance = (other: number): number => (x[other]! - x[node]!) ** 2 + (y[other]! - y[node]!) ** 2
    const nearest = [...near.keys()].filter(other => other !== node).sort((a, b) => distance(a) - distance(b))
    const own = near[node]!
    return nearest.slice(0, own.size).filter(other => own.has(other)).length / own.size
  }
  return tied.reduce((sum, node) => sum + share(node), 0) / Math.max(1, tied.length)
}

function overlapsOf({ x, y, radius }: DrawnGraph): number {
  let count = 0
  for (let one = 0; one < x.length; one++)
    for (let other = 0; other < one; other++)
      if (Math.hypot(x[one]! - x[other]!, y[one]! - y[other]!) < radius[one]! + radius[other]! - 1e-6) count++
  return count
}

const frame = { width: 1050, height: 1000 }

function emptyMarginOf(graph: DrawnGraph): number {
  const { width, height } = boxOf(graph)
  const scale = Math.min(frame.width / width, frame.height / height)
  return 1 - (width * height * scale ** 2) / (frame.width * frame.height)
}

function boxOf({ x, y, radius }: Pick<DrawnGraph, 'x' | 'y' | 'radius'>): { width: number; height: number } {
  const edge = (of: readonly number[], sign: 1 | -1): number =>
    of.reduce((far, value, node) => Math.max(far, sign * value + radius[node]!), -Infinity)
  return { width: edge(x, 1) + edge(x, -1), height: edge(y, 1) + edge(y, -1) }
}
