import type { Command } from 'commander'
import type { Surroundings } from '#data/command/command.ts'
import { patienceOf } from '#data/store/base/lock-corpus.ts'
import { regroupAll } from '#data/store/entities/regroup.ts'
import { beginRun, endRun } from '#data/store/base/runs.ts'
import { version } from '#data/command/version.ts'
import { withCorpus } from '#data/command/with-corpus.ts'
import { looking, type LookOptions } from '../curating.ts'

export const regroupCommand = (surroundings: Surroundings): Command =>
  looking(
    'regroup',
    'gives every address to its entity anew: for a corpus of an older version, whose rules were others',
  ).action((options: LookOptions) => {
    const { moved, made } = withCorpus(surroundings, options, 'write', corpus => {
      const runId = beginRun(corpus, { command: 'regroup', options: {}, version }, surroundings.now())
      const regrouped = regroupAll(corpus, surroundings.now(), patienceOf(surroundings))
      endRun(corpus, runId, 'done', surroundings.now())
      return regrouped
    })
    surroundings.out(
      options.json
        ? `${JSON.stringify({ moved, made: made.length })}\n`
        : `${moved} addresses went to another entity; ${made.length} entities were discovered for them.\n`,
    )
  })
