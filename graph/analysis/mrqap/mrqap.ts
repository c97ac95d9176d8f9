import { createRandom, type Random, shuffledIndices } from '../random.ts'
import type { Digraph } from '../paths/adjacency.ts'
import { type Pairs, permuteTerm, productOf, productWithEdges, type Term } from './mrqap-terms.ts'
import { solve } from './solve.ts'

export type Predictor = Exclude<Term, { kind: 'one' }> & { readonly name: string }

/** What a predictor does to ties, the other predictors held fixed. */
export interface Effect {
  readonly name: string
  /** Change of the probability of an edge per unit of the predictor. */
  readonly coefficient: number
  readonly t: number
  /** Of the coefficient over the permutations. */
  readonly nullMean: number
  readonly nullSd: number
  /** Two-sided: (b + 1) / (n + 1) with b permutations of |t| at least as great. */
  readonly p: number
}

export interface Mrqap {
  readonly effects: readonly Effect[]
  readonly intercept: number
  readonly rSquared: number
  readonly nodes: number
  /** Ordered pairs of which it is: those whose first node was read. */
  readonly pairs: number
  readonly permutations: number
  readonly leftOut: readonly LeftOut[]
  /** Language in which sites were compared by their words; absent: they were not. */
  readonly similarIn?: string | undefined
}

/** A predictor that the regression is without. */
export interface LeftOut {
  readonly name: string
  /** 'same': the others say it already. 'unknown': not known of half of the nodes. 'many': of too many nodes to write out all pairs. */
  readonly cause: 'same' | 'unknown' | 'many'
  /** The one that says the same; empty where several together do. */
  readonly as: string
}

export interface MrqapTask {
  readonly graph: Digraph
  readonly predictors: readonly Predictor[]
  readonly permutations: number
  readonly seed: string | number
}

/** Returns what finds the effect of the predictor at a place; null where there is no regression. */
export function createMrqapRunner({ graph, predictors, permutations, seed }: MrqapTask): (at: number) => Effect | null {
  const design = designOf(graph, predictors)
  const observed = fit(design, design.products, design.withEdges)
  return at => {
    if (observed === null) return null
    const { name } = predictors[at]!
    const stream = createRandom(seed).stream(name)
    const draws = Array.from({ length: permutations }, (_, run) => permutedFit(design, at + 1, stream.stream(run)))
    return effectOf(
      name,
      observed,
      at + 1,
      draws.filter(draw => draw !== null),
    )
  }
}

interface Design {
  readonly graph: Digraph
  /** The intercept and the predictors. */
  readonly terms: readonly Term[]
  /** Pairs whose tie is known, and how many: of a node that was not read, nobody knows whom it ties to. */
  readonly known: Pairs
  readonly pairs: number
  readonly products: readonly (readonly number[])[]
  /** The same over all pairs: what a predictor is, is known of each. */
  readonly allProducts: readonly (readonly number[])[]
  readonly withEdges: readonly number[]
}

export function designOf(graph: Digraph, predictors: readonly Predictor[]): Design {
  const terms: readonly Term[] = [{ kind: 'one' }, ...predictors]
  const { nodeCount, unread } = graph
  const known: Pairs = { nodeCount, ...(unread !== undefined && { unread }) }
  const productsOver = (pairs: Pairs): number[][] => terms.map(one => terms.map(other => productOf(one, other, pairs)))
  const products = productsOver(known)
  return {
    graph,
    terms,
    known,
    pairs: products[0]![0]!,
    products,
    allProducts: unread === undefined ? products : productsOver({ nodeCount }),
    withEdges: terms.map(term => productWithEdges(graph, term)),
  }
}

/**
 * The predictors that say something that those before them do not; the others by name. Where two are the same (language and
 * country in a small corpus), no regression could tell them apart, and without this there would be none. O(predictors³ × nodes).
 */
