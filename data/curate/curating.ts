import { Command, InvalidArgumentError, Option } from 'commander'
import type { Surroundings } from '../command/command.ts'
import { isDate } from '../entity/dated.ts'
import { corpusOption } from '../command/command-options.ts'
import { withCorpus } from '../command/with-corpus.ts'
import type { Corpus } from '../store/base/corpus.ts'
import { inOneStep } from '../store/curate/change-entities.ts'
import type { Author } from '../store/curate/author.ts'

export interface LookOptions {
  readonly corpus?: string
  readonly json?: boolean
}

export interface EditOptions extends LookOptions {
  readonly reason: string
  readonly by: string
}

/** A command that only reads. */
export const looking = (name: string, description: string): Command =>
  new Command(name)
    .description(description)
    .addOption(corpusOption())
    .addOption(new Option('--json', 'JSON lines on standard output'))

/** A command that makes an event. */
export const editing = (name: string, description: string): Command =>
  looking(name, description)
    .addOption(new Option('--reason <text>', 'why, kept with the event').default('', 'none'))
    .addOption(new Option('--by <name>', 'who, kept with the event').default('user'))

/** Carries out one change and says which event it became; `done` says what is so now. */
export function change(
  surroundings: Surroundings,
  options: EditOptions,
  done: string,
  work: (corpus: Corpus, author: Author) => number | null,
): void {
  const event = withCorpus(surroundings, options, 'write', corpus =>
    inOneStep(corpus, () => work(corpus, authorOf(surroundings, options))),
  )
  const sentence = event === null ? 'Nothing to change: it is so already.' : `${done} (event ${event})`
  surroundings.out(options.json ? `${JSON.stringify({ event })}\n` : `${sentence}\n`)
}

export const authorOf = (surroundings: Surroundings, options: EditOptions): Author => ({
  actor: options.by,
  reason: options.reason,
  now: surroundings.now(),
})

/** Writes rows as JSON lines. */
export function writeLines(surroundings: Surroundings, rows: Iterable<unknown>): void {
  for (const row of rows) surroundings.out(`${JSON.stringify(row)}\n`)
}

/** A year, month or day as ISO 8601 writes it. */
export function parseDate(text: string): string {
  if (!isDate(text)) throw new InvalidArgumentError('expected a date such as 2013, 2013-05 or 2013-05-21.')
  return text
}

/** Text that says something: not empty, no line's end or other control character in it. */
export function parseText(text: string): string {
  const plain = text.trim()
  if (plain === '' || /\p{Cc}/u.test(plain)) throw new InvalidArgumentError('expected text in one line.')
  return plain
}
