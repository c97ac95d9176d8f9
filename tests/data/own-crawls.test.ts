import { copyFileSync, readdirSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { noteOwnCrawl, ownCrawl, stateFolder } from '#data/own-crawls.ts'
import { temporaryFolder } from './store/invented-corpus.ts'

const first = { run: 1, startedAt: 1000 }
const options = { seeds: '/lists/a.csv', allowPrivate: true }

function place() {
  const folder = temporaryFolder()
  const file = join(folder, 'a.sqlite')
  writeFileSync(file, 'a corpus')
  return { folder, file, env: { XDG_STATE_HOME: join(folder, 'state') } }
}

describe('ownCrawl(env, file, run)', () => {
  it('knows a crawl that this machine made, by its file and run', () => {
    const { file, env } = place()
    expect(ownCrawl(env, file, first)).toBeNull()
    noteOwnCrawl(env, file, first, options)
    expect(ownCrawl(env, file, first)).toMatchObject(options)
  })

  it.each<[string, (here: ReturnType<typeof place>) => Parameters<typeof ownCrawl>]>([
    ['of another run', ({ env, file }) => [env, file, { run: 2, startedAt: 1000 }]],
    ['of a run that began at another time', ({ env, file }) => [env, file, { run: 1, startedAt: 1001 }]],
    ['of another user', ({ folder, file }) => [{ HOME: join(folder, 'other') }, file, first]],
    ['where there is no home', ({ file }) => [{}, file, first]],
    [
      'of a copy',
      ({ folder, env, file }) => {
        copyFileSync(file, join(folder, 'copy.sqlite'))
        return [env, join(folder, 'copy.sqlite'), first]
      },
    ],
    [
      'of a copy in its place',
      ({ folder, env, file }) => {
        copyFileSync(file, join(folder, 'copy.sqlite'))
        renameSync(join(folder, 'copy.sqlite'), file)
        return [env, file, first]
      },
    ],
  ])('knows nothing %s', (_what, ask) => {
    const here = place()
    noteOwnCrawl(here.env, here.file, first, options)
    expect(ownCrawl(...ask(here))).toBeNull()
  })

  it('keeps the archives of all crawls of a file', () => {
    const { file, env } = place()
    noteOwnCrawl(env, file, first, { archive: '/one' })
    noteOwnCrawl(env, file, { run: 2, startedAt: 2000 }, { fromArchive: '/two' })
    expect(ownCrawl(env, file, { run: 2, startedAt: 2000 })?.['archives']).toEqual(['/one', '/two'])
  })

  it.skipIf(process.platform === 'win32')('is its owner’s alone to read', () => {
    const { file, env } = place()
    noteOwnCrawl(env, file, first, options)
    const folder = stateFolder(env)!
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    expect(readdirSync(folder).map(name => statSync(join(folder, name)).mode & 0o777)).toEqual([0o600])
  })
})
