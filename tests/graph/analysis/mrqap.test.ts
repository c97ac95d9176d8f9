import { describe, expect, it } from 'vitest'
import { edgeColumns, type Digraph } from '#graph/analysis/paths/adjacency.ts'
import type { Predictor } from '#graph/analysis/mrqap/mrqap.ts'
import { mrqap as mrqapBy } from '#graph/analysis/mrqap/run-mrqap.ts'
import { permuteTerm, productOf, productWithEdges, type Term } from '#graph/analysis/mrqap/mrqap-terms.ts'
import { hireCrew } from '#graph/analysis/workers/crew.ts'
import { solve } from '#graph/analysis/mrqap/solve.ts'
import { createRandom } from '#graph/analysis/random.ts'
import { plantedPartition } from './planted.ts'

const mrqap = (of: Digraph, predictors: readonly Predictor[], permutations: number, seed: string | number) =>
  mrqapBy({ graph: of, predictors, permutations, seed }, hireCrew(1))

/** The property written out for the pair (i, j). */
function valueOf(term: Term, i: number, j: number): number {
  if (term.kind === 'one') return 1
  if (term.kind === 'same') return term.classOf[i]! >= 0 && term.classOf[i] === term.classOf[j] ? 1 : 0
  return term.kind === 'pairs' || term.kind === 'matrix' ? 0 : term.value[term.kind === 'sender' ? i : j]!
}

function hasEdge(graph: Digraph): (i: number, j: number) => number {
  const { source, target } = edgeColumns(graph)
  const edges = new Set(Array.from(source, (from, at) => `${from} ${target[at]}`))
  return (i, j) => (edges.has(`${i} ${j}`) ? 1 : 0)
}

function overPairs(count: number, value: (i: number, j: number) => number): number {
  let sum = 0
  for (let i = 0; i < count; i++) for (let j = 0; j < count; j++) if (i !== j) sum += value(i, j)
  return sum
}

const { graph } = plantedPartition({ nodes: 24, groups: 3, degree: 4, inside: 0.6 }, createRandom(1))
const draw = createRandom(2)
const numbers = () => Float64Array.from({ length: 24 }, () => draw.next() * 4)
const classes = (count: number) => Int32Array.from({ length: 24 }, () => draw.int(count + 1) - 1)

const terms: readonly Term[] = [
  { kind: 'one' },
  { kind: 'same', classOf: classes(3) },
  { kind: 'same', classOf: classes(4) },
  { kind: 'sender', value: numbers() },
  { kind: 'receiver', value: numbers() },
]

describe('productOf(one, other) and productWithEdges(graph, term)', () => {
  it('are what the written-out matrices give, permuted or not', () => {
    const order = createRandom(3).shuffle(Uint32Array.from({ length: 24 }, (_, node) => node))
    const tie = hasEdge(graph)
    for (const one of terms) {
      const permuted = permuteTerm(one, order)
      expect(productWithEdges(graph, permuted)).toBeCloseTo(
        overPairs(24, (i, j) => tie(i, j) * valueOf(one, order[i]!, order[j]!)),
        9,
      )
      for (const other of terms)
        expect(productOf(permuted, other, { nodeCount: 24 })).toBeCloseTo(
          overPairs(24, (i, j) => valueOf(one, order[i]!, order[j]!) * valueOf(other, i, j)),
          8,
        )
    }
  })
})

describe('solve(matrix, right)', () => {
  it('solves and inverts', () => {
    const { solution, inverse } = solve(
      [
        [2, 1],
        [1, 3],
      ],
      [3, 5],
    )!
    expect(solution[0]).toBeCloseTo(0.8, 12)
    expect(solution[1]).toBeCloseTo(1.4, 12)
    expect(inverse.flat().map(value => value * 5)).toEqual([3, -1, -1, 2].map(value => expect.closeTo(value, 12)))
  })

  it('refuses columns that say the same', () => {
    expect(
      solve(
        [
          [1, 2],
          [2, 4],
        ],
        [1, 2],
      ),
    ).toBe(null)
  })
})

describe('mrqap(task, crew)', () => {
  const predictors = terms.slice(1).map((term, at): Predictor => ({ ...term, name: `x${at}` }) as Predictor)

  it('fits what ordinary least squares on all pairs fits', async () => {
    // Residuals of least squares are orthogonal to every predictor: that defines the fit.
    const tie = hasEdge(graph)
    const found = (await mrqap(graph, predictors, 5, 1))!
    const fitted = (i: number, j: number) =>
      found.effects.reduce(
        (sum, { coefficient }, at) => sum + coefficient * valueOf(terms[at + 1]!, i, j),
        found.intercept,
      )
    for (const term of terms)
      expect(overPairs(24, (i, j) => valueOf(term, i, j) * (tie(i, j) - fitted(i, j)))).toBeCloseTo(0, 7)
    const residual = overPairs(24, (i, j) => (tie(i, j) - fitted(i, j)) ** 2)
    const density = graph.edgeCount / (24 * 23)
    const variation = overPairs(24, (i, j) => (tie(i, j) - density) ** 2)
    expect(found.rSquared).toBeCloseTo(1 - residual / variation, 9)
  })

  it('finds a planted effect, and none where nothing was planted', async () => {
    const { graph: large, planted } = plantedPartition(
      { nodes: 120, groups: 3, degree: 5, inside: 0.6 },
      createRandom(4),
    )
    const group: Predictor = { kind: 'same', name: 'group', classOf: Int32Array.from(planted) }
    const other: Predictor = {
      kind: 'same',
      name: 'other',
      classOf: Int32Array.from(planted, (_, node) => (node * 7) % 5),
    }
    const [first, second] = (await mrqap(large, [group, other], 199, 1))!.effects
    expect(first!.coefficient).toBeGreaterThan(0)
    expect(first!.p).toBe(1 / 200)
    expect(second!.p).toBeGreaterThan(0.05)
  })

  it('has p-values that are uniform when the labels say nothing, even beside a predictor that does', async () => {
    const { graph: large, planted } = plantedPartition(
      { nodes: 60, groups: 3, degree: 5, inside: 0.8 },
      createRandom(6),
    )
    const ps = await Promise.all(Array.from({ length: 300 }, (_, trial) => pOfNoise(large, planted, `mrqap/${trial}`)))
    const counts = Array.from({ length: 10 }, () => 0)
    for (const p of ps) counts[Math.min(9, Math.floor(p * 10 - 1e-9))]!++
    // χ² with 9 degrees of freedom: 99.9 % lie below 27.9.
    expect(counts.reduce((sum, count) => sum + (count - 30) ** 2 / 30, 0)).toBeLessThan(27.9)
  })

  it('has no answer without edges or with too few nodes, and leaves a predictor that is constant out by name', async () => {
    expect(await mrqap({ ...graph, edgeCount: 0 }, predictors, 3, 1)).toBe(null)
    const constant: Predictor = { kind: 'same', name: 'constant', classOf: new Int32Array(24) }
    expect(await mrqap(graph, [constant], 3, 1)).toMatchObject({ effects: [], leftOut: [{ name: 'constant' }] })
  })
})

/** p of a class dealt at random, correlated with nothing; the planted groups stand beside it. */
async function pOfNoise(graph: Digraph, planted: Uint32Array, seed: string): Promise<number> {
  const random = createRandom(seed)
  const group: Predictor = { kind: 'same', name: 'group', classOf: Int32Array.from(planted) }
  const noise: Predictor = { kind: 'same', name: 'noise', classOf: Int32Array.from(planted, () => random.int(3)) }
  return (await mrqap(graph, [group, noise], 49, seed))!.effects[1]!.p
}
