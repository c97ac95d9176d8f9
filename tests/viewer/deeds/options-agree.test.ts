import type { Command } from 'commander'
import { describe, expect, it } from 'vitest'
import { crawlerCommands } from '#crawler/commands.ts'
import { graphCommands } from '#graph/commands.ts'
import { type Deed, deeds } from '#viewer/protocol/deeds/deeds.ts'
import { loadPageFormats, viewerCommands } from '#viewer/commands.ts'
import { quietSurroundings } from '../../quiet-surroundings.ts'
import { besideDeeds, commandLineOnly, elsewhere } from './command-line-only.ts'

const nowhere = quietSurroundings('/')
const tops = [
  ...crawlerCommands(nowhere),
  ...graphCommands(nowhere, await loadPageFormats()),
  ...viewerCommands(nowhere),
]

/** Every command that does something by itself, by its full name. */
const commands = new Map<string, Command>(
  tops.flatMap((top): [string, Command][] =>
    top.commands.length === 0
      ? [[top.name(), top]]
      : top.commands.map((step): [string, Command] => [`${top.name()} ${step.name()}`, step]),
  ),
)

const nameOf = ({ command }: Deed): string => command.filter((_word, at) => !isAfterOption(command, at)).join(' ')
const isAfterOption = (words: readonly string[], at: number): boolean =>
  words.slice(0, at + 1).some(word => word.startsWith('-'))

/** What the page says of each command: options of deeds, and those said elsewhere in the page. */
const ofPage = new Map<string, Set<string>>()
const say = (command: string, options: readonly string[]): void => {
  const known = ofPage.get(command) ?? new Set()
  for (const option of options) known.add(option)
  ofPage.set(command, known)
}
for (const deed of Object.values(deeds) as Deed[])
  say(nameOf(deed), [
    ...[...deed.command, ...(deed.always ?? [])].filter(word => word.startsWith('--')),
    ...deed.fields.flatMap(field => ('flag' in field ? [field.flag] : [])),
    ...(deed.makes === undefined ? [] : ['--out']),
    ...(deed.command[0] === 'opt-out' ? [] : ['--corpus']),
  ])
for (const [command, options] of Object.entries(besideDeeds)) say(command, options)

describe('the commands and the page', () => {
  it('know the same commands: those without a button say where the page does it, or why not', () => {
    const told = new Set([...ofPage.keys(), ...Object.keys(elsewhere)])
    expect([...commands.keys()].toSorted()).toEqual([...told].toSorted())
  })

  it.each([...ofPage.keys()])('%s: each option is in the page, or has a reason to stay on the command line', name => {
    const options = (commands.get(name)?.options ?? []).map(({ long }) => long!)
    const known = new Set([...ofPage.get(name)!, ...Object.keys(commandLineOnly[name] ?? {})])
    expect(options.toSorted()).toEqual([...known].toSorted())
    expect([...ofPage.get(name)!].filter(option => commandLineOnly[name]?.[option] !== undefined)).toEqual([])
  })

  it('gives a reason for each that stays on the command line', () => {
    const reasons = [...Object.values(elsewhere), ...Object.values(commandLineOnly).flatMap(of => Object.values(of))]
    expect(reasons.filter(reason => reason.length < 15)).toEqual([])
  })

  const choices = Object.entries(deeds as Readonly<Record<string, Deed>>).flatMap(([name, deed]) =>
    deed.fields.flatMap(field => (field.kind === 'one' || field.kind === 'some' ? [{ name, deed, field }] : [])),
  )

  it.each(choices)('$name: $field.name offers nothing that its command refuses', ({ deed, field }) => {
    const option = commands.get(nameOf(deed))!.options.find(({ long }) => long === field.flag)!
    for (const value of field.options.filter(text => text !== '')) {
      if (option.argChoices !== undefined) expect(option.argChoices).toContain(value)
      else if (option.parseArg !== undefined) expect(() => option.parseArg!(value, undefined)).not.toThrow()
    }
  })

  // A format is a deed of its own.
  it.each(choices.filter(({ field }) => field.name !== 'format'))(
    '$name: $field.name leaves out nothing that its command takes',
    ({ deed, field }) => {
      const { argChoices } = commands.get(nameOf(deed))!.options.find(({ long }) => long === field.flag)!
      const offered = new Set(field.options)
      expect((argChoices ?? []).filter(value => !offered.has(value))).toEqual([])
    },
  )

  it.each(['publish', 'deposit'] as const)('%s offers no codes, which its command refuses', name => {
    const flags = deeds[name].fields.flatMap(field => ('flag' in field ? [field.flag] : []))
    expect(flags).toContain('--written')
    expect(flags).not.toContain('--codes')
  })

  it.each(choices)('$name: $field.name takes for granted what its command does', ({ deed, field }) => {
    const option = commands.get(nameOf(deed))!.options.find(({ long }) => long === field.flag)!
    const preset = field.kind === 'some' ? [...field.preset] : field.preset
    // Described there, not stored: what a spreadsheet gets, and all kinds of suggestion.
    if (option.defaultValue === undefined)
      expect(['separator', 'decimal', 'kind', 'codes', 'language']).toContain(field.name)
    else if (preset !== null) expect(option.defaultValue).toEqual(preset)
  })

  const numbers = Object.entries(deeds as Readonly<Record<string, Deed>>).flatMap(([name, deed]) =>
    deed.fields.flatMap(field => (field.kind === 'number' ? [{ name, deed, field }] : [])),
  )

  it.each(numbers)('$name: $field.name has the bounds and the default of its command', ({ deed, field }) => {
    const option = commands.get(nameOf(deed))!.options.find(({ long }) => long === field.flag)!
    expect(option.defaultValue).toBe(field.preset)
    for (const value of [field.least, field.most]) expect(option.parseArg!(String(value), undefined)).toBe(value)
  })
})
