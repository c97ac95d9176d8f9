import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, describe, expect, it } from 'vitest'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import { viewerCommands } from '#viewer/commands.ts'
import { quietSurroundings } from '../../quiet-surroundings.ts'
import type { StudiesData } from '#viewer/protocol/studies.ts'

const root = join(import.meta.dirname, '..', '..', '..')
const place = mkdtempSync(join(tmpdir(), 'toile-open-'))
afterAll(() => rmSync(place, { recursive: true, force: true }))

/** The first line of standard output, and what stops the command and tells its exit. */
async function open(args: readonly string[], env: Record<string, string>, command = 'open') {
  const child = spawn(process.execPath, [join(root, 'cli.ts'), command, '--no-open', ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  })
  const [address] = (await once(createInterface({ input: child.stdout }), 'line')) as [string]
  const stop = async (): Promise<unknown> => {
    child.kill('SIGINT')
    return (await once(child, 'exit'))[0]
  }
  return { address, stop }
}

describe('toile open', () => {
  it.each<[string, string[], Record<string, string>]>([
    ['the folder that it is told', ['--folder', join(place, 'a')], { TOILE_STUDIES: join(place, 'other') }],
    ['the folder of TOILE_STUDIES', [], { TOILE_STUDIES: join(place, 'b') }],
  ])('makes and serves %s, prints its address first, and exits with 130', async (_, args, env) => {
    const { address, stop } = await open(args, env)
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/)
    expect(await (await fetch(address)).text()).toContain('name="toile-start"')
    const { folder, studies } = (await (await fetch(`${address}api/studies`)).json()) as StudiesData
    expect([folder, studies]).toEqual([args[1] ?? env['TOILE_STUDIES'], []])
    expect(await stop()).toBe(130)
  })

  it('asks for the password that the environment holds', async () => {
    const { address, stop } = await open(['--folder', place], { TOILE_PASSWORD: 'four words not together' })
    expect((await fetch(`${address}api/studies`)).status).toBe(401)
    expect((await fetch(`${address}study/x/`)).status).toBe(401)
    await stop()
  })
})

describe('toile view --corpora', () => {
  it('serves a folder to a lab with the password alone, and each study at its own address', async () => {
    const folder = join(place, 'lab')
    openCorpus(join(folder, 'été 2027.sqlite'), 'create').close()
    const words = ['--corpora', folder, '--host', '0.0.0.0']
    const env = { TOILE_PASSWORD: 'some words that stand alone' }
    const { address, stop } = await open(words, env, 'view')
    const here = address.replace('0.0.0.0', '127.0.0.1')
    const authorization = `Basic ${Buffer.from(`lab:${env.TOILE_PASSWORD}`).toString('base64')}`
    expect((await fetch(`${here}api/studies`)).status).toBe(401)
    const { studies } = (await (
      await fetch(`${here}api/studies`, { headers: { authorization } })
    ).json()) as StudiesData
    expect(studies.map(({ name }) => name)).toEqual(['été 2027'])
    const map = await fetch(`${here}study/${encodeURIComponent('été 2027')}/api/map`, { headers: { authorization } })
    expect(map.status).toBe(200)
    expect(await stop()).toBe(130)
    const view = viewerCommands(quietSurroundings(place)).find(command => command.name() === 'view')!
    const call = (...more: string[]) => view.exitOverride().parseAsync(['--corpora', folder, ...more], { from: 'user' })
    await expect(call('--host', '0.0.0.0')).rejects.toThrow('expected a password (TOILE_PASSWORD) or --read-only')
    await expect(call('--corpus', 'one.sqlite')).rejects.toThrow('--corpora with --corpus')
  })
})
