import { InvalidArgumentError, type Command } from 'commander'
import type { Surroundings } from '#data/command/command.ts'
import { parseCount } from '#data/command/command-options.ts'
import { Mistake } from '#data/mistake.ts'
import { printedColumns } from '#data/command/printable.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { inOneStep } from '#data/store/curate/change-entities.ts'
import { undoEvent } from '#data/store/curate/undo.ts'
import { entityFacts, eventLog, type EventFacts } from '#data/store/map/entity-facts.ts'
import { withCorpus } from '#data/command/with-corpus.ts'
import { authorOf, editing, looking, writeLines, type EditOptions, type LookOptions } from '../curating.ts'

export const logCommand = (surroundings: Surroundings): Command =>
  looking('log', 'shows the events, the newest first')
    .argument('[id]', 'only those that touched this entity')
    .option('--limit <n>', 'events shown', parseCount(1), 50)
    .action((id: string | undefined, options: LookOptions & { limit: number }) => {
      const events = withCorpus(surroundings, options, 'read', corpus => {
        if (id !== undefined) refuseUnknown(corpus, id)
        return eventLog(corpus, id ?? null, options.limit)
      })
      if (options.json) writeLines(surroundings, events)
      else surroundings.out(printedColumns([head, ...events.map(lineOf)]))
    })

/** Merged and forgotten ones have a history, too. */
function refuseUnknown(corpus: Corpus, id: string): void {
  if (entityFacts(corpus, id) === undefined) throw new Mistake({ code: 'no-such-entity', values: { name: id } })
}

const head = ['EVENT', 'TIME', 'WHO', 'ACTION', 'ENTITY', 'REASON']

const lineOf = ({ id, at, actor, action, entity, touched, reason, undoneBy }: EventFacts): string[] => [
  String(id),
  at,
  actor,
  undoneBy === null ? action : `${action} (taken back by ${undoneBy})`,
  entity || `${touched} entities`,
  reason,
]

export const undoCommand = (surroundings: Surroundings): Command =>
  editing('undo', 'takes the last change back, or the event given')
    .argument('[event]', 'its number, as `entity log` shows it', (text: string) => parseEvent(text))
    .action((which: number | undefined, options: EditOptions) => {
      const taken = withCorpus(surroundings, options, 'write', corpus =>
        inOneStep(corpus, () => undoEvent(corpus, authorOf(surroundings, options), which)),
      )
      const sentence = taken
        ? `Taken back: ${taken.action}, event ${taken.id} (event ${taken.event})`
        : 'Nothing to take back.'
      surroundings.out(options.json ? `${JSON.stringify({ event: null, ...taken })}\n` : `${sentence}\n`)
    })

function parseEvent(text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new InvalidArgumentError('expected the number of an event.')
  return Number(text)
}
