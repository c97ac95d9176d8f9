import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Command } from 'commander'
import { describe, expect, it } from 'vitest'
import { crawlerCommands } from '#crawler/commands.ts'
import { graphCommands } from '#graph/commands.ts'
import { mapPage, viewerCommands } from '#viewer/commands.ts'
import { quietSurroundings } from '../quiet-surroundings.ts'

const root = join(import.meta.dirname, '..', '..')
const documents = ['README.md', 'METHOD.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'ARCHITECTURE.md', 'seeds/README.md']

const nowhere = quietSurroundings(root, { now: () => 0 })

const commands = [...crawlerCommands(nowhere), ...graphCommands(nowhere, mapPage), ...viewerCommands(nowhere)]
const find = (list: readonly Command[], name: string | undefined): Command | undefined =>
  list.find(command => command.name() === name)

/** Every `toile …` that a document shows: [document, words after `toile`]. */
function* shownCommands(): Generator<[string, string[]]> {
  for (const document of documents)
    for (const [, call = ''] of readFileSync(join(root, document), 'utf8').matchAll(
      /\.\/toile ([a-z][a-z-]*[^`#\n]*)/g,
    ))
      yield [document, call.trim().split(/\s+/)]
}

describe('the documents', () => {
  const shown = [...shownCommands()]

  it('show commands', () => expect(shown.length).toBeGreaterThan(10))

  it.each(shown)('%s: toile %j names a command and options that are there', (_document, words) => {
    const top = find(commands, words[0])
    expect(top, words[0]).toBeInstanceOf(Command)
    const command = find(top!.commands, words[1]) ?? top!
    const known = ['--help', ...command.options.map(option => option.long)]
    for (const word of words) if (word.startsWith('--')) expect(known, word).toContain(word)
  })

  it('name every command in the README', () => {
    const readme = readFileSync(join(root, 'README.md'), 'utf8')
    for (const command of commands) expect(readme, command.name()).toContain(command.name())
  })

  it('give the reason of every dependency, in ARCHITECTURE.md', () => {
    const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>
      devDependencies: Record<string, string>
    }
    const reasons = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8')
    for (const name of [...Object.keys(dependencies), ...Object.keys(devDependencies)])
      if (!name.startsWith('@types/')) expect(reasons).toContain(`\`${name}\``)
  })

  it('explain every option: its help says what it does, and its unit where it has one', () => {
    for (const command of commands.flatMap(each => [each, ...each.commands]))
      for (const option of command.options)
        expect(`${command.name()} ${option.flags}: ${option.description}`).toMatch(/: .{4}/)
  })
})
