import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..', '..')
const planted = 'tests/borders/planted'
const rooms = ['cli.ts', 'crawler', 'graph', 'viewer', 'seeds', 'data'].filter(name => existsSync(join(root, name)))

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
  ['seeds-knows-only-data', 'seeds/a.ts', `import '../graph/empty.ts'`],
  ['crawler-writes-a-corpus-only', 'crawler/a.ts', `import '../graph/empty.ts'`],
  ['graph-reads-a-corpus-only', 'graph/a.ts', `import '../crawler/empty.ts'`],
  ['stages-do-not-import-each-other', 'crawler/fetch/a.ts', `import '../extract/empty.ts'`],
  ['client-imports-types-only', 'viewer/client/a.ts', `import '../../data/empty.ts'`],
  ['only-the-store-knows-sqlite', 'graph/b.ts', `import Database from 'better-sqlite3'\nexport default Database`],
  ['no-cycles', 'graph/c.ts', `import './d.ts'`],
  ['nothing-unresolved', 'graph/e.ts', `import './nowhere.ts'`],
]

describe('the borders between rooms', () => {
  beforeAll(() => {
    rmSync(join(root, planted), { recursive: true, force: true })
    const write = (file: string, text: string): void => {
      mkdirSync(dirname(join(root, planted, file)), { recursive: true })
      writeFileSync(join(root, planted, file), `${text}\n`)
    }
    for (const [, file, text] of violations) write(file, text)
    for (const folder of ['crawler', 'crawler/extract', 'graph', 'data']) write(`${folder}/empty.ts`, 'export {}')
    write('graph/d.ts', `import './c.ts'`)
    cpSync(join(root, 'tsconfig.json'), join(root, planted, 'tsconfig.json'))
  })
  afterAll(() => rmSync(join(root, planted), { recursive: true, force: true }))

  it('are kept by every file of the house, and the checker read them all', () => {
    const summary = cruise(rooms)
    expect(summary.totalCruised).toBeGreaterThan(20)
    expect(summary.violations).toEqual([])
  })

  it('are seen when crossed: one planted violation per rule', () => {
    const summary = cruise([planted], planted)
    expect(summary.totalCruised).toBeGreaterThan(violations.length)
    const seen = new Set(summary.violations.map(violation => violation.rule.name))
    expect([...seen].sort()).toEqual(violations.map(([rule]) => rule).sort())
  })

  it('lets the client take types from other rooms', () => {
    const file = join(root, planted, 'viewer/client/a.ts')
    writeFileSync(file, `import type { A } from '../../data/types.ts'\nexport type B = A\n`)
    writeFileSync(join(root, planted, 'data/types.ts'), 'export interface A { readonly a: string }\n')
    const seen = cruise([planted], planted).violations.map(violation => violation.rule.name)
    expect(seen).not.toContain('client-imports-types-only')
  })
})
