import { Command, Option } from 'commander'
import type { BuildCommands, Surroundings } from '../../data/command.ts'
import { corpusOption, parseCount } from '../../data/command-options.ts'
import { Mistake } from '../../data/mistake.ts'
import { columns, printable } from '../../data/printable.ts'
import { statuses, type Status } from '../../data/records.ts'
import type { Corpus } from '../../data/store/corpus.ts'
import { corpusFile } from '../../data/store/corpus-file.ts'
import type { Author } from '../../data/store/curate/change-entities.ts'
import { forgetEntity } from '../../data/store/curate/forget.ts'
import {
  addName,
  addPrefixTo,
  mergeEntity,
  removePrefixFrom,
  setEntity,
  splitEntity,
  tagEntity,
  untagEntity,
  type EntityFields,
} from '../../data/store/curate/operations.ts'
import { undoLastEvent } from '../../data/store/curate/undo.ts'
import { entitiesByStatus } from '../../data/store/entities.ts'
import { entityFacts, eventLog } from '../../data/store/entity-facts.ts'
import { openCorpus } from '../../data/store/open-corpus.ts'
import { readPrefix } from './read-prefix.ts'

interface CommonOptions {
  readonly corpus?: string
  readonly reason: string
  readonly by: string
  readonly json?: boolean
}

/** `entity …`: review and edit. Each subcommand is one event of the corpus. */
export const entityCommands: BuildCommands = surroundings => [
  new Command('entity')
    .description('Reviews and edits entities; every change is an event that can be taken back.')
    .addCommand(listCommand(surroundings))
    .addCommand(showCommand(surroundings))
    .addCommand(setCommand(surroundings))
    .addCommand(noteCommand(surroundings))
    .addCommand(tagCommand(surroundings))
    .addCommand(untagCommand(surroundings))
    .addCommand(nameCommand(surroundings))
    .addCommand(addPrefixCommand(surroundings))
    .addCommand(removePrefixCommand(surroundings))
    .addCommand(mergeCommand(surroundings))
    .addCommand(splitCommand(surroundings))
    .addCommand(logCommand(surroundings))
    .addCommand(undoCommand(surroundings))
    .addCommand(forgetCommand(surroundings)),
]

const reasonOption = (): Option => new Option('--reason <text>', 'why, kept with the event').default('', 'none')
const byOption = (): Option => new Option('--by <name>', 'who, kept with the event').default('user')
const jsonOption = (): Option => new Option('--json', 'JSON lines on standard output')

function read<Result>(surroundings: Surroundings, options: CommonOptions, work: (corpus: Corpus) => Result): Result {
  const corpus = openCorpus(corpusFile(options.corpus, surroundings.cwd), 'read')
  try {
    return work(corpus)
  } finally {
    corpus.close()
  }
}

function change(
  surroundings: Surroundings,
  options: CommonOptions,
  done: string,
  work: (corpus: Corpus, author: Author) => number | null,
): void {
  const corpus = openCorpus(corpusFile(options.corpus, surroundings.cwd), 'write')
  try {
    const author = { actor: options.by, reason: options.reason, now: surroundings.now() }
    const event = work(corpus, author)
    surroundings.out(event === null ? 'Nothing to change: it is so already.\n' : `${done} (event ${event})\n`)
  } finally {
    corpus.close()
  }
}

const editing = (name: string, description: string): Command =>
  new Command(name).description(description).addOption(corpusOption()).addOption(reasonOption()).addOption(byOption())

const looking = (name: string, description: string): Command =>
  new Command(name).description(description).addOption(corpusOption()).addOption(jsonOption())

function listCommand(surroundings: Surroundings): Command {
  return looking('list', 'lists entities by id')
    .option('--status <list>', `${statuses.join(', ')}; several with commas`, 'IN,UNDECIDED,OUT')
    .action((options: CommonOptions & { status: string }) =>
      read(surroundings, options, corpus => {
        const rows = entitiesByStatus(corpus, options.status.split(',').map(asStatus))
        if (options.json) for (const { id: _row, ...entity } of rows) surroundings.out(`${JSON.stringify(entity)}\n`)
        else
          surroundings.out(
            columns([
              ['ID', 'STATUS', 'COUNTRY', 'KIND', 'NAME'],
              ...rows.map(row => [row.name, row.status, row.country, row.kind, row.label]),
            ]),
          )
      }),
    )
}

