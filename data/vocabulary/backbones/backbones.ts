import { disparity } from './disparity.ts'
import { noiseCorrected } from './noise-corrected.ts'
import type { WeighedTies } from './weighed-ties.ts'

/** Ways to keep those ties of a weighted network that stand out, whatever the size of their ends. */
export const backbones = ['noise-corrected', 'disparity'] as const
export type BackboneName = (typeof backbones)[number]

/** A backbone and how strict it is. */
export interface Backbone {
  readonly name: BackboneName
  /** noise-corrected: deviations above what is expected, ≥ 0, kept if greater; disparity: in (0, 1], kept if smaller. */
  readonly threshold: number
}

interface BackboneFacts {
  readonly preset: number
  /** Values that the slider and `--help` offer: the usual ones. */
  readonly usual: readonly number[]
  readonly isThreshold: (value: number) => boolean
  /** Score of each tie. O(ties). */
  readonly scores: (ties: WeighedTies) => Float64Array
  readonly keeps: (score: number, threshold: number) => boolean
  /** Weights must be whole numbers: counts of events, of which chance is asked. */
  readonly needsCounts: boolean
}

export const backboneFacts: Readonly<Record<BackboneName, BackboneFacts>> = {
  'noise-corrected': {
    preset: 1.64,
    usual: [1.28, 1.64, 2.32],
    isThreshold: value => value >= 0 && value <= 100,
    scores: noiseCorrected,
    keeps: (score, threshold) => score > threshold,
    needsCounts: true,
  },
  disparity: {
    preset: 0.05,
    usual: [0.2, 0.1, 0.05, 0.01],
    isThreshold: value => value > 0 && value <= 1,
    scores: disparity,
    keeps: (score, threshold) => score < threshold,
    needsCounts: false,
  },
}

/** The first weight that is no whole number where counts are needed; undefined: all fit. */
export const unfitWeight = (name: BackboneName, weight: ArrayLike<number>): number | undefined =>
  backboneFacts[name].needsCounts ? Array.from(weight).find(own => !Number.isInteger(own)) : undefined

/** 1 for each tie that the backbone keeps. */
export function backboneOf({ name, threshold }: Backbone, ties: WeighedTies): Uint8Array {
  const { scores, keeps } = backboneFacts[name]
  return Uint8Array.from(scores(ties), score => (keeps(score, threshold) ? 1 : 0))
}
