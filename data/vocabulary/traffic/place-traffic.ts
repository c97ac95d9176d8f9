import type { Traffic } from './count-traffic.ts'

/** A class on the ring: a disc whose area goes by its sites. */
export interface PlacedClass {
  readonly at: number
  readonly x: number
  readonly y: number
  readonly radius: number
  /** More weight stays inside than both ends let expect. */
  readonly isClosed: boolean
}

/** A line from one class to another, and the head at its end; '' where ties have no direction. */
export interface PlacedArrow {
  readonly flow: Traffic
  readonly line: string
  readonly head: string
  readonly width: number
  /** The weight is more than both ends let expect. */
  readonly isMore: boolean
}

export interface PlacedTraffic {
  readonly classes: readonly PlacedClass[]
  readonly flows: readonly PlacedArrow[]
}

interface Ring {
  /** Of the square that holds the picture. */
  readonly side: number
  /** Sites of each class; their order is that of the ring, clockwise from the top. */
  readonly sizes: readonly number[]
  readonly undirected: boolean
}

const [widest, thinnest] = [9, 1.2]
const [largest, smallest] = [24, 11]
/** A head is as much longer and wider than its line. */
const headLength = 8
/** How far a line bends to its right, as a share of its length: so that both directions of a pair stand apart. */
const bend = 0.16

/** Among so many classes the other flows are drawn, too. */
const mostWithAll = 5

/**
 * Classes on a ring, and between them the flows that are heavier than both ends let expect, among few classes all; a class's own are its mark. In units of `side`, two
 * decimals: the same bytes on every machine.
 */
export function placeTraffic(flows: readonly Traffic[], { side, sizes, undirected }: Ring): PlacedTraffic {
  const classes = placeClasses(sizes, side, flows)
  const drawn = flows.filter(flow => flow.from !== flow.to && (isMore(flow) || sizes.length <= mostWithAll))
  const most = Math.max(...drawn.map(({ weight }) => weight))
  return {
    classes,
    flows: drawn.map(flow => {
      const width = round(thinnest + (widest - thinnest) * Math.sqrt(flow.weight / most))
      return {
        flow,
        width,
        isMore: isMore(flow),
        ...placeLine(classes[flow.from]!, classes[flow.to]!, width, undirected),
      }
    }),
  }
}

/** More than is expected, by more than what sums of fractions are off. */
const isMore = ({ weight, expected }: Traffic): boolean => weight > expected * (1 + 1e-9)

function placeClasses(sizes: readonly number[], side: number, flows: readonly Traffic[]): PlacedClass[] {
  const most = Math.max(...sizes)
  const ring = sizes.length === 1 ? 0 : side / 2 - largest - 14
  // Discs of neighbours don't touch, however many there are.
  const room = sizes.length < 3 ? largest : Math.min(largest, (Math.PI * ring) / sizes.length - 4)
  return sizes.map((size, at) => {
    const turn = (2 * Math.PI * at) / sizes.length
    return {
      at,
      x: round(side / 2 + ring * Math.sin(turn)),
      y: round(side / 2 - ring * Math.cos(turn)),
      radius: round(Math.max(Math.min(smallest, room), room * Math.sqrt(size / most))),
      isClosed: flows.some(flow => flow.from === at && flow.to === at && isMore(flow)),
    }
  })
}

function placeLine(from: PlacedClass, to: PlacedClass, width: number, undirected: boolean) {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const length = Math.hypot(dx, dy)
  const lean = undirected ? 0 : bend
  const middle = { x: (from.x + to.x) / 2 - dy * lean, y: (from.y + to.y) / 2 + dx * lean }
  const start = towards(from, middle, from.radius + 3)
  const tip = towards(to, middle, to.radius + 3)
  const long = undirected ? 0 : Math.min(headLength + width, length / 4)
  const end = towards(tip, middle, long)
  const line = `M${point(start)}Q${point(middle)} ${point(end)}`
  return { line, head: undirected ? '' : headOf(tip, end, width / 2 + 3.5) }
}

interface Point {
  readonly x: number
  readonly y: number
}

function headOf(tip: Point, end: Point, half: number): string {
  const long = Math.hypot(tip.x - end.x, tip.y - end.y) || 1
  const [ux, uy] = [(tip.x - end.x) / long, (tip.y - end.y) / long]
  const [left, right] = [-1, 1].map(side => ({ x: end.x - uy * half * side, y: end.y + ux * half * side })) as [Point, Point] // prettier-ignore
  return `M${point(tip)}L${point(left)}L${point(right)}Z`
}

/** A point `far` from `from` on the way to `goal`. */
function towards(from: Point, goal: Point, far: number): Point {
  const length = Math.hypot(goal.x - from.x, goal.y - from.y) || 1
  return { x: from.x + ((goal.x - from.x) / length) * far, y: from.y + ((goal.y - from.y) / length) * far }
}

const round = (value: number): number => Math.round(value * 100) / 100
const point = ({ x, y }: Point): string => `${round(x)} ${round(y)}`
