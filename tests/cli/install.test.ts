import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { spawn, spawnSync } from 'node:child_process'
import { delimiter, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../data/store/invented-corpus.ts'

const launcher = join(import.meta.dirname, '..', '..', 'toile')

/** Stands in for npm, which would need a network: notes when it begins and ends, and takes its time in between. */
const npm = `#!/bin/sh
echo "begin $*" >> npm.log
sleep 1
mkdir -p node_modules/better-sqlite3/prebuilds node_modules/better-sqlite3/deps
touch node_modules/better-sqlite3/prebuilds/linux-x64.node node_modules/better-sqlite3/prebuilds/win32-x64.node
touch node_modules/better-sqlite3/prebuilds/darwin-arm64.node
case "$*" in *--omit=dev*) ;; *) mkdir -p node_modules/typescript ;; esac
echo '{}' > node_modules/.package-lock.json
echo end >> npm.log
`

/** A checkout with nothing installed, whose only command prints 'ran'. */
function freshCheckout(): { folder: string; env: NodeJS.ProcessEnv } {
  const folder = join(temporaryFolder(), 'à côté')
  const tools = join(folder, 'tools')
  mkdirSync(tools, { recursive: true })
  cpSync(launcher, join(folder, 'toile'))
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
  writeFileSync(join(folder, 'package-lock.json'), '{}')
  writeFileSync(join(folder, 'cli.ts'), "process.stdout.write('ran')\n")
  writeFileSync(join(tools, 'npm'), npm)
  chmodSync(join(tools, 'npm'), 0o755)
  const { NODE_COMPILE_CACHE: _compiled, ...inherited } = process.env
  return { folder, env: { ...inherited, PATH: `${tools}${delimiter}${process.env['PATH']}` } }
}

function call(
  { folder, env }: ReturnType<typeof freshCheckout>,
  ...args: string[]
): Promise<{ code: number | null; out: string }> {
  const child = spawn(process.execPath, [join(folder, 'toile'), ...args], { env, stdio: ['ignore', 'pipe', 'ignore'] })
  let out = ''
  child.stdout.on('data', chunk => (out += String(chunk)))
  return new Promise(resolve => child.on('close', code => resolve({ code, out })))
}

const npmLog = (folder: string): string[] => readFileSync(join(folder, 'npm.log'), 'utf8').trim().split('\n')

describe('the launcher on a fresh checkout', () => {
  it('installs once when called several times at once; all calls then run', async () => {
    const checkout = freshCheckout()
    const ended = await Promise.all([call(checkout), call(checkout), call(checkout)])
    for (const one of ended) expect(one).toEqual({ code: 0, out: 'ran' })
    expect(npmLog(checkout.folder)).toEqual(['begin ci --omit=dev', 'end'])
    expect(existsSync(join(checkout.folder, '.installing'))).toBe(false)
  })

  it('does not wait for an installation that was killed', async () => {
    const checkout = freshCheckout()
    const dead = spawnSync(process.execPath, ['--version']).pid
    writeFileSync(join(checkout.folder, '.installing'), String(dead))
    expect(await call(checkout)).toEqual({ code: 0, out: 'ran' })
    expect(npmLog(checkout.folder)).toEqual(['begin ci --omit=dev', 'end'])
  })

  it('brings development tools with the first of them, beside what is there: a command may be running from it', async () => {
    const checkout = freshCheckout()
    await call(checkout)
    expect(existsSync(join(checkout.folder, 'node_modules', 'typescript'))).toBe(false)
    expect(await call(checkout, '--with', 'cli.ts')).toEqual({ code: 0, out: 'ran' })
    expect(await call(checkout, '--with', 'cli.ts')).toEqual({ code: 0, out: 'ran' })
    expect(npmLog(checkout.folder).filter(line => line !== 'end')).toEqual([
      'begin ci --omit=dev',
      'begin install --include=dev --no-save',
    ])
  })

  it('brings everything at once where nothing is there and a tool is called', async () => {
    const checkout = freshCheckout()
    expect(await call(checkout, '--with', 'cli.ts')).toEqual({ code: 0, out: 'ran' })
    expect(npmLog(checkout.folder)).toEqual(['begin ci', 'end'])
  })

  it('keeps the parts of this system only', async () => {
    const checkout = freshCheckout()
    await call(checkout)
    const sqlite = join(checkout.folder, 'node_modules', 'better-sqlite3')
    expect(readdirSync(join(sqlite, 'prebuilds')).every(name => name.startsWith(process.platform))).toBe(true)
    expect(existsSync(join(sqlite, 'deps'))).toBe(false)
  })

  it('keeps what Node compiled beside the packages, so that the next start is sooner', async () => {
    const checkout = freshCheckout()
    await call(checkout)
    await call(checkout)
    const kept = readdirSync(join(checkout.folder, 'node_modules', '.toile-compiled'), { recursive: true })
    expect(kept.length).toBeGreaterThan(1)
  })

  it('runs all the same where nothing can be kept', async () => {
    const checkout = freshCheckout()
    const env = { ...checkout.env, NODE_COMPILE_CACHE: join(checkout.folder, 'toile', 'no-folder') }
    expect(await call({ ...checkout, env })).toEqual({ code: 0, out: 'ran' })
  })
})
