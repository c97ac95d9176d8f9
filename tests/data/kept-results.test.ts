import { readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { keptResults } from '#data/kept-results.ts'
import { temporaryFolder } from './store/invented-corpus.ts'

const bytes = Buffer.from('the runs of an analysis')

function place() {
  const home = temporaryFolder()
  const env = { XDG_STATE_HOME: home }
  const folder = join(home, 'toile', 'results')
  return { env, folder, kept: keptResults(env, () => 1e12) }
}

describe('keptResults(env, now)', () => {
  it('has what this user kept, in a later command too, and nothing else', () => {
    const { env, kept, folder } = place()
    expect(kept.read('a')).toBeNull()
    kept.write('a', bytes)
    expect(keptResults(env, () => 1e12).read('a')).toEqual(bytes)
    expect(kept.read('b')).toBeNull()
    expect(readdirSync(folder)).toEqual(['a'])
  })

  it.each<[string, (file: string) => void]>([
    ['cut short', file => truncateSync(file, 40)],
    ['empty', file => truncateSync(file, 0)],
    [
      'changed in one letter',
      file => writeFileSync(file, readFileSync(file, 'latin1').replace('runs', 'ruins'), 'latin1'),
    ],
  ])('has nothing where the file was %s', (_, damage) => {
    const { kept, folder } = place()
    kept.write('a', bytes)
    damage(join(folder, 'a'))
    expect(kept.read('a')).toBeNull()
  })

  it('keeps nothing without a home, nor where it cannot be written', () => {
    const file = join(temporaryFolder(), 'file')
    writeFileSync(file, '')
    for (const env of [{}, { XDG_STATE_HOME: file }]) {
      const kept = keptResults(env, () => 1e12)
      kept.write('a', bytes)
      expect(kept.read('a')).toBeNull()
    }
  })

  it('keeps nothing, and reads nothing, where TOILE_NO_KEPT says so', () => {
    const { env, kept, folder } = place()
    kept.write('a', bytes)
    const without = keptResults({ ...env, TOILE_NO_KEPT: '1' }, () => 1e12)
    expect(without.read('a')).toBeNull()
    without.write('b', bytes)
    expect(readdirSync(folder)).toEqual(['a'])
    expect(keptResults({ ...env, TOILE_NO_KEPT: '' }, () => 1e12).read('a')).toEqual(bytes)
  })

  it('lets the results go that were not asked for the longest, beyond the bound', () => {
    const { env, kept } = place()
    const names = Array.from({ length: 8 }, (_, at) => `r${at}`)
    for (const [at, name] of names.entries()) {
      kept.write(name, Buffer.alloc(1000))
      keptResults(env, () => 1e12 + 1000 * at).read(name)
    }
    const later = keptResults(env, () => 2e12, 6500)
    expect(names.filter(name => later.read(name) === null)).toEqual(['r0', 'r1'])
  })
})
