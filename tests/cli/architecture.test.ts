import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { codeOf, projectSources, type Source } from './project-sources.ts'
import { codesIn, tableUnder } from './read-document.ts'

/** Sentences of ARCHITECTURE.md that a look at the sources can hold. The borders have tests of their own. */
const root = join(import.meta.dirname, '..', '..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const architecture = read('ARCHITECTURE.md')
const sources = projectSources(root)
const isIn = (folder: string) => (source: Source) => source.path.startsWith(`${folder}/`)

interface Package {
  readonly dependencies: Readonly<Record<string, string>>
  readonly devDependencies: Readonly<Record<string, string>>
  readonly optionalDependencies: Readonly<Record<string, string>>
}
const { dependencies, devDependencies, optionalDependencies } = JSON.parse(read('package.json')) as Package

/** [rooms that a row speaks of, what it may import] */
const rows = tableUnder(architecture, 'Rooms').map(([rooms = '', , allowed = '']) => {
  const [first = '', ...rest] = codesIn(rooms).map(room => room.replace(/\/$/, ''))
  // `data/url/`, `entity/` … are rooms of the same floor.
  return [[first, ...rest.map(room => join(dirname(first), room))], allowed] as const
})

/** The room of a file: the longest row that holds it. */
const roomOf = (path: string): string =>
  rows
    .flatMap(([rooms]) => rooms)
    .filter(room => path === room || path.startsWith(`${room}/`))
    .toSorted((a, b) => b.length - a.length)[0] ?? ''

const importsOf = ({ path, text }: Source): string[] =>
  [...codeOf(text).matchAll(/(?:from|import\(|import) ?'([#.][^']+)'/g)].map(([, to = '']) =>
    to.startsWith('#') ? to.slice(1) : join(dirname(path), to).replaceAll('\\', '/'),
  )

/** Rooms that the files of `room` import, its own floor's aside. */
const importedBy = (room: string): string[] => [
  ...new Set(
    sources
      .filter(({ path }) => roomOf(path) === room)
      .flatMap(importsOf)
      .map(roomOf)
      .filter(to => to !== '' && to !== room)
      .map(to => (to.startsWith('data/') ? 'data' : to)),
  ),
]

describe('ARCHITECTURE.md, the rooms', () => {
  it('are all in the table', () => {
    const folders = ['data', 'data/store', 'crawler', 'viewer', 'graph'].flatMap(floor =>
      readdirSync(join(root, floor), { withFileTypes: true })
        .filter(entry => entry.isDirectory() && entry.name !== 'corpora')
        .map(entry => entry.name),
    )
    const section = architecture.slice(architecture.indexOf('## Rooms'), architecture.indexOf('Who imports whom'))
    const named = codesIn(section).flatMap(code => code.split('/'))
    for (const folder of folders) expect(named, folder).toContain(folder)
  })

  it.each(rows.filter(([, allowed]) => allowed.startsWith('`') && !allowed.includes('every')))(
    '%j import what their row says, and all of it: %s',
    (rooms, allowed) => {
      const used = [...new Set(rooms.flatMap(importedBy))]
      const told = codesIn(allowed)
      for (const room of used) expect([...told, rooms[0]!.split('/')[0]]).toContain(room)
      for (const room of told) if (!rooms[0]!.startsWith('data')) expect(used, room).toContain(room)
    },
  )

  it('say of data that it imports no other room', () => {
    const ground = rows.flatMap(([rooms]) => rooms).filter(room => room.startsWith('data'))
    expect(ground.length).toBeGreaterThan(8)
    expect(ground.flatMap(importedBy).filter(room => room !== 'data')).toEqual([])
  })

  it('of which the launcher imports Node alone', () => {
    const imports = [...read('toile').matchAll(/^import .* from '([^']+)'/gm)].map(([, name]) => name!)
    expect(imports.length).toBeGreaterThan(2)
    expect(imports.filter(name => !name.startsWith('node:'))).toEqual([])
  })

  it('and the borders have a sentence each, and a planted violation each', () => {
    const rules = read('.dependency-cruiser.mjs').split("name: '").slice(1)
    const planted = read('tests/borders/borders.test.ts')
    expect(rules.length).toBeGreaterThan(10)
    for (const rule of rules) {
      expect(rule).toMatch(/comment:\s+'.{20}/)
      expect(planted).toMatch(new RegExp(`\\[\\s*'${rule.slice(0, rule.indexOf("'"))}',\\s*'`))
    }
  })
})

describe('ARCHITECTURE.md, what it names', () => {
  const named = codesIn(architecture).filter(
    code => /^[\w.-]+(\/[\w.-]+)*\/?$/.test(code) && (code.includes('/') || /\.(ts|sql|mjs|md)$/.test(code)),
  )

  it.each([...new Set(named)])('%s is there', path => {
    const places = ['', 'data', 'crawler', 'viewer', 'graph'].map(floor => join(root, floor, path))
    expect(places.some(place => existsSync(place))).toBe(true)
  })

  it('are the dependencies, each with its reason, and no other', () => {
    const told = tableUnder(architecture, 'Dependencies and why').flatMap(([names = '']) => codesIn(names))
    expect(told.toSorted()).toEqual(Object.keys(dependencies).toSorted())
    const sentence = /^For development: [^]*?\n\n/m.exec(architecture)![0]
    const used = Object.keys(devDependencies).filter(name => !name.startsWith('@types/'))
    expect(used.filter(name => !codesIn(sentence).includes(name))).toEqual([])
  })

  it('are what was not taken', () => {
    const refused = [...architecture.slice(architecture.indexOf('Not taken')).matchAll(/^- `([^`]+)`/gm)].map(
      ([, name]) => name!,
    )
    expect(refused.length).toBeGreaterThan(3)
    // Taken for tests only: reading what we write.
    expect(refused.filter(name => name in dependencies)).toEqual([])
  })

  it('is one runtime: Node 26 for each platform that the launcher knows, and no install script', () => {
    expect(Object.values(optionalDependencies).filter(version => !version.startsWith('26.'))).toEqual([])
    const packages = [...read('toile').matchAll(/'(node-[\w-]+)'/g)].map(([, name]) => name!)
    expect(packages.toSorted()).toEqual(Object.keys(optionalDependencies).toSorted())
    expect(read('.npmrc')).toContain('ignore-scripts=true')
  })
})

/** Files, `allowed` aside, whose code holds `pattern`. */
const filesWith = (pattern: RegExp, allowed: readonly string[], where: readonly Source[] = sources): string[] =>
  where.filter(({ path, text }) => !allowed.includes(path) && pattern.test(codeOf(text))).map(({ path }) => path)

describe('ARCHITECTURE.md, what is done in one place', () => {
  it('SQL is in data/store', () => {
    const elsewhere = sources.filter(source => !isIn('data/store')(source))
    const words =
      /\b(SELECT|INSERT INTO|UPDATE|DELETE FROM|PRAGMA|BEGIN IMMEDIATE|COMMIT|ROLLBACK)\b|\.(sql|prepare|pragma)[(<]/
    expect(filesWith(words, [], elsewhere)).toEqual([])
  })

  it('a transaction that lasts longer than a call is begun, kept and undone by the batch of a crawl alone', () => {
    const owner = ['crawler/frontier/batch.ts', 'data/store/base/corpus.ts']
    expect(filesWith(/\bcorpus\.(begin|commit|rollback)\(/i, owner)).toEqual([])
  })

  it('only cli.ts prints and exits', () => {
    const prints = /process\.exit\b|process\.exitCode|process\.(stdout|stderr)\.write|\bconsole\./
    expect(filesWith(prints, ['cli.ts'])).toEqual([])
  })

  it('the clock is an argument, but for these defaults at the edge', () => {
    const edge = [
      // Where the arguments come from.
      'cli.ts',
      // Defaults at the field of what talks to the network.
      'crawler/fetch/create-client.ts',
      'crawler/fetch/dns-lookup.ts',
      'crawler/fetch/robots/fetch-robots.ts',
      'crawler/fetch/archive/open-archive.ts',
      // The date of a request that was never made; nothing stores it.
      'crawler/turn/polite-fetch.ts',
      // How often the page in the browser reads the map anew.
      'viewer/client/app.tsx',
    ]
    expect(filesWith(/\bDate\.now\b|new Date\(\)/, edge)).toEqual([])
  })

  it('the generator is an argument: chance enters only by the seed, but for ids of WARC records and the token of a session', () => {
    expect(filesWith(/Math\.random|randomUUID|randomBytes|getRandomValues/, randomPlaces)).toEqual([])
  })

  it('one kind of address: only normalizeUrl makes a Url of a text', () => {
    // Of addresses that the store wrote, read back as one JSON text.
    // An archive knows an address by its captured spelling, parameters included that normal form drops; it is asked and never stored.
    const asked = 'crawler/fetch/past/ask-archive.ts'
    expect(filesWith(/ as Url\b/, ['data/url/normalize-url.ts', 'data/store/curate/discovered.ts', asked])).toEqual([])
  })

  it('every table of the schema says what it is', () => {
    const schema = read('data/store/base/schema.sql')
    const tables = schema.match(/^CREATE TABLE/gm)!.length
    expect(tables).toBeGreaterThan(20)
    expect(schema.match(/^--.*\nCREATE TABLE/gm)).toHaveLength(tables)
  })
})

const randomPlaces = ['crawler/fetch/archive/warc-records.ts', 'viewer/server/serve-map.ts']
