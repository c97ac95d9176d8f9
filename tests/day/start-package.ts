import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { makePackage } from '../package/make/make-package.ts'
import { platforms } from '../package/make/platforms.ts'

const root = join(import.meta.dirname, '..', '..')

export interface StartedPackage {
  readonly address: string
  /** As closing its window does; resolves with its exit. */
  readonly stop: () => Promise<number | null>
}

/**
 * Unpacks the package for Linux (`archive`, or one that is made now) below `place` and opens it as a double click does: with an empty
 * environment, in a folder with a space and an accent. Its crawls go to `proxy`, where an invented web is.
 */
export async function startPackage(place: string, proxy: string, archive?: string): Promise<StartedPackage> {
  const file = archive ?? (await makePackage(root, place, platforms[0]!, new Date('2000-01-01T00:00:00Z'))).file
  const [unpacked, home] = [join(place, 'Mes programmes été'), join(place, 'home')]
  for (const folder of [unpacked, home]) mkdirSync(folder)
  if (spawnSync('tar', ['xzf', file, '-C', unpacked]).status !== 0) throw new Error(`${file} can't be unpacked`)
  const child = spawn(join(unpacked, readdirSync(unpacked)[0]!, 'toile'), ['open', '--no-open'], {
    env: { HOME: home, PATH: '/usr/bin:/bin', TOILE_PROXY: proxy },
    cwd: '/',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<number | null>(resolve => child.on('close', resolve))
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout.setEncoding('utf8').once('data', (line: string) => resolve(line.trim()))
    void ended.then(code => reject(new Error(`the package ended with ${code}`)))
  })
  const stop = (): Promise<number | null> => {
    child.kill('SIGINT')
    return ended
  }
  return { address, stop }
}
