import { InvalidArgumentError, Option, type Command } from 'commander'
import type { Surroundings } from '#data/command/command.ts'
import { parseCount } from '#data/command/command-options.ts'
import { printable } from '#data/command/printable.ts'
import { saySuggestion } from '#data/vocabulary/words/say.ts'
import { dismissSuggestion } from '#data/store/curate/dismiss.ts'
import { withCorpus } from '#data/command/with-corpus.ts'
import { change, editing, looking, writeLines, type EditOptions, type LookOptions } from '../curating.ts'
import { shellWord } from '../shell-word.ts'
import { suggestionKinds, type Reason, type Suggestion, type SuggestionKind } from '../suggest/suggestion.ts'
import { suggestions } from '../suggest/suggestions.ts'

interface SuggestOptions extends LookOptions {
  readonly kind?: SuggestionKind
  readonly limit: number
}

export const suggestCommand = (surroundings: Surroundings): Command =>
  looking(
    'suggest',
    'lists what may be one entity, parked, a link farm, or an address that is no longer theirs, with reasons; changes nothing',
  )
    .addOption(new Option('--kind <kind>', 'only these (default: all)').choices(suggestionKinds))
    .option('--limit <n>', 'of each kind, the strongest first', parseCount(1), 20)
    .action((options: SuggestOptions) => {
      const kinds = options.kind === undefined ? suggestionKinds : [options.kind]
      const found = withCorpus(surroundings, options, 'read', corpus =>
        suggestions(corpus, { kinds, limit: options.limit }),
      )
      const commands = (one: Suggestion) => commandsOf(one, options.corpus)
      if (options.json)
        writeLines(
          surroundings,
          found.map(one => ({ ...one, reasons: one.reasons.map(inWords), ...commands(one) })),
        )
      else
        surroundings.out(
          found.length === 0 ? 'Nothing to suggest.\n' : found.map(one => describe(one, commands(one))).join('\n'),
        )
    })

export const dismissCommand = (surroundings: Surroundings): Command =>
  editing('dismiss', 'notes that a suggestion is wrong, so that it is not made again')
    .argument('<kind>', suggestionKinds.join(', '), parseKind)
    .argument('<ids...>', 'the entities that it was about')
    .action((kind: SuggestionKind, ids: string[], options: EditOptions) =>
      change(surroundings, options, `${ids.join(', ')}: not ${kindNames[kind]}`, (corpus, author) =>
        dismissSuggestion(corpus, author, kind, ids),
      ),
    )

const kindNames: Readonly<Record<SuggestionKind, string>> = {
  same: 'one entity',
  parked: 'parked',
  farm: "a link farm, or one publisher's sites",
  ended: 'no longer theirs',
}

function parseKind(text: string): SuggestionKind {
  const kind = suggestionKinds.find(known => known === text)
  if (kind === undefined) throw new InvalidArgumentError(`expected one of ${suggestionKinds.join(', ')}.`)
  return kind
}

/** `said` has no language: the page says it in its own. */
const inWords = ({ sign, code, values }: Reason) => {
  const said = { code, values } as Reason
  return { sign, text: saySuggestion(said, 'en'), said }
}

interface Commands {
  readonly accept: string
  readonly dismiss: string
}

function commandsOf({ kind, entities, reasons, end }: Suggestion, corpus: string | undefined): Commands {
  const ids = entities.map(shellWord).join(' ')
  const within = corpus === undefined ? '' : ` --corpus ${shellWord(corpus)}`
  const why = `--reason ${shellWord(`suggested: ${reasons.map(({ sign }) => sign).join(', ')}`)}`
  const accept =
    end !== undefined
      ? `date-prefix ${ids} ${shellWord(end.prefix)} --to ${end.to} ${why}`
      : kind === 'same'
        ? `merge ${ids} ${why}`
        : `set ${ids} --status OUT ${why}`
  return { accept: `./toile entity ${accept}${within}`, dismiss: `./toile entity dismiss ${kind} ${ids}${within}` }
}

/** Words of strangers are made safe for a terminal; commands have none but what a shell takes literally. */
const describe = ({ kind, entities, reasons }: Suggestion, { accept, dismiss }: Commands): string =>
  [
    `Likely ${kindNames[kind]}: ${printable(entities.join(', '))}`,
    ...reasons.map(reason => `  - ${printable(inWords(reason).text)}`),
    `  accept:  ${printable(accept)}`,
    `  dismiss: ${printable(dismiss)}`,
    '',
  ].join('\n')
