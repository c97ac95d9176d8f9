import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Command } from 'commander'
import { describe, expect, it } from 'vitest'
import { crawlerCommands } from '#crawler/commands.ts'
import { graphCommands } from '#graph/commands.ts'
import { version } from '#data/command/version.ts'
import { readNetwork } from '#graph/exchange/read/read-network.ts'
import { formatNames } from '#graph/exchange/write/formats.ts'
import { textFormatNames } from '#graph/exchange/write/texts/text-formats.ts'
import { loadPageFormats, viewerCommands } from '#viewer/commands.ts'
import { quietSurroundings } from '../quiet-surroundings.ts'
import { anchorsOf, codesIn, documentsOf, linksOf, tableUnder } from './read-document.ts'

const root = join(import.meta.dirname, '..', '..')
const documents = documentsOf(root)

/** Each has a README at its door. */
const rooms =
  'crawler data data/store data/curate graph/analysis graph/words graph/explain graph/exchange graph/report seeds viewer tests'.split(
    ' ',
  )

const nowhere = quietSurroundings(root, { now: () => 0 })

const commands = [
  ...crawlerCommands(nowhere),
  ...graphCommands(nowhere, await loadPageFormats()),
  ...viewerCommands(nowhere),
]
const find = (list: readonly Command[], name: string | undefined): Command | undefined =>
  list.find(command => command.name() === name)

function mistakeOf(call: () => unknown): string {
  try {
    return String(call())
  } catch (error) {
    return (error as Error).message
  }
}

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

  it.each(documents.flatMap(document => linksOf(root, document).map(link => [document, link] as const)))(
    '%s: %s leads to a file, and to a heading of it',
    (document, link) => {
      const [path = '', anchor] = link.split('#')
      const file = path === '' ? join(root, document) : join(root, dirname(document), path)
      expect(existsSync(file), link).toBe(true)
      if (anchor !== undefined) expect(anchorsOf(readFileSync(file, 'utf8'))).toContain(anchor)
    },
  )

  it('name every command in the README', () => {
    const readme = readFileSync(join(root, 'README.md'), 'utf8')
    for (const command of commands) expect(readme, command.name()).toContain(command.name())
  })

  it('have every format and every ending that can be read, in FORMATS.md', () => {
    const formats = readFileSync(join(root, 'FORMATS.md'), 'utf8')
    const named = tableUnder(formats, 'Exports').map(([name = '']) => name.replaceAll('`', ''))
    expect(named).toEqual([...formatNames, ...textFormatNames, 'deposit', 'html'])
    const endings = tableUnder(formats, 'Imports').flatMap(([file = '']) =>
      codesIn(file).filter(code => /^\.\w+$/.test(code)),
    )
    const refusal = mistakeOf(() => readNetwork('network.xls', new Uint8Array()))
    expect([...new Set(endings)].toSorted()).toEqual([...new Set(refusal.match(/(?<= )\.[a-z]+/g))].toSorted())
  })

  it.each(rooms)('stand at the door of %s with five central files, and each path named there is there', room => {
    const readme = readFileSync(join(root, room, 'README.md'), 'utf8')
    const rows = readme.split('\n').filter(line => line.startsWith('| `'))
    if (room !== 'seeds') expect(rows).toHaveLength(5)
    const paths = codesIn(readme).filter(code => /^[\w./-]+(\/|\.(ts|tsx|sql))$|^\.\./.test(code))
    for (const path of paths)
      expect(existsSync(join(root, room, path)) || existsSync(join(root, path)), path).toBe(true)
  })

  it('say in CITATION.cff which version this is, and what the format asks for', () => {
    const citation = readFileSync(join(root, 'CITATION.cff'), 'utf8')
    const field = (name: string): string => new RegExp(`^${name}: *(.*)$`, 'm').exec(citation)?.[1] ?? 'absent'
    expect(field('version')).toBe(version)
    expect(field('cff-version')).toBe('1.2.0')
    for (const name of ['message', 'title', 'authors']) expect(field(name), name).not.toBe('absent')
    expect(citation).toMatch(/^authors:\n {2}- name: \S/m)
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
