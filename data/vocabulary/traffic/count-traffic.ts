/** Ties from one class to another, their weight, and what the weight that both give and get in all lets expect: given × got / all. */
export interface Traffic {
  /** Places of the classes. */
  readonly from: number
  readonly to: number
  readonly ties: number
  readonly weight: number
  readonly expected: number
}

/** A tie between nodes, by their places. */
export type WeighedTie = readonly [source: number, target: number, weight: number]

interface Classes {
  /** Of each node; one of class −1 is left out. */
  readonly classOf: ArrayLike<number>
  readonly count: number
  /** Each tie comes from both of its ends; a pair of classes then stands once, the lower place first. */
  readonly undirected: boolean
}

/** Who gives to whom by class, the heaviest first; cells without a tie are left out. O(ties + classes²). */
export function countTraffic(ties: Iterable<WeighedTie>, { classOf, count, undirected }: Classes): Traffic[] {
  const [number, weight] = [new Uint32Array(count * count), new Float64Array(count * count)]
  const [given, got] = [new Float64Array(count), new Float64Array(count)]
  let all = 0
  for (const [source, target, own] of ties) {
    const [from, to] = [classOf[source]!, classOf[target]!]
    if (from < 0 || to < 0) continue
    number[from * count + to]! += 1
    weight[from * count + to]! += own
    given[from]! += own
    got[to]! += own
    all += own
  }
  return [...number.keys()]
    .filter(cell => number[cell]! > 0 && (!undirected || Math.floor(cell / count) <= cell % count))
    .map((cell): Traffic => {
      const [from, to] = [Math.floor(cell / count), cell % count]
      // Without directions what is inside was met from both ends.
      const twice = undirected && from === to ? 2 : 1
      return {
        from,
        to,
        ties: number[cell]! / twice,
        weight: weight[cell]! / twice,
        expected: (given[from]! * got[to]!) / all / twice,
      }
    })
    .sort((a, b) => b.weight - a.weight)
}
