import type { Command } from 'commander'
import type { Surroundings } from '#data/command/command.ts'
import { printable } from '#data/command/printable.ts'
import { Mistake } from '#data/mistake.ts'
import { inOneStep } from '#data/store/curate/change-entities.ts'
import { addPrefixTo, datePrefix, removePrefixFrom } from '#data/store/curate/move-prefix.ts'
import { mergeEntity } from '#data/store/curate/merge-entity.ts'
import type { Period } from '#data/store/curate/name-entity.ts'
import { splitEntity } from '#data/store/curate/split-entity.ts'
import { readAddress } from '#data/url/read-address.ts'
import { withCorpus } from '#data/command/with-corpus.ts'
import { authorOf, change, editing, parseDate, parseText, type EditOptions } from '../curating.ts'
import { readPrefix } from '../read-prefix.ts'
import { checkPeriod } from './edit-entity.ts'

export const addPrefixCommand = (surroundings: Surroundings): Command =>
  editing('add-prefix', 'gives an address and what is below it to an entity; pages and links follow at once')
    .argument('<id>')
    .argument('<prefix>', 'https://example.org/blog, or *.example.org for a domain with its subdomains')
    .option('--from <date>', 'since when it was theirs: year, month or day, ISO 8601', parseDate)
    .option('--to <date>', 'until when it was theirs', parseDate)
    .action((id: string, prefix: string, options: EditOptions & Period) => {
      const start = readAddress(prefix)
      const given = { ...checkPeriod(options), ...(start === null ? {} : { start }) }
      change(surroundings, options, `${id}: owns ${printable(prefix)}`, (corpus, author) =>
        addPrefixTo(corpus, author, id, readPrefix(prefix), given),
      )
    })

export const datePrefixCommand = (surroundings: Surroundings): Command =>
  editing(
    'date-prefix',
    "says when an address was an entity's; pages and links of other times follow at once, to another owner",
  )
    .argument('<id>')
    .argument('<prefix>', 'as `entity show` lists it')
    .option(
      '--from <date>',
      'since when it was theirs: year, month or day, ISO 8601; `..` takes the date away',
      parseBound,
    )
    .option(
      '--to <date>',
      'until when it was theirs, that day, month or year included; `..` takes the date away',
      parseBound,
    )
    .action((id: string, prefix: string, options: EditOptions & Period) => {
      const period = checkPeriod(options)
      if (period.from === undefined && period.to === undefined)
        throw new Mistake(
          `entity date-prefix ${printable(id)}: no date; expected --from DATE, --to DATE, or '..' for none`,
        )
      change(surroundings, options, `${id}: the dates of ${printable(prefix)} are set`, (corpus, author) =>
        datePrefix(corpus, author, id, readPrefix(prefix), period),
      )
    })

/** A date, or '' for a side that is open. */
const parseBound = (text: string): string => (text === '..' ? '' : parseDate(text))

export const removePrefixCommand = (surroundings: Surroundings): Command =>
  editing('remove-prefix', "takes a prefix from an entity; its pages go to whoever's prefix fits next")
    .argument('<id>')
    .argument('<prefix>', 'as `entity show` lists it')
    .action((id: string, prefix: string, options: EditOptions) =>
      change(surroundings, options, `${id}: no longer owns ${printable(prefix)}`, (corpus, author) =>
        removePrefixFrom(corpus, author, id, readPrefix(prefix)),
      ),
    )

export const mergeCommand = (surroundings: Surroundings): Command =>
  editing('merge', 'makes an entity live on in another one, with prefixes, tags and names')
    .argument('<id>')
    .argument('<into>')
    .action((id: string, into: string, options: EditOptions) =>
      change(surroundings, options, `${id}: merged into ${into}`, (corpus, author) =>
        mergeEntity(corpus, author, id, into),
      ),
    )

export const splitCommand = (surroundings: Surroundings): Command =>
  editing('split', 'makes an entity of its own out of prefixes of another; prints its id')
    .argument('<id>')
    .argument('<prefixes...>', 'prefixes of the entity, or narrower ones; the first names the new entity')
    .option('--name <text>', 'name of the new entity (default: its id)', parseText)
    .action((id: string, prefixes: string[], options: EditOptions & { name?: string }) => {
      const made = withCorpus(surroundings, options, 'write', corpus =>
        inOneStep(corpus, () =>
          splitEntity(corpus, authorOf(surroundings, options), id, prefixes.map(readPrefix), options.name),
        ),
      )
      surroundings.out(options.json ? `${JSON.stringify(made)}\n` : `${made.id} (event ${made.event})\n`)
    })
