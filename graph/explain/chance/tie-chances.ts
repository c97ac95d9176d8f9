import { oncePer } from '#graph/analysis/once-per.ts'
import { degreesOf, type Digraph } from '#graph/analysis/paths/adjacency.ts'

/** What the model gives. All sites of a class, which have the same degrees, have the same chances. */
export interface TieChances {
  /** Class of each site. */
  readonly classOf: Uint32Array
  /** The chance that a site of one class cites another one, of another class or the same, in [0, 1]. */
  readonly between: (source: number, target: number) => number
}

/** How many of these sites are of each class. */
export function sitesByClass({ classOf }: TieChances, nodes: readonly number[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>()
  for (const node of nodes) counts.set(classOf[node]!, (counts.get(classOf[node]!) ?? 0) + 1)
  return counts
}

/** Sites of the same degrees, in and out: all that the model knows of a site. */
interface Classes {
  readonly of: Uint32Array
  readonly size: Float64Array
  readonly out: Float64Array
  readonly in: Float64Array
}

/**
 * The directed configuration model of greatest entropy: of all ways to tie the sites, each site keeping on average how many it cites and
 * how many cite it, the one that supposes nothing else. Ties are independent, without self-loops, p(i, j) = x_i y_j / (1 + x_i y_j), with x
 * and y such that Σ_j p(i, j) is i's out-degree and Σ_i p(i, j) is j's in-degree. A site that cites nobody, or of which no page was read, has x = 0. Park & Newman
 * 2004, Phys. Rev. E 70, 066117; Squartini & Garlaschelli 2011, New J. Phys. 13, 083001. Without directions the model of a symmetric graph is symmetric.
 * O(sweeps × classes of degrees²).
 */
export const tieChancesOf = oncePer(solve)

/** Sweeps until every degree is met to this, or so many comparisons of classes were made. A site that cites all others is met ever more slowly. */
const tolerance = 1e-4
const mostSweeps = 1000
const mostWork = 1e8

function solve(graph: Digraph): TieChances {
  const classes = classesOf(graph)
  const count = classes.size.length
  const sources = startOf(classes.out)
  const targets = startOf(classes.in)
  const sweeps = Math.max(30, Math.min(mostSweeps, Math.floor(mostWork / Math.max(1, count * count))))
  for (let sweep = 0; sweep < sweeps; sweep++) {
    const error = Math.max(
      improve(sources, targets, classes.out, classes.size),
      improve(targets, sources, classes.in, classes.size),
    )
    if (error < tolerance) break
  }
  return { classOf: classes.of, between: (source, target) => chance(sources[source]! * targets[target]!) }
}

const chance = (odds: number): number => odds / (1 + odds)

/** As in the sparse limit, k / √m; 0 for those without ties. */
function startOf(degrees: Float64Array): Float64Array {
  const all = degrees.reduce((sum, degree) => sum + degree, 0)
  return degrees.map(degree => degree / Math.sqrt(Math.max(1, all)))
}

/** Beyond this a chance is 0 or 1 to all that is told of it: a site that cites all others has no finite x. */
const greatest = 1e13
const longestStep = 2

/** A step of Newton's in ln x for each class, the others standing still. Returns the greatest distance from a degree before. */
function improve(own: Float64Array, others: Float64Array, degrees: Float64Array, size: Float64Array): number {
  let error = 0
  for (let one = 0; one < own.length; one++) {
    if (degrees[one] === 0) continue
    let [mean, variance] = [0, 0]
    for (let other = 0; other < others.length; other++) {
      const odds = own[one]! * others[other]!
      const p = odds / (1 + odds)
      // Nobody cites himself.
      const sites = other === one ? size[other]! - 1 : size[other]!
      mean += sites * p
      variance += sites * p * (1 - p)
    }
    const missing = degrees[one]! - mean
    error = Math.max(error, Math.abs(missing))
    const step = missing / Math.max(variance, 1e-12)
    const moved = own[one]! * Math.exp(Math.max(-longestStep, Math.min(longestStep, step)))
    own[one] = Math.max(1 / greatest, Math.min(greatest, moved))
  }
  return error
}

function classesOf(graph: Digraph): Classes {
  const [out, incoming] = [degreesOf(graph.out), degreesOf(graph.in)]
  const numbers = new Map<string, number>()
  const of = Uint32Array.from(out, (degree, node) => {
    const key = `${degree} ${incoming[node]}`
    const known = numbers.get(key) ?? numbers.size
    numbers.set(key, known)
    return known
  })
  const size = new Float64Array(numbers.size)
  for (const one of of) size[one]!++
  const degrees = [...numbers.keys()].map(key => key.split(' ').map(Number))
  return {
    of,
    size,
    out: Float64Array.from(degrees, ([degree]) => degree!),
    in: Float64Array.from(degrees, ([, degree]) => degree!),
  }
}
