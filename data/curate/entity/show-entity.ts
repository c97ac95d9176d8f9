import type { Command } from 'commander'
import type { Surroundings } from '#data/command/command.ts'
import { Mistake } from '#data/mistake.ts'
import { printedColumns } from '#data/command/printable.ts'
import { entityFacts, type EntityFacts } from '#data/store/map/entity-facts.ts'
import { withCorpus } from '#data/command/with-corpus.ts'
import { looking, writeLines, type LookOptions } from '../curating.ts'

export const showCommand = (surroundings: Surroundings): Command =>
  looking('show', 'shows what the corpus knows of an entity')
    .argument('<id>', 'entity, as `entity list` shows it')
    .action((id: string, options: LookOptions) => {
      const facts = withCorpus(surroundings, options, 'read', corpus => entityFacts(corpus, id))
      if (facts === undefined) throw new Mistake({ code: 'no-such-entity', values: { name: id } })
      if (options.json) writeLines(surroundings, [facts])
      else surroundings.out(printedColumns(factLines(facts), 120))
    })

function factLines({ prefixes, tags, names, starts, pages, ...plain }: EntityFacts): string[][] {
  return [
    ...Object.entries(plain)
      .filter(([, value]) => value !== '')
      .map(([fact, value]) => [factNames[fact] ?? fact, String(value)]),
    ...prefixes.map(prefix => ['prefix', dated(prefix.url, prefix)]),
    ...names.map(name => ['name', dated(name.name, name)]),
    ...tags.map(({ category, value }) => ['tag', `${category}: ${value}`]),
    ...starts.map(url => ['start page', url]),
    ...Object.entries(pages).map(([state, n]) => [`pages ${state}`, String(n)]),
  ]
}

const factNames: Readonly<Record<string, string>> = {
  label: 'name',
  mergedInto: 'merged into',
  linksOut: 'links out',
  linksIn: 'links in',
}

const dated = (text: string, { from, to }: { readonly from: string; readonly to: string }): string =>
  from || to ? `${text} (${from || '…'} – ${to || '…'})` : text
