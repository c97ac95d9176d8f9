import { describe, expect, it } from 'vitest'
import { countTraffic, type WeighedTie } from '#data/vocabulary/traffic/count-traffic.ts'
import { orderMatrix } from '#data/vocabulary/traffic/order-matrix.ts'
import { placeTraffic } from '#data/vocabulary/traffic/place-traffic.ts'

/** Nodes 0 and 1 are of one class, 2 and 3 of another; worked by hand. */
const classOf = [0, 0, 1, 1]
const ties: readonly WeighedTie[] = [[0, 2, 3], [1, 3, 1], [0, 1, 2], [3, 0, 4]] // prettier-ignore

describe('countTraffic(ties, classes)', () => {
  it('counts who gives to whom, beside what both ends let expect: given × got / all', () => {
    expect(countTraffic(ties, { classOf, count: 2, undirected: false })).toEqual([
      { from: 0, to: 1, ties: 2, weight: 4, expected: (6 * 4) / 10 },
      { from: 1, to: 0, ties: 1, weight: 4, expected: (4 * 6) / 10 },
      { from: 0, to: 0, ties: 1, weight: 2, expected: (6 * 6) / 10 },
    ])
  })

  it('counts ties without a direction once, from whichever end', () => {
    const both: readonly WeighedTie[] = [[0, 2, 3], [2, 0, 3], [0, 1, 2], [1, 0, 2]] // prettier-ignore
    expect(countTraffic(both, { classOf, count: 2, undirected: true })).toEqual([
      { from: 0, to: 1, ties: 1, weight: 3, expected: (7 * 3) / 10 },
      { from: 0, to: 0, ties: 1, weight: 2, expected: (7 * 7) / 10 / 2 },
    ])
  })

  it('leaves nodes of no class out', () => {
    expect(countTraffic(ties, { classOf: [0, -1, 1, -1], count: 2, undirected: false })).toEqual([
      { from: 0, to: 1, ties: 1, weight: 3, expected: 3 },
    ])
  })
})

describe('placeTraffic(flows, ring)', () => {
  const flow = (from: number, to: number, weight: number, expected: number) => ({ from, to, ties: 1, weight, expected })
  const flows = [flow(0, 1, 8, 4), flow(1, 0, 2, 4), flow(1, 1, 6, 4), flow(2, 2, 1, 4), flow(0, 2, 0.1 + 0.2, 0.3)]
  const placed = placeTraffic(flows, { side: 300, sizes: [9, 4, 1], undirected: false })

  it('draws an arrow where more goes than is expected, to the rim of the disc, and marks what stays inside', () => {
    expect(placed.flows.map(({ flow: { from, to }, isMore }) => [from, to, isMore])).toEqual([
      [0, 1, true],
      [1, 0, false],
      [0, 2, false],
    ])
    const six = placeTraffic(flows, { side: 300, sizes: [9, 4, 1, 1, 1, 1], undirected: false })
    expect(six.flows.map(({ flow: { from, to } }) => [from, to])).toEqual([[0, 1]])
    expect(placed.classes.map(({ isClosed }) => isClosed)).toEqual([false, true, false])
    const [tip] = [...placed.flows[0]!.head.matchAll(/M(\S+) (\S+)L/g)].map(([, x, y]) => [Number(x), Number(y)])
    const { x, y, radius } = placed.classes[1]!
    expect(Math.hypot(tip![0]! - x, tip![1]! - y)).toBeCloseTo(radius + 3, 1)
  })

  it('keeps discs apart, however many there are', () => {
    const { classes } = placeTraffic([], { side: 360, sizes: Array.from({ length: 12 }, () => 50), undirected: false })
    const gaps = classes.map((one, at) => {
      const next = classes[(at + 1) % classes.length]!
      return Math.hypot(one.x - next.x, one.y - next.y) - one.radius - next.radius
    })
    expect(Math.min(...gaps)).toBeGreaterThan(0)
  })
})

describe('orderMatrix(ties, classes)', () => {
  it('puts classes one after the other, within one whoever has most ties first', () => {
    const { nodes, cells, ends, shades } = orderMatrix([[0, 1], [1, 2]], [1, 0, 0], 2) // prettier-ignore
    expect({ nodes, cells, ends }).toEqual({ nodes: 3, cells: 3, ends: [2, 3] })
    expect(shades).toEqual(['', '', '', 'M1 0h1v1h-1zM0 2h1v1h-1z'])
  })

  it('lets a cell hold several nodes where there are many, deeper with more ties', () => {
    const many = Array.from({ length: 1600 }, (_, at) => [at, (at + 800) % 1600] as const)
    const { cells, ends, shades } = orderMatrix([...many, [0, 1]], Array.from({ length: 1600 }, (_, at) => (at < 800 ? 0 : 1)), 2) // prettier-ignore
    expect([cells, ends]).toEqual([160, [80, 160]])
    expect(shades.join('').match(/M/g)!.length).toBe(161)
    expect(shades[3]!.match(/M/g)!.length).toBe(160)
  })
})
