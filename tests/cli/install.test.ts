import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { spawn, spawnSync } from 'node:child_process'
import { delimiter, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../data/store/invented-corpus.ts'

const root = join(import.meta.dirname, '..', '..')
const system = `${process.platform}-${process.arch}`

/** Stands in for npm, which would need a network: notes when it begins and ends, and takes its time in between. */
const npm = `#!/bin/sh
echo "begin $*" >> npm.log
sleep 1
mkdir -p node_modules/better-sqlite3/prebuilds node_modules/better-sqlite3/deps node_modules/zod/src node_modules/.keeps
for system in ${system} plan9-x64 plan9musl-x64; do touch node_modules/better-sqlite3/prebuilds/$system.node; done
touch node_modules/zod/index.js node_modules/zod/index.js.map node_modules/zod/index.d.ts node_modules/zod/LICENSE
touch elsewhere/README.md node_modules/.keeps/README.md
ln -sfn ../elsewhere node_modules/linked
case "$*" in *--omit=dev*) ;; *) mkdir -p node_modules/typescript ;; esac
echo '{}' > node_modules/.package-lock.json
echo end >> npm.log
`

/** A checkout with nothing installed, whose only command prints 'ran'. */
function freshCheckout(): { folder: string; env: NodeJS.ProcessEnv } {
  const folder = join(temporaryFolder(), 'à côté')
  const tools = join(folder, 'tools')
  for (const made of [tools, join(folder, 'elsewhere')]) mkdirSync(made, { recursive: true })
  for (const name of ['toile', 'never-read.json']) cpSync(join(root, name), join(folder, name))
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

  it('keeps the parts of this system, and what somebody reads; what a link leads to, and what others keep there, is left alone', async () => {
    const checkout = freshCheckout()
    await call(checkout)
    const packages = join(checkout.folder, 'node_modules')
    const lying = (...path: string[]): string[] => readdirSync(join(packages, ...path)).toSorted()
    expect(lying('better-sqlite3')).toEqual(['prebuilds'])
    expect(lying('better-sqlite3', 'prebuilds')).toEqual([`${system}.node`])
    expect(lying('zod')).toEqual(['LICENSE', 'index.d.ts', 'index.js'])
    expect([lying('linked'), lying('.keeps')]).toEqual([['README.md'], ['README.md']])
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