function showCommand(surroundings: Surroundings): Command {
  return looking('show', 'shows what the corpus knows of an entity')
    .argument('<id>', 'entity, as `entity list` shows it')
    .action((id: string, options: CommonOptions) =>
      read(surroundings, options, corpus => {
        const facts = entityFacts(corpus, id)
        if (facts === undefined)
          throw new Mistake(`'${id}' is no entity of this corpus; expected an id as \`entity list\` shows them`)
        surroundings.out(options.json ? `${JSON.stringify(facts)}\n` : columns(factLines(facts), 120))
      }),
    )
}

function factLines(facts: NonNullable<ReturnType<typeof entityFacts>>): string[][] {
  const { prefixes, tags, names, pages, ...plain } = facts
  return [
    ...Object.entries(plain)
      .filter(([, value]) => value !== '')
      .map(([field, value]) => [field, String(value)]),
    ...prefixes.map(prefix => ['prefix', prefix.url]),
    ...names.map(({ name, from, to }) => ['name', from || to ? `${name} (${from}–${to})` : name]),
    ...tags.map(({ category, value }) => ['tag', `${category}: ${value}`]),
    ...Object.entries(pages).map(([state, n]) => [`pages ${state}`, String(n)]),
  ]
}

function setCommand(surroundings: Surroundings): Command {
  return editing('set', 'sets status, name, homepage, country or kind')
    .argument('<id>')
    .addOption(new Option('--status <status>', statuses.join(', ')).argParser(asStatus))
    .option('--name <text>', 'the name shown to people')
    .option('--homepage <url>', 'where a reader enters the site')
    .option('--country <code>', 'ISO 3166-1 alpha-2')
    .option('--kind <kind>', 'agency, software, party, think-tank, media, research, person …')
    .action((id: string, options: CommonOptions & EntityFields & { name?: string }) => {
      const { status, name: label, homepage, country, kind } = options
      const given = Object.entries({ status, label, homepage, country: country?.toUpperCase(), kind })
      const fields = Object.fromEntries(given.filter(([, value]) => value !== undefined)) as EntityFields
      if (Object.keys(fields).length === 0)
        throw new Mistake('nothing to set; expected --status, --name, --homepage, --country or --kind')
      if (fields.country && !/^[A-Z]{2}$/.test(fields.country))
        throw new Mistake(`country '${country}' is not a two-letter code of ISO 3166-1`)
      change(surroundings, options, `${id}: set`, (corpus, author) => setEntity(corpus, author, id, fields))
    })
}

const noteCommand = (surroundings: Surroundings): Command =>
  editing('note', "sets the researcher's note on an entity")
    .argument('<id>')
    .argument('<text>')
    .action((id: string, note: string, options: CommonOptions) =>
      change(surroundings, options, `${id}: noted`, (corpus, author) => setEntity(corpus, author, id, { note })),
    )

const tagCommand = (surroundings: Surroundings): Command =>
  editing('tag', 'adds a tag')
    .argument('<id>')
    .argument('<category>')
    .argument('<value>')
    .action((id: string, category: string, value: string, options: CommonOptions) =>
      change(surroundings, options, `${id}: tagged`, (corpus, author) =>
        tagEntity(corpus, author, id, category, value),
      ),
    )

const untagCommand = (surroundings: Surroundings): Command =>
  editing('untag', 'takes a tag away, or all of a category')
    .argument('<id>')
    .argument('<category>')
    .argument('[value]')
    .action((id: string, category: string, value: string | undefined, options: CommonOptions) =>
      change(surroundings, options, `${id}: untagged`, (corpus, author) =>
        untagEntity(corpus, author, id, category, value),
      ),
    )

const nameCommand = (surroundings: Surroundings): Command =>
  editing('name', 'adds a name that the entity bore, with dates where known')
    .argument('<id>')
    .argument('<name>')
    .option('--from <date>', 'year, month or day, ISO 8601')
    .option('--to <date>', 'year, month or day, ISO 8601')
    .action((id: string, name: string, options: CommonOptions & { from?: string; to?: string }) => {
      for (const date of [options.from, options.to])
        if (date !== undefined && !/^\d{4}(-\d\d(-\d\d)?)?$/.test(date))
          throw new Mistake(`'${date}' is not a date; expected 2013, 2013-05 or 2013-05-21`)
      const { from = '', to = '' } = options
      change(surroundings, options, `${id}: named`, (corpus, author) => addName(corpus, author, id, { name, from, to }))
    })

