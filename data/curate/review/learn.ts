import type { ReviewCandidate } from './candidate.ts'
import { familyOf, featuresOf, type FeatureFamily, type Features } from './features.ts'
import { fitLogistic, scoreRow, type Fit, type SparseRow } from './fit-logistic.ts'

/** What was learnt of decisions: a coefficient for each feature. */
export interface ReviewModel {
  readonly fit: Fit
  /** By name of the feature. */
  readonly columns: ReadonlyMap<string, number>
  readonly kept: number
  readonly dropped: number
}

/** Below it, or while one kind of decision is missing, nothing is learnt. */
export const leastDecisions = 10

export const isKept = ({ event, status }: ReviewCandidate): boolean => event !== null && status === 'IN'
const isDropped = ({ event, status }: ReviewCandidate): boolean => event !== null && status === 'OUT'
/** UNDECIDED is no decision to learn from. */
export const isDecided = (candidate: ReviewCandidate): boolean => isKept(candidate) || isDropped(candidate)

/**
 * What is taken to hold until decisions say otherwise, in log-odds for each unit: that citations in the text count, of several communities
 * the more, and how far a coefficient may stray from it.
 */
const priors: Readonly<Record<FeatureFamily, readonly [mean: number, deviation: number]>> = {
  text: [1, 1],
  list: [0.5, 1],
  frame: [0, 1],
  comment: [0, 1],
  communities: [0.5, 1],
  neighbours: [0.3, 1],
  community: [0, 1],
  citer: [0, 1],
  word: [0, 0.7],
  country: [0, 1],
  language: [0, 1],
  kind: [0, 1],
}

/** Of citers and of words: those most of the decided ones have. More cost time, and say little. */
const mostOfFamily = 150

/** Learns of the decided ones among `candidates`; null while there are too few. Deterministic. */
export function learn(candidates: readonly ReviewCandidate[]): ReviewModel | null {
  const decided = candidates.filter(isDecided)
  const kept = decided.filter(isKept).length
  if (decided.length < leastDecisions || kept === 0 || kept === decided.length) return null
  const features = decided.map(featuresOf)
  const columns = chooseColumns(features)
  const rows = features.map(own => rowOf(own, columns))
  const names = [...columns.keys()]
  const prior = {
    means: Float64Array.from(names, name => priors[familyOf(name)][0]),
    deviations: Float64Array.from(names, name => priors[familyOf(name)][1]),
  }
  const fit = fitLogistic(
    rows,
    decided.map(one => (isKept(one) ? 1 : 0)),
    prior,
  )
  return { fit, columns, kept, dropped: decided.length - kept }
}

/** Log-odds that the candidate would be kept. */
export const scoreOf = ({ fit, columns }: ReviewModel, candidate: ReviewCandidate): number =>
  scoreRow(fit, rowOf(featuresOf(candidate), columns))

/** What a feature adds to the log-odds of a candidate, greatest first; of equals in the order of their names. */
export const contributionsOf = (
  { fit, columns }: ReviewModel,
  candidate: ReviewCandidate,
): readonly (readonly [feature: string, adds: number])[] =>
  [...featuresOf(candidate)]
    .flatMap(([name, value]) => {
      const column = columns.get(name)
      return column === undefined ? [] : [[name, fit.coefficients[column]! * value] as const]
    })
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))

const rowOf = (features: Features, columns: ReadonlyMap<string, number>): SparseRow => {
  const known = [...features].filter(([name]) => columns.has(name))
  return { columns: known.map(([name]) => columns.get(name)!), values: known.map(([, value]) => value) }
}

/** Features that two of the decided ones have at least: what one alone has tells of nobody else. */
function chooseColumns(features: readonly Features[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const own of features) for (const name of own.keys()) counts.set(name, (counts.get(name) ?? 0) + 1)
  const common = [...counts].filter(([, count]) => count >= 2).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  const byFamily = Map.groupBy(common, ([name]) => familyOf(name))
  const chosen = [...byFamily.values()].flatMap(names => names.slice(0, mostOfFamily).map(([name]) => name))
  return new Map(chosen.sort().map((name, column) => [name, column]))
}