export function independentOf(
  graph: Digraph,
  predictors: readonly Predictor[],
): { readonly kept: readonly Predictor[]; readonly leftOut: readonly LeftOut[] } {
  const tellsMore = (own: Predictor, others: readonly Predictor[]): boolean => {
    const { products, withEdges } = designOf(graph, [...others, own])
    return solve(products, withEdges) !== null
  }
  const kept: Predictor[] = []
  const leftOut: LeftOut[] = []
  for (const own of predictors)
    if (tellsMore(own, kept)) kept.push(own)
    else {
      const twin = kept.find(other => tellsMore(own, []) && !tellsMore(own, [other]))
      leftOut.push({ name: own.name, cause: 'same', as: twin?.name ?? '' })
    }
  return { kept, leftOut }
}

interface Fit {
  readonly coefficients: readonly number[]
  readonly t: readonly number[]
  /** Sum of squares that is left. */
  readonly residual: number
}

/** Least squares from the products of the terms with each other and with the edges. */
export function fit(
  { graph, pairs }: Pick<Design, 'graph' | 'pairs'>,
  products: readonly (readonly number[])[],
  withEdges: readonly number[],
): Fit | null {
  if (graph.nodeCount < 4 || graph.edgeCount === 0 || graph.edgeCount === pairs) return null
  const solved = solve(products, withEdges)
  if (solved === null) return null
  const { solution: coefficients, inverse } = solved
  const residual = graph.edgeCount - coefficients.reduce((sum, own, at) => sum + own * withEdges[at]!, 0)
  const variance = residual / (pairs - coefficients.length)
  const t = coefficients.map((own, at) => own / Math.sqrt(variance * inverse[at]![at]!))
  return { coefficients, t, residual }
}

/**
 * The fit with term `at` replaced by its residual on the others, the nodes permuted. The residual is x − Σ b·others, and
 * permuted it is the same sum of permuted terms; so are its products. What a predictor leaves is reckoned over all pairs, the fit
 * over those whose tie is known, as R's sna does with missing ties.
 */
function permutedFit(design: Design, at: number, random: Random): Fit | null {
  const { graph, terms, known, products, allProducts, withEdges } = design
  const others = [...terms.keys()].filter(term => term !== at)
  const regression = solve(
    others.map(row => others.map(column => allProducts[row]![column]!)),
    others.map(row => allProducts[row]![at]!),
  )
  if (regression === null) return null
  const share = new Map([[at, 1], ...others.map((term, place) => [term, -regression.solution[place]!] as const)])
  const order = shuffledIndices(graph.nodeCount, random)
  const permuted = terms.map(term => permuteTerm(term, order))
  const residualWith = (value: (term: Term) => number) =>
    permuted.reduce((sum, term, place) => sum + share.get(place)! * value(term), 0)

  const isWhole = known.unread === undefined
  const row = terms.map((term, place) =>
    isWhole && place === at ? 0 : residualWith(other => productOf(term, other, known)),
  )
  // Permuting nodes permutes pairs: over all of them the residual keeps its length.
  row[at] = isWhole
    ? others.reduce((rest, term) => rest + share.get(term)! * products[term]![at]!, products[at]![at]!)
    : residualWith(one => residualWith(other => productOf(one, other, known)))
  const replaced = products.map((own, line) =>
    line === at ? row : own.map((value, column) => (column === at ? row[line]! : value)),
  )
  const ties = withEdges.with(
    at,
    residualWith(term => productWithEdges(graph, term)),
  )
  return fit(design, replaced, ties)
}

function effectOf(name: string, observed: Fit, at: number, draws: readonly Fit[]): Effect {
  const coefficients = draws.map(draw => draw.coefficients[at]!)
  const nullMean = coefficients.reduce((sum, own) => sum + own, 0) / coefficients.length
  const squares = coefficients.reduce((sum, own) => sum + (own - nullMean) ** 2, 0)
  const beyond = draws.filter(draw => Math.abs(draw.t[at]!) >= Math.abs(observed.t[at]!)).length
  return {
    name,
    coefficient: observed.coefficients[at]!,
    t: observed.t[at]!,
    nullMean,
    nullSd: Math.sqrt(squares / (coefficients.length - 1)),
    p: (beyond + 1) / (draws.length + 1),
  }
}
