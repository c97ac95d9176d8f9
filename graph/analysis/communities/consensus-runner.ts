import { createRandom } from '../random.ts'
import { consensus } from './consensus.ts'

export interface ConsensusTask {
  readonly labels: readonly Uint32Array[]
  readonly seed: string
}

/** The one job of a task, which a thread does while others are at work. */
export const createConsensusRunner =
  ({ labels, seed }: ConsensusTask) =>
  (_: 'all'): Uint32Array =>
    consensus(labels, createRandom(seed))
