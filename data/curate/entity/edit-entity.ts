import { InvalidArgumentError, Option, type Command } from 'commander'
import { isCountryCode } from '#data/table/country-codes.ts'
import type { Surroundings } from '#data/command/command.ts'
import { endsBefore } from '#data/entity/dated.ts'
import { Mistake } from '#data/mistake.ts'
import { statuses, type Status } from '#data/vocabulary/statuses.ts'
import { setEntities, setEntity, type EntityFields } from '#data/store/curate/set-entity.ts'
import { tagEntity, untagEntity } from '#data/store/curate/tag-entity.ts'
import { addName, removeName, renameEntity, type Period } from '#data/store/curate/name-entity.ts'
import { readAddress } from '#data/url/read-address.ts'
import { notingDraws } from '../review/noting-draws.ts'
import { change, editing, parseDate, parseText, type EditOptions } from '../curating.ts'

type SetOptions = EditOptions &
  Omit<EntityFields, 'label' | 'note'> & { readonly name?: string; readonly from?: string }

export const setCommand = (surroundings: Surroundings): Command =>
  editing('set', 'sets status, name, homepage, country or kind; of several entities in one event')
    .argument('<ids...>')
    .addOption(new Option('--status <status>', statuses.join(', ')).argParser(parseStatus))
    .option('--name <text>', 'the name shown to people', parseText)
    .option('--from <date>', 'it is a new name since then; the one before is kept, until then', parseDate)
    .option('--homepage <url>', 'where a reader enters the site', parseHomepage)
    .option('--country <code>', "ISO 3166-1 alpha-2; '' for not known", parseCountry)
    .option('--kind <kind>', "agency, software, party, …; '' for not known")
    .action((ids: string[], options: SetOptions) => {
      const { status, name: label, homepage, country, kind, from } = options
      const given = Object.entries({ status, label, homepage, country, kind })
      const fields = Object.fromEntries(given.filter(([, value]) => value !== undefined)) as EntityFields
      if (from !== undefined && label === undefined)
        throw new Mistake('--from without --name; expected the name that the entity bears since then')
      if (Object.keys(fields).length === 0)
        throw new Mistake('nothing to set; expected --status, --name, --homepage, --country or --kind')
      if (ids.length > 1 && (label ?? homepage) !== undefined)
        throw new Mistake(`${ids.length} entities can't get the same name or homepage; expected one id`)
      change(surroundings, options, `${ids.join(', ')}: set`, (corpus, author) =>
        from === undefined
          ? notingDraws(corpus, status === undefined ? [] : ids, () => setEntities(corpus, author, ids, fields))
          : renameEntity(corpus, author, ids[0]!, { fields, from }),
      )
    })

export const noteCommand = (surroundings: Surroundings): Command =>
  editing('note', "sets the researcher's note on an entity; '' takes it away")
    .argument('<id>')
    .argument('<text>')
    .action((id: string, note: string, options: EditOptions) =>
      change(surroundings, options, `${id}: noted`, (corpus, author) => setEntity(corpus, author, id, { note })),
    )

export const tagCommand = (surroundings: Surroundings): Command =>
  editing('tag', 'adds a tag')
    .argument('<id>')
    .argument('<category>', 'such as typology', parseText)
    .argument('<value>', 'such as vendor', parseText)
    .action((id: string, category: string, value: string, options: EditOptions) =>
      change(surroundings, options, `${id}: tagged ${category}: ${value}`, (corpus, author) =>
        tagEntity(corpus, author, id, category, value),
      ),
    )

export const untagCommand = (surroundings: Surroundings): Command =>
  editing('untag', 'takes a tag away, or all of a category')
    .argument('<id>')
    .argument('<category>')
    .argument('[value]')
    .action((id: string, category: string, value: string | undefined, options: EditOptions) =>
      change(surroundings, options, `${id}: untagged ${category}`, (corpus, author) =>
        untagEntity(corpus, author, id, category, value),
      ),
    )

export const nameCommand = (surroundings: Surroundings): Command =>
  editing('name', 'adds a name that the entity bore, with dates where known')
    .argument('<id>')
    .argument('<name>', 'such as "EchoDitto"', parseText)
    .option('--from <date>', 'year, month or day, ISO 8601', parseDate)
    .option('--to <date>', 'year, month or day, ISO 8601', parseDate)
    .action((id: string, name: string, options: EditOptions & Period) =>
      change(surroundings, options, `${id}: bore the name ${name}`, (corpus, author) =>
        addName(corpus, author, id, name, checkPeriod(options)),
      ),
    )

export const unnameCommand = (surroundings: Surroundings): Command =>
  editing('unname', 'takes a name away that the entity never bore')
    .argument('<id>')
    .argument('<name>')
    .action((id: string, name: string, options: EditOptions) =>
      change(surroundings, options, `${id}: no longer bears the name ${name}`, (corpus, author) =>
        removeName(corpus, author, id, name),
      ),
    )

/** @throws Mistake when it ends before it begins. */
export function checkPeriod({ from, to }: Period): Period {
  if (from !== undefined && to !== undefined && endsBefore({ from, to }))
    throw new Mistake(`--to ${to} is before --from ${from}; expected a later date`)
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }
}

function parseStatus(text: string): Status {
  const status = statuses.find(known => known === text.trim().toUpperCase())
  if (status === undefined) throw new InvalidArgumentError(`expected one of ${statuses.join(', ')}.`)
  return status
}

function parseCountry(text: string): string {
  const code = text.trim().toUpperCase()
  if (code !== '' && !isCountryCode(code))
    throw new InvalidArgumentError('expected two letters of ISO 3166-1, such as FR.')
  return code
}

function parseHomepage(text: string): string {
  const url = readAddress(text)
  if (url === null) throw new InvalidArgumentError('expected an http(s) address, such as https://www.example.fr.')
  return url
}
