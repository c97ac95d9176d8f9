import { existsSync, realpathSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { setImmediate as turnOfLoop } from 'node:timers/promises'
import type { Surroundings } from '#data/command/command.ts'
import { unfinishedBeside } from '#data/command/dead-leftovers.ts'
import { dropDatabase } from '#data/command/drop-database.ts'
import { makeFolder } from '#data/command/make-folder.ts'
import { version } from '#data/command/version.ts'
import { Fault, Mistake, Stopped } from '#data/mistake.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { lockCorpus, type Release } from '#data/store/base/lock-corpus.ts'
import { schemaVersion } from '#data/store/base/migrations.ts'
import { asFault, openCorpus } from '#data/store/base/open-corpus.ts'
import { beginRun, endRun } from '#data/store/base/runs.ts'
import { countMerged } from '#data/store/shares/count-merged.ts'
import { mergeParts, type SharePart } from '#data/store/shares/merge-parts.ts'
import { partFacts, type PartFacts, schemaOfFile } from '#data/store/shares/part-facts.ts'
import { objectionsTo } from '#data/store/shares/refuse-parts.ts'
import { type Merged, mistakes } from './merged.ts'
import { putWhole } from './put-whole.ts'
import { takeBackShares } from './take-back-shares.ts'

type Around = Pick<Surroundings, 'now' | 'stop'>

/**
 * Makes the corpus `target` of the shares in `files`: it grows in a hidden neighbour and takes its place when it is whole, so that
 * a kill leaves none or all of it. Shares that were dealt out of a corpus are taken back into it, which `target` then is, in one
 * transaction. The parts are only read, and held against crawls meanwhile.
 * @throws Mistake with all that speaks against it (nothing is written), Stopped when the user stopped it.
 */
export async function mergeShares(
  files: readonly string[],
  target: string,
  around: Around,
  onStep: (step: string, done: number) => void,
): Promise<Merged> {
  const releases: Release[] = []
  try {
    const facts = examine(files, around.now(), releases)
    if (facts[0]?.shard?.dealt !== undefined) return await takeBackShares(facts, target, around, onStep)
    refuseTarget(target)
    const parts = facts.map(({ file, shard }) => ({ file, share: shard!.share }))
    const temporary = unfinishedBeside(target)
    try {
      makeFolder(dirname(target))
      const merged = await fill(temporary, target, parts, around, onStep)
      putWhole(temporary, target, '--corpus')
      return merged
    } finally {
      dropDatabase(temporary)
    }
  } catch (error) {
    throw asFault(target, error)
  } finally {
    for (const release of releases) release()
  }
}

function refuseTarget(target: string): void {
  if (existsSync(target))
    throw new Mistake(
      `--corpus ${target}: this file is there already; expected a new one, which takes its place when it is whole`,
    )
}

/** The parts in the order of their numbers, each held by `releases`. */
function examine(files: readonly string[], now: number, releases: Release[]): PartFacts[] {
  const known = new Set<string>()
  const strange = files.flatMap(file => [...twice(file, known), ...otherSchema(file)])
  if (strange.length > 0) throw mistakes(strange)
  const facts: PartFacts[] = files.map(file => {
    const corpus = openCorpus(file, 'read')
    try {
      releases.push(hold(corpus))
      return partFacts(corpus, now)
    } finally {
      corpus.close()
    }
  })
  const objections = objectionsTo(facts)
  if (objections.length > 0) throw mistakes(objections)
  return facts.toSorted((a, b) => a.shard!.share - b.shard!.share)
}

function twice(file: string, known: Set<string>): string[] {
  const real = existsSync(file) ? realpathSync(file) : file
  if (known.has(real)) return [`${file}: this file was named twice; expected each share once`]
  known.add(real)
  return []
}

function otherSchema(file: string): string[] {
  const found = schemaOfFile(file)
  return found === null || found === schemaVersion || found === 0
    ? []
    : [
        `${file}: schema ${found} was found; expected ${schemaVersion}: shares are crawled and merged by one version of Toile`,
      ]
}

/** No crawl begins on the part while it is read. Where nothing can be written, none can either. */
function hold(corpus: Corpus): Release {
  try {
    return lockCorpus(corpus)
  } catch (error) {
    if (error instanceof Fault)
      throw new Mistake(`${corpus.file}: a crawl is at work on it; expected an ended share: wait for it`)
    return () => undefined
  }
}

async function fill(
  temporary: string,
  target: string,
  parts: readonly SharePart[],
  around: Around,
  onStep: (step: string, done: number) => void,
): Promise<Merged> {
  const corpus = openCorpus(temporary, 'create')
  try {
    const run = {
      command: 'merge',
      options: { shares: parts.length, parts: parts.map(({ file }) => basename(file)) },
      version,
    }
    const runId = beginRun(corpus, run, around.now())
    let done = 0
    for (const step of mergeParts(corpus, target, parts)) {
      onStep(step, done++ / (2 * parts.length + 4))
      await turnOfLoop()
      if (around.stop.aborted) throw new Stopped('by the user')
    }
    endRun(corpus, runId, 'done', around.now())
    return { corpus: target, shares: parts.length, ...countMerged(corpus) }
  } finally {
    corpus.close()
  }
}
