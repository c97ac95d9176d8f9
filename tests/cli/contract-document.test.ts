import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from 'commander'
import { describe, expect, it } from 'vitest'
import { crawlerCommands } from '#crawler/commands.ts'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import { graphCommands } from '#graph/commands.ts'
import { graphCards } from '#graph/analysis/registry.ts'
import { exportCorpus } from '#graph/exchange/export-corpus.ts'
import { tablesOf } from '#graph/exchange/write/tables.ts'
import { readSeeds } from '#seeds/read-seeds.ts'
import { loadPageFormats, viewerCommands } from '#viewer/commands.ts'
import { temporaryFolder } from '../data/store/invented-corpus.ts'
import { quietSurroundings } from '../quiet-surroundings.ts'
import { codeOf, projectSources } from './project-sources.ts'
import { codesIn, tableUnder } from './read-document.ts'

/** What CONTRACT.md promises is what the code does: names, defaults, exits, columns, causes. */
const root = join(import.meta.dirname, '..', '..')
const contract = readFileSync(join(root, 'CONTRACT.md'), 'utf8')
const nowhere = quietSurroundings(root, { now: () => 0 })
const commands = [
  ...crawlerCommands(nowhere),
  ...graphCommands(nowhere, await loadPageFormats()),
  ...viewerCommands(nowhere),
]

const namesUnder = (heading: string): string[] =>
  tableUnder(contract, heading).flatMap(([names = '']) => codesIn(names))
const named = (name: string): Command => commands.find(command => command.name() === name)!
const optionOf = (command: string, option: string) => named(command).options.find(({ long }) => long === option)

/** As `--help` shows it; '—' for none and for switches. */
function defaultOf(command: string, name: string): string {
  const { defaultValue, defaultValueDescription } = optionOf(command, name)!
  if (defaultValue === undefined || typeof defaultValue === 'boolean') return '—'
  return defaultValueDescription ?? String(defaultValue)
}

/** The words that an option's help lists after its colon. */
const listedBy = (command: string, option: string): string[] =>
  optionOf(command, option)!.description.replace(/^.*: /, '').split(', ')

