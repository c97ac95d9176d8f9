import type { Random } from '../../random.ts'
import { type CensoredTime, type Mass } from './turnbull.ts'

/** Two groups or more compared by how long they last. */
export interface LogRank {
  /** Σ scores of each group: above 0, it ends sooner than all together would let expect. */
  readonly sums: readonly number[]
  /** Of two groups, the first sum by its standard deviation under exchange of all labels; else null. */
  readonly z: number | null
  /** Labels dealt out anew within strata, (b + 1) / (n + 1). Null with one group, or where no label can change. */
  readonly p: number | null
  readonly permutations: number
}

/**
 * The score of each interval in the distribution of all: what it ends before or after its time, 0 on average; of exact and
 * right-censored times those of the log-rank test. Sun 1996, Statistics in Medicine 15, as Fay & Shaw 2010, J. Stat. Software 36(2), have it.
 */
export function sunScores(
  intervals: readonly Pick<CensoredTime, 'left' | 'right'>[],
  masses: readonly Mass[],
): number[] {
  let [survival, hazard] = [1, 0]
  const own = masses.map(({ left, right, mass }) => {
    const before = survival * hazard
    hazard += survival > 0 ? mass / survival : 0
    survival = Math.max(0, survival - mass)
    return { left, right, mass, score: mass > 0 ? (survival * hazard - before) / mass : 0 }
  })
  return intervals.map(({ left, right }) => {
    const inside = own.filter(place => place.left >= left && place.right <= right)
    const mass = inside.reduce((sum, place) => sum + place.mass, 0)
    return mass > 0 ? inside.reduce((sum, place) => sum + place.mass * place.score, 0) / mass : 0
  })
}

export interface Labelled {
  /** Group of each, 0 … groups − 1. */
  readonly groupOf: ArrayLike<number>
  readonly groups: number
  /** Labels change places within a stratum only. */
  readonly strata: readonly (readonly number[])[]
}

/** Compares the groups by the sums of `scores`, against `permutations` dealings of their labels. Fay & Shaw 2010. */
export function logRank(
  scores: readonly number[],
  { groupOf, groups, strata }: Labelled,
  permutations: number,
  random: Random,
): LogRank {
  const sizes = countsOf(groupOf, groups, scores.length)
  const sums = sumsOf(scores, groupOf, groups)
  const present = sizes.filter(size => size > 0).length
  const canChange = strata.some(members => new Set(members.map(at => groupOf[at]!)).size > 1)
  if (present < 2 || !canChange)
    return { sums, z: present === 2 ? zOf(scores, sums, sizes) : null, p: null, permutations: 0 }
  const observed = spread(sums, sizes)
  const dealt = Int32Array.from({ length: scores.length }, (_, at) => groupOf[at]!)
  const changing = strata
    .filter(members => new Set(members.map(at => groupOf[at]!)).size > 1)
    .map(members => ({ members, labels: Int32Array.from(members, at => groupOf[at]!) }))
  let beyond = 0
  for (let run = 0; run < permutations; run++) {
    for (const { members, labels } of changing) {
      random.shuffle(labels)
      for (let place = 0; place < labels.length; place++) dealt[members[place]!] = labels[place]!
    }
    if (spread(sumsOf(scores, dealt, groups), sizes) >= observed - 1e-9) beyond++
  }
  return {
    sums,
    z: present === 2 ? zOf(scores, sums, sizes) : null,
    p: (beyond + 1) / (permutations + 1),
    permutations,
  }
}

function sumsOf(scores: readonly number[], groupOf: ArrayLike<number>, groups: number): number[] {
  const sums = Array.from({ length: groups }, () => 0)
  for (let at = 0; at < scores.length; at++) sums[groupOf[at]!]! += scores[at]!
  return sums
}

function countsOf(groupOf: ArrayLike<number>, groups: number, length: number): number[] {
  const counts = Array.from({ length: groups }, () => 0)
  for (let at = 0; at < length; at++) counts[groupOf[at]!]!++
  return counts
}

/** Σ sum² / size: grows as the groups' means differ. */
const spread = (sums: readonly number[], sizes: readonly number[]): number =>
  sums.reduce((total, sum, group) => (sizes[group]! > 0 ? total + sum ** 2 / sizes[group]! : total), 0)

function zOf(scores: readonly number[], sums: readonly number[], sizes: readonly number[]): number | null {
  const n = scores.length
  const mean = scores.reduce((sum, score) => sum + score, 0) / n
  const squares = scores.reduce((sum, score) => sum + (score - mean) ** 2, 0)
  const first = sizes.findIndex(size => size > 0)
  const size = sizes[first]!
  const variance = (squares * size * (n - size)) / (n * (n - 1))
  return variance > 0 ? (sums[first]! - size * mean) / Math.sqrt(variance) : null
}
