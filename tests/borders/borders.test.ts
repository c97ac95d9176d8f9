import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { withRooms } from '../draw-rooms.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..', '..')
const planted = 'tests/borders/planted'
const house = ['cli.ts', 'crawler', 'graph', 'viewer', 'seeds', 'data'].filter(name => existsSync(join(root, name)))

interface Report {
  readonly summary: {
    readonly totalCruised: number
    readonly violations: readonly { readonly rule: { readonly name: string } }[]
  }
}

function cruise(paths: readonly string[], bordersRoot?: string): Report['summary'] {
  const bin = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs')
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [bin, '--config', '.dependency-cruiser.mjs', '--output-type', 'json', ...paths],
    {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      env: { ...process.env, ...(bordersRoot ? { TOILE_BORDERS_ROOT: bordersRoot } : {}) },
    },
  )
  if (stdout === '') throw new Error(`dependency-cruiser said nothing: ${stderr}`)
  return (JSON.parse(stdout) as Report).summary
}

/** One file per rule that breaks it and nothing else: [rule, file, its text]. */
const violations: readonly (readonly [string, string, string])[] = [
  ['data-stands-alone', 'data/a.ts', `import '../crawler/empty.ts'`],
  ['vocabulary-imports-nothing', 'data/vocabulary/a.ts', `import '../empty.ts'`],
  ['curation-stands-on-the-corpus', 'data/b.ts', `import './curate/empty.ts'`],
  ['seeds-knows-only-data', 'seeds/a.ts', `import '../graph/empty.ts'`],
  ['crawler-writes-a-corpus-only', 'crawler/a.ts', `import '../graph/empty.ts'`],
  ['graph-never-sees-the-crawl', 'graph/a.ts', `import '../crawler/empty.ts'`],
  ['analysis-reads-a-corpus', 'graph/analysis/a.ts', `import '../exchange/empty.ts'`],
  ['words-read-a-corpus', 'graph/words/a.ts', `import '../exchange/empty.ts'`],
  ['exchange-knows-no-report', 'graph/exchange/a.ts', `import '../report/empty.ts'`],
  ['explanations-run-in-a-page', 'graph/explain/reckon/a.ts', `import '../../words/empty.ts'`],
  ['report-tells-a-corpus', 'graph/report/a.ts', `import '../exchange/empty.ts'`],
  ['stages-do-not-import-each-other', 'crawler/fetch/a.ts', `import '../extract/empty.ts'`],
  ['watch-knows-no-turn', 'crawler/watch/a.ts', `import '../turn/empty.ts'`],
  ['tell-knows-no-turn', 'crawler/tell/a.ts', `import '../turn/empty.ts'`],
  [
    'client-knows-vocabulary-and-protocol',
    'viewer/client/a.ts',
    `import type { A } from '../../data/types.ts'\nexport type B = A`,
  ],
  ['only-the-store-knows-sqlite', 'graph/b.ts', `import Database from 'better-sqlite3'\nexport default Database`],
  ['no-cycles', 'graph/c.ts', `import type { D } from './d.ts'\nexport type C = D | null`],
  ['nothing-unresolved', 'graph/e.ts', `import './nowhere.ts'`],
]

const rooms = [
  'crawler',
  'crawler/extract',
  'crawler/turn',
  'graph',
  'graph/exchange',
  'graph/words',
  'graph/report',
  'data',
  'data/curate',
]

describe('the borders between rooms', () => {
  beforeAll(() => {
    rmSync(join(root, planted), { recursive: true, force: true })
    const write = (file: string, text: string): void => {
      mkdirSync(dirname(join(root, planted, file)), { recursive: true })
      writeFileSync(join(root, planted, file), `${text}\n`)
    }
    for (const [, file, text] of violations) write(file, text)
    for (const folder of rooms) write(`${folder}/empty.ts`, 'export {}')
    write('data/types.ts', 'export interface A { readonly a: string }')
    write('graph/d.ts', `import type { C } from './c.ts'\nexport type D = C[]`)
    cpSync(join(root, 'tsconfig.json'), join(root, planted, 'tsconfig.json'))
  })
  afterAll(() => rmSync(join(root, planted), { recursive: true, force: true }))

  it('are kept by every file of the house, and the checker read them all', () => {
    const summary = cruise(house)
    expect(summary.totalCruised).toBeGreaterThan(20)
    expect(summary.violations).toEqual([])
  })

  it('are seen when crossed: one planted violation per rule', () => {
    const summary = cruise([planted], planted)
    expect(summary.totalCruised).toBeGreaterThan(violations.length)
    const seen = new Set(summary.violations.map(violation => violation.rule.name))
    expect([...seen].sort()).toEqual(violations.map(([rule]) => rule).sort())
  })

  it('let the client take the vocabulary and the protocol', () => {
    const write = (file: string, text: string): void => writeFileSync(join(root, planted, file), `${text}\n`)
    mkdirSync(join(root, planted, 'viewer/protocol'), { recursive: true })
    write('viewer/protocol/types.ts', 'export interface A { readonly a: string }')
    write('data/vocabulary/zones.ts', 'export const zones = []')
    write(
      'viewer/client/a.ts',
      `import type { A } from '../protocol/types.ts'\nimport { zones } from '../../data/vocabulary/zones.ts'\nexport type B = A\nexport default zones`,
    )
    const seen = cruise([planted], planted).violations.map(violation => violation.rule.name)
    expect(seen).not.toContain('client-knows-vocabulary-and-protocol')
  })

  it('are drawn in ARCHITECTURE.md as they are', () => {
    const text = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8')
    expect(withRooms(text)).toBe(text)
  })

  it('are reached by their doors: no import climbs three folders', () => {
    const files = spawnSync('git', ['ls-files', '-co', '--exclude-standard', '*.ts', '*.tsx'], {
      cwd: root,
      encoding: 'utf8',
    })
    const climbing = files.stdout
      .split('\n')
      .filter(file => file !== '' && existsSync(join(root, file)))
      .filter(file => /from '(\.\.\/){3,}/.test(readFileSync(join(root, file), 'utf8')))
    expect(climbing).toEqual([])
  })

  it('hold rooms of a size that one look takes in: at most 30 files a folder', () => {
    const files = spawnSync('git', ['ls-files', ...house], { cwd: root, encoding: 'utf8' }).stdout.split('\n')
    expect(files.length).toBeGreaterThan(500)
    const folders = Map.groupBy(files, file => dirname(file))
    expect([...folders].filter(([, own]) => own.length > 30).map(([folder]) => folder)).toEqual([])
  })
})