describe('CONTRACT.md', () => {
  it('names the commands, no more and no less', () =>
    expect(namesUnder('Commands').toSorted()).toEqual(commands.map(command => command.name()).toSorted()))

  it('names the steps of entity', () =>
    expect(namesUnder('Steps of entity').toSorted()).toEqual(
      named('entity')
        .commands.map(step => step.name())
        .toSorted(),
    ))

  it.each(tableUnder(contract, 'Options').map(row => row.slice(0, 3).map(cell => cell.replaceAll('`', ''))))(
    'names an option that is there, with its default: %s %s %s',
    (command = '', option = '', standard = '') => {
      expect(optionOf(command, option), option).toBeDefined()
      expect(defaultOf(command, option)).toBe(standard)
    },
  )

  it('names every option of crawl and analyse that a study is made with', () => {
    const told = tableUnder(contract, 'Options').map(([command = '', option = '']) =>
      codesIn(command + option).join(' '),
    )
    for (const command of ['crawl', 'analyse'])
      for (const { long } of named(command).options)
        if (long !== '--corpus' && long !== '--json') expect(told).toContain(`${command} ${long}`)
  })

  it('names the exits of cli.ts', () => {
    const lines = readFileSync(join(root, 'cli.ts'), 'utf8').split('\n')
    const exits = lines.filter(line => /exit|return/.test(line)).flatMap(line => line.match(/(?<![\w.])\d+\b/g) ?? [])
    expect(namesUnder('Exits').map(Number)).toEqual([...new Set(exits.map(Number))].toSorted((a, b) => a - b))
  })

  it('names the variables that the rooms and the launcher read, but for those of the desktop and the system', () => {
    const sources = [...projectSources(root).map(({ text }) => text), readFileSync(join(root, 'toile'), 'utf8')].join(
      '\n',
    )
    const read = [...sources.matchAll(/\benv(?:\['|\.)([A-Z_]+)/g)].map(([, name]) => name!)
    const system = ['HOME', 'USERPROFILE', 'LOCALAPPDATA', 'DISPLAY', 'WAYLAND_DISPLAY', 'SSH_CONNECTION', 'PATH']
    const expected = [...read.filter(name => !system.includes(name)), 'NODE_EXTRA_CA_CERTS']
    expect(namesUnder('Environment').toSorted()).toEqual([...new Set(expected)].toSorted())
  })

  it('names statuses, zones, weights and states', () => {
    const states = /state +TEXT CHECK \(state IN \(([^)]+)\)/.exec(
      readFileSync(join(root, 'data', 'store', 'base', 'schema.sql'), 'utf8'),
    )
    expect(namesUnder('Statuses')).toEqual(listedBy('export', '--statuses'))
    expect(namesUnder('Zones')).toEqual(listedBy('export', '--zones'))
    expect(namesUnder('States')).toEqual(states![1]!.split(', ').map(word => word.replaceAll("'", '')))
    for (const weight of optionOf('analyse', '--weight')!.argChoices!) expect(contract).toContain(`\`${weight}\``)
  })

  it('names every cause that the crawler writes to a corpus, with its state', () => {
    const code = projectSources(root)
      .filter(({ path }) => /^(crawler|data\/store\/(frontier|visits))\//.test(path))
      .map(({ text }) => codeOf(text))
      .join(' ')
    const found = (pattern: RegExp): string[] => [...code.matchAll(pattern)].map(([, slug]) => slug!)
    const fetched = codesOfUnion(code, 'FetchSlug').filter(slug => slug !== 'private')
    const failed = [
      ...fetched,
      ...found(/(?:kind|state):? ?=? 'failed', (?:slug|cause):? ?=? ?'([a-z-]+)'/g),
      'http-<status>',
    ]
    const excluded = [
      ...found(/(?:kind|state):? ?=? 'excluded', cause:? ?=? ?'([a-z-]+)'/g),
      ...found(/\bexclude\('([a-z-]+)'/g),
    ]
    const told = tableUnder(contract, 'Causes').map(([cause = '', state = '']) => [codesIn(cause)[0], state] as const)
    const toldAs = (state: string) => told.filter(row => row[1] === state).map(([cause]) => cause)
    expect(toldAs('failed').toSorted()).toEqual([...new Set(failed)].toSorted())
    expect(toldAs('excluded').toSorted()).toEqual([...new Set(excluded)].toSorted())
  })

  it('names the columns of a seed list', () => {
    const refusal = refusalOf(() => readSeeds('list.csv', Buffer.from('nothing\n1\n')))
    expect(namesUnder('Columns of a seed list')).toEqual(/known columns: ([^)]+)\)/.exec(refusal)![1]!.split(', '))
  })

  it('names the columns of each table, those of tags aside', () => {
    const corpus = openCorpus(join(temporaryFolder(), 'empty.sqlite'), 'create')
    const model = exportCorpus(corpus, { title: '', statuses: [], zones: [], minWeight: 0 })
    const tables = tablesOf({ ...model, similar: [] })
    corpus.close()
    expect(tables).toHaveLength(7)
    for (const { name, columns } of tables)
      expect(namesUnder(`${name}.csv`).toSorted(), name).toEqual(columns.map(({ id }) => id).toSorted())
  })

  it('names the measures of measures.csv', () =>
    expect(namesUnder('Measures').toSorted()).toEqual(graphCards.map(({ name }) => name).toSorted()))
})

/** Members of the string union `name` in `code`, whose spaces are collapsed. */
const codesOfUnion = (code: string, name: string): string[] =>
  [...new RegExp(`type ${name} =((?: \\| '[a-z-]+')+)`).exec(code)![1]!.matchAll(/'([a-z-]+)'/g)].map(
    ([, word]) => word!,
  )

function refusalOf(call: () => unknown): string {
  try {
    call()
  } catch (error) {
    return (error as Error).message
  }
  return ''
}
