import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, copyFileSync, existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { describe, expect, it, vi } from 'vitest'
import { keptCopies, type CopyBefore } from '#data/store/base/keep-before.ts'
import { schemaVersion } from '#data/store/base/migrations.ts'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import { temporaryFolder } from './invented-corpus.ts'
import { makeOlderCorpus } from './older-corpus.ts'

const root = join(import.meta.dirname, '..', '..', '..')

function older(letters = 0): string {
  const file = join(temporaryFolder(), 'étude.sqlite')
  makeOlderCorpus(file, letters)
  return file
}

/** Version, note and soundness, read without Toile, which would bring it up. */
function stateOf(file: string): unknown[] {
  const db = new Database(file, { readonly: true })
  const value = (sql: string): unknown => db.prepare(sql).pluck().get()
  try {
    return [
      value('PRAGMA user_version'),
      value(`SELECT value FROM meta WHERE name = 'title'`),
      value('PRAGMA quick_check'),
    ]
  } finally {
    db.close()
  }
}
const asItWas = [1, 'An older study', 'ok']

/** What was told while `work` was done. */
function toldBy(work: () => void): CopyBefore[] {
  const told: CopyBefore[] = []
  const listen = (message: unknown): void => void told.push(message as CopyBefore)
  subscribe('toile:copy-kept', listen)
  try {
    work()
  } finally {
    unsubscribe('toile:copy-kept', listen)
  }
  return told
}

describe('a corpus of an older schema', () => {
  it.each(['read', 'write', 'create'] as const)(
    'is copied beside itself before it is brought up to %s it, once, and the copy can be read alone',
    mode => {
      const file = older()
      chmodSync(file, 0o640)
      const told = toldBy(() => openCorpus(file, mode).close())
      const copy = `${file}.schema-1`
      expect(told).toEqual([{ file, copy, from: 1, to: schemaVersion }])
      expect(readdirSync(join(file, '..'))).toEqual(['étude.sqlite', 'étude.sqlite.schema-1'])
      expect([stateOf(copy), statSync(copy).mode & 0o777]).toEqual([asItWas, 0o640])
      expect(stateOf(file)).toEqual([schemaVersion, 'An older study', 'ok'])
      expect(toldBy(() => openCorpus(file, mode).close())).toEqual([])
      expect(keptCopies(file)).toEqual([copy])
    },
  )

  it('is copied with what is still in its log', () => {
    const file = older()
    const writer = new Database(file)
    writer.pragma('journal_mode = WAL')
    writer.prepare(`UPDATE meta SET value = 'Written last' WHERE name = 'title'`).run()
    expect(statSync(`${file}-wal`).size).toBeGreaterThan(0)
    openCorpus(file, 'write').close()
    writer.close()
    expect(stateOf(`${file}.schema-1`)).toEqual([1, 'Written last', 'ok'])
  })

  it('has one copy of the same, however often it comes back, and another of what is another', () => {
    const file = older()
    openCorpus(file, 'read').close()
    const [copy] = keptCopies(file)
    copyFileSync(copy!, file)
    openCorpus(file, 'read').close()
    expect(keptCopies(file)).toEqual([copy])
    const other = older(50_000)
    copyFileSync(other, file)
    openCorpus(file, 'read').close()
    expect(keptCopies(file)).toEqual([copy, `${copy}-2`])
    expect(statSync(`${copy}-2`).size).toBeGreaterThan(statSync(copy!).size)
  })

  it('is whole when it is killed in the midst of copying; the next opening makes the copy anew', async () => {
    const file = older(60_000_000)
    const open = `import { openCorpus } from '#data/store/base/open-corpus.ts'; openCorpus(process.argv[1], 'write')`
    const child = spawn(process.execPath, ['--input-type=module', '-e', open, file], { cwd: root, stdio: 'inherit' })
    const half = `${file}.schema-1.new`
    while (!existsSync(half) && child.exitCode === null) await setImmediate()
    child.kill('SIGKILL')
    await once(child, 'close')
    expect([child.signalCode, keptCopies(file)]).toEqual(['SIGKILL', []])
    expect(stateOf(file)).toEqual(asItWas)
    openCorpus(file, 'read').close()
    expect([existsSync(half), stateOf(`${file}.schema-1`)]).toEqual([false, asItWas])
  })

  // Root may write everywhere but on a full or a read-only file system, which only root can mount.
  it.skipIf(process.platform !== 'linux' || process.getuid?.() !== 0)(
    'is refused in one sentence where the disk has no room for the copy, and read without one where nothing can be written',
    () => {
      const folder = temporaryFolder()
      const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder]).status === 0
      if (!mounted) return expect(mounted).toBe(false)
      try {
        const file = join(folder, 'full.sqlite')
        const made = older(500_000)
        copyFileSync(made, file)
        for (const mode of ['read', 'write'] as const)
          expect(() => openCorpus(file, mode)).toThrow(
            /^\S+full\.sqlite: this corpus is of an older Toile \(schema 1; this one writes \d+\)[^\n]+no room for that: 1 MB are needed\. It was left as it is/,
          )
        expect(readdirSync(folder)).toEqual(['full.sqlite'])
        expect(readFileSync(file).equals(readFileSync(made))).toBe(true)
        expect(spawnSync('mount', ['-o', 'remount,ro', folder]).status).toBe(0)
        vi.stubEnv('TMPDIR', temporaryFolder())
        const told = toldBy(() => openCorpus(file, 'read').close())
        expect([told, readdirSync(folder)]).toEqual([[], ['full.sqlite']])
      } finally {
        vi.unstubAllEnvs()
        spawnSync('umount', [folder])
      }
    },
  )
})
