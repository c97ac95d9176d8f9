import { createBlockRunner } from '../blocks/block-runner.ts'
import { createCommunityRunner } from '../communities/community-runner.ts'
import { createConsensusRunner } from '../communities/consensus-runner.ts'
import { createBrokerRunner } from '../findings/broker-runner.ts'
import { createFieldRunner } from '../findings/field-runner.ts'
import { createIntervalRunner } from '../findings/intervals.ts'
import { createLayoutRunner } from '../layout/layout-runner.ts'
import { createMrqapRunner } from '../mrqap/mrqap.ts'
import { createNullRunner } from '../nulls/null-runner.ts'
import { createFactsRunner } from '../resample/crawl-facts.ts'
import { createPathRunner } from '../paths/path-runner.ts'

/** What a worker can be asked to do: from a task, sent once, a function from job to result. */
export const runners = {
  blocks: createBlockRunner,
  brokers: createBrokerRunner,
  communities: createCommunityRunner,
  consensus: createConsensusRunner,
  facts: createFactsRunner,
  field: createFieldRunner,
  intervals: createIntervalRunner,
  layout: createLayoutRunner,
  mrqap: createMrqapRunner,
  nulls: createNullRunner,
  paths: createPathRunner,
} as const

export type Kind = keyof typeof runners
export type TaskOf<K extends Kind> = Parameters<(typeof runners)[K]>[0]
export type JobOf<K extends Kind> = Parameters<ReturnType<(typeof runners)[K]>>[0]
export type ResultOf<K extends Kind> = ReturnType<ReturnType<(typeof runners)[K]>>
