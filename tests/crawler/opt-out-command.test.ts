import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { optOutCommand } from '#crawler/opt-out-command.ts'
import { readOwnOptOut } from '#crawler/read-seed-file.ts'
import { readAddress } from '#data/url/read-address.ts'
import { quietSurroundings } from '../quiet-surroundings.ts'

let home = ''
beforeEach(() => (home = mkdtempSync(join(tmpdir(), 'toile-opt-out-'))))
afterEach(() => rmSync(home, { recursive: true }))

const env = () => ({ XDG_STATE_HOME: home })

/** What the command prints with these options. */
async function call(...args: string[]): Promise<string> {
  let printed = ''
  const around = quietSurroundings(home, {
    env: env(),
    now: () => Date.UTC(2027, 2, 5),
    out: text => (printed += text),
  })
  await optOutCommand(around).exitOverride().parseAsync(args, { from: 'user' })
  return printed
}

const covers = (address: string): boolean => readOwnOptOut(env()).covers(readAddress(address)!)

describe('toile opt-out', () => {
  it('keeps a list of this user’s own, which crawls obey besides the project’s', async () => {
    expect(covers('https://www.objects.example/blog')).toBe(false)
    await call('--add', '*.objects.example', '--reason', 'asked by mail; "never again"')
    await call('--add', 'https://pages.example/~ada')
    expect([
      covers('https://blog.objects.example/'),
      covers('https://pages.example/~ada/cv'),
      covers('https://pages.example/'),
    ]).toEqual([true, true, false])
    const lines = (await call('--json')).trim().split('\n').map(line => JSON.parse(line) as object) // prettier-ignore
    expect(lines).toEqual([
      { prefix: '*.objects.example', since: '2027-03-05', reason: 'asked by mail; "never again"', isOwn: true },
      { prefix: 'https://pages.example/~ada', since: '2027-03-05', reason: '', isOwn: true },
    ])
  })

  it('takes a line off again, and names one that is not there', async () => {
    await call('--add', 'objects.example')
    await call('--add', 'objects.example')
    expect((await call()).match(/objects\.example/g)).toHaveLength(1)
    await expect(call('--remove', 'other.example')).rejects.toThrow(`'other.example' is not on your own list`)
    await call('--remove', 'objects.example')
    expect([await call(), covers('https://objects.example/')]).toEqual(['The list is empty.\n', false])
  })

  it('refuses what is no place, and leaves the list as it was, its owner’s alone to read', async () => {
    await call('--add', 'objects.example')
    const file = join(home, 'toile', 'opt-out.csv')
    const before = readFileSync(file, 'utf8')
    await expect(call('--add', 'not a place')).rejects.toThrow()
    expect(readFileSync(file, 'utf8')).toBe(before)
    expect(statSync(file).mode & 0o777).toBe(0o600)
  })
})
