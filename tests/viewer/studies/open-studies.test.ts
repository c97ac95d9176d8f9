import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import { OpenStudies } from '#viewer/server/studies/open-studies.ts'

let folder: string
let now = 1_000_000
let studies: OpenStudies
const numbers = Array.from({ length: 25 }, (_, number) => `s${String(number).padStart(2, '0')}`)

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'toile-open-studies-'))
  openCorpus(join(folder, 's00.sqlite'), 'create').close()
  for (const name of numbers.slice(1)) copyFileSync(join(folder, 's00.sqlite'), join(folder, `${name}.sqlite`))
  const command = [process.execPath] as const
  const parts = { folder, env: { HOME: folder }, now: () => now, err: () => undefined, client: new Map(), token: null }
  studies = new OpenStudies({ ...parts, command })
})
afterEach(async () => {
  await studies.close()
  rmSync(folder, { recursive: true, force: true })
})

const statusOf = async (name: string): Promise<number> =>
  (await studies.answers(name)!.request('/api/evidence?source=a&target=b')).status

describe('OpenStudies', () => {
  it('keeps twenty studies open at most, the last asked, and opens again what was closed', async () => {
    for (const name of numbers) {
      now += 1
      expect(await statusOf(name)).toBe(200)
    }
    expect(studies.openNow()).toEqual(numbers.slice(5))
    now += 1
    expect(await statusOf('s00')).toBe(200)
    expect(studies.openNow()).toEqual([...numbers.slice(6), 's00'])
  })

  it('closes what nobody has asked for in five minutes, but not under an answer or an open page', async () => {
    const [one, two] = numbers
    await statusOf(one!)
    await statusOf(two!)
    const release = studies.hold(two!)
    now += 300_000
    studies.closeIdle()
    expect(studies.openNow()).toEqual([two])
    release()
    release()
    studies.closeIdle()
    expect(studies.openNow()).toEqual([])
    expect(await statusOf(two!)).toBe(200)
  })
})
