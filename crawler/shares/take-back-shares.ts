import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { setImmediate as turnOfLoop } from 'node:timers/promises'
import type { Surroundings } from '#data/command/command.ts'
import { version } from '#data/command/version.ts'
import { Mistake, Stopped } from '#data/mistake.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { lockCorpus } from '#data/store/base/lock-corpus.ts'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import { beginRun, endRun } from '#data/store/base/runs.ts'
import { type Steps, writeInSteps } from '#data/store/import/write-in-steps.ts'
import { withPart } from '#data/store/shares/attach-part.ts'
import { countMerged } from '#data/store/shares/count-merged.ts'
import { type PartFacts, targetFacts } from '#data/store/shares/part-facts.ts'
import { objectionsToTarget } from '#data/store/shares/refuse-parts.ts'
import { openStage, stagePart } from '#data/store/shares/stage-part.ts'
import { type SharedWave, takeBack } from '#data/store/shares/take-back.ts'
import { commentsAreWithheld, withholdComments } from '#data/store/visits/withhold-comments.ts'
import { type Merged, mistakes } from './merged.ts'

/** Steps of takeBack. */
const stepsBack = 5

/**
 * Takes the wave that the shares `parts` visited into the corpus `target`, out of which they were dealt. In one transaction: a
 * kill leaves all or nothing of it. What people changed there meanwhile holds.
 * @throws Mistake when the corpus is another one or was crawled meanwhile, Fault when a crawl is at work on it.
 */
export async function takeBackShares(
  parts: readonly PartFacts[],
  target: string,
  around: Pick<Surroundings, 'now' | 'stop'>,
  onStep: (step: string, done: number) => void,
): Promise<Merged> {
  if (!existsSync(target))
    throw new Mistake(`--corpus ${target}: there is no corpus here; expected the one that the shares were dealt out of`)
  const corpus = openCorpus(target, 'write')
  try {
    const unlock = lockCorpus(corpus)
    try {
      const objections = objectionsToTarget(targetFacts(corpus), parts)
      if (objections.length > 0) throw mistakes(objections)
      let done = 0
      const between = async (step: string): Promise<void> => {
        onStep(step, done++ / (parts.length + stepsBack))
        await turnOfLoop()
        if (around.stop.aborted) throw new Stopped('by the user')
      }
      await stage(corpus, parts, between)
      await writeInSteps(corpus, recorded(corpus, parts, around.now), between, () => true)
      // Behind the merge: what can't be had back goes only once there is a wave for which it was asked.
      if (parts[0]!.comments === 'withheld' && !commentsAreWithheld(corpus)) withholdComments(corpus)
      return { corpus: target, shares: parts.length, wave: parts[0]!.last!.label, ...countMerged(corpus) }
    } finally {
      unlock()
    }
  } finally {
    corpus.close()
  }
}

async function stage(
  corpus: Corpus,
  parts: readonly PartFacts[],
  between: (step: string) => Promise<void>,
): Promise<void> {
  openStage(corpus)
  for (const { file, shard } of parts) {
    await between(`content of ${file}`)
    withPart(corpus, file, () => stagePart(corpus, file, { share: shard!.share, dealt: shard!.dealt! }))
  }
}

function* recorded(corpus: Corpus, parts: readonly PartFacts[], now: () => number): Steps<void> {
  const options = { shares: parts.length, parts: parts.map(({ file }) => basename(file)) }
  const runId = beginRun(corpus, { command: 'merge', options, version }, now())
  yield* takeBack(corpus, waveOf(parts))
  endRun(corpus, runId, 'done', now())
}

function waveOf(parts: readonly PartFacts[]): SharedWave {
  const { label, past, id } = parts[0]!.last!
  const depths = parts.map(({ settings }) => settings?.['depth']).filter(depth => Number.isSafeInteger(depth))
  return { label, past, id, depth: Math.max(0, ...(depths as number[])), shares: parts.length }
}