const addPrefixCommand = (surroundings: Surroundings): Command =>
  editing('add-prefix', 'gives an address and what is below it to an entity')
    .argument('<id>')
    .argument('<prefix>', 'https://example.org/blog, or *.example.org for a domain with its subdomains')
    .action((id: string, prefix: string, options: CommonOptions) =>
      change(surroundings, options, `${id}: owns ${printable(prefix)}`, (corpus, author) =>
        addPrefixTo(corpus, author, id, readPrefix(prefix)),
      ),
    )

const removePrefixCommand = (surroundings: Surroundings): Command =>
  editing('remove-prefix', 'takes a prefix from an entity')
    .argument('<id>')
    .argument('<prefix>')
    .action((id: string, prefix: string, options: CommonOptions) =>
      change(surroundings, options, `${id}: no longer owns ${printable(prefix)}`, (corpus, author) =>
        removePrefixFrom(corpus, author, id, readPrefix(prefix)),
      ),
    )

const mergeCommand = (surroundings: Surroundings): Command =>
  editing('merge', 'makes an entity live on in another one')
    .argument('<id>')
    .argument('<into>')
    .action((id: string, into: string, options: CommonOptions) =>
      change(surroundings, options, `${id}: merged into ${into}`, (corpus, author) =>
        mergeEntity(corpus, author, id, into),
      ),
    )

const splitCommand = (surroundings: Surroundings): Command =>
  editing('split', 'makes an entity of its own out of prefixes of another')
    .argument('<id>')
    .argument('<prefixes...>')
    .option('--name <text>', 'name of the new entity')
    .action((id: string, prefixes: string[], options: CommonOptions & { name?: string }) =>
      change(surroundings, options, `${id}: split`, (corpus, author) => {
        const made = splitEntity(corpus, author, id, prefixes.map(readPrefix), options.name)
        surroundings.out(`${made}\n`)
        return eventLog(corpus, made, 1)[0]?.id ?? null
      }),
    )

const logCommand = (surroundings: Surroundings): Command =>
  looking('log', 'shows the events, the newest first')
    .argument('[id]', 'only of this entity')
    .option('--limit <n>', 'events shown', parseCount(1), 50)
    .action((id: string | undefined, options: CommonOptions & { limit: number }) =>
      read(surroundings, options, corpus => {
        const events = eventLog(corpus, id ?? null, options.limit)
        if (options.json) for (const event of events) surroundings.out(`${JSON.stringify(event)}\n`)
        else
          surroundings.out(
            columns([
              ['EVENT', 'TIME', 'WHO', 'ACTION', 'ENTITY', 'REASON'],
              ...events.map(event => [
                String(event.id),
                event.at,
                event.actor,
                event.action,
                event.entity,
                event.reason,
              ]),
            ]),
          )
      }),
    )

const undoCommand = (surroundings: Surroundings): Command =>
  editing('undo', 'takes the last change back').action((options: CommonOptions) =>
    change(surroundings, options, 'Taken back', (corpus, author) => undoLastEvent(corpus, author)?.id ?? null),
  )

const forgetCommand = (surroundings: Surroundings): Command =>
  editing('forget', 'removes pages, texts and links of an entity for good, on objection (GDPR art. 17, 21)')
    .argument('<id>')
    .option('--yes', 'without it, nothing is removed')
    .action((id: string, options: CommonOptions & { yes?: boolean }) => {
      if (!options.yes)
        throw new Mistake(
          `'entity forget' can't be taken back; expected --yes, after a copy of the corpus if you may keep one`,
        )
      change(surroundings, options, `${id}: forgotten`, (corpus, author) => {
        const { pages, links } = forgetEntity(corpus, author, id)
        surroundings.out(
          `Removed ${pages} addresses and ${links} hyperlinks. Exports and archives made before still hold them: delete those too.\n`,
        )
        return eventLog(corpus, id, 1)[0]?.id ?? null
      })
    })

function asStatus(text: string): Status {
  const status = statuses.find(known => known === text.trim().toUpperCase())
  if (status === undefined) throw new Mistake(`'${text}' is no status; expected one of ${statuses.join(', ')}`)
  return status
}
