import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { sayMistake } from '#data/vocabulary/words/say.ts'
import { createJobs, type Jobs } from '#viewer/server/jobs.ts'

/** A job that runs this program. */
function begin(program: string): Jobs {
  const jobs = createJobs([process.execPath, '-e', program], process.env)
  onTestFinished(jobs.close)
  jobs.start('crawl', [])
  return jobs
}

describe('a job that its watchdog ended', () => {
  it('goes on by itself, so many times', async () => {
    const jobs = begin(`console.log('begun'); process.exit(75)`)
    await expect.poll(() => jobs.facts(), { timeout: 180_000 }).toMatchObject({ running: false, exit: 1 })
    expect(jobs.facts()?.lines).toEqual(Array.from({ length: 6 }, () => 'begun'))
  })
})

describe('a job that can’t begin', () => {
  it('says why by a code, for a page in any language', async () => {
    const jobs = createJobs([process.execPath, join(import.meta.dirname, '..', '..', 'cli.ts')], process.env)
    onTestFinished(jobs.close)
    jobs.start('crawl', ['crawl', '/absent/seeds.csv', '--corpus', '/absent/c.sqlite', '--contact', 'a@b.example'])
    await expect.poll(() => jobs.facts(), { timeout: 60_000 }).toMatchObject({ running: false, exit: 2 })
    const { mistakes = [] } = jobs.facts() ?? {}
    expect(mistakes).toEqual([{ code: 'seeds-unreadable', values: { path: '/absent/seeds.csv', code: 'ENOENT' } }])
    expect(sayMistake(mistakes[0]!, 'fr')).toContain('le fichier ne peut pas être lu')
  })
})

describe('a job that the page stops', () => {
  it('and that hears nothing, in a computation without end, is ended all the same', async () => {
    const jobs = begin(
      `process.on('SIGINT', () => undefined); console.log('held'); setTimeout(() => { for (;;); }, 50)`,
    )
    await expect.poll(() => jobs.facts()?.lines, { timeout: 60_000 }).toEqual(['held'])
    jobs.stop()
    await expect.poll(() => jobs.facts(), { timeout: 60_000 }).toMatchObject({ running: false, exit: 130 })
  })

  it('and that has heard may take its time', async () => {
    const jobs = begin(`process.on('SIGINT', () => {
      process.send({ heard: 'SIGINT' })
      setTimeout(() => process.exit(7), 6_500)
    }); console.log('ready'); setInterval(() => undefined, 1_000)`)
    await expect.poll(() => jobs.facts()?.lines, { timeout: 60_000 }).toEqual(['ready'])
    jobs.stop()
    await expect.poll(() => jobs.facts(), { timeout: 60_000 }).toMatchObject({ running: false, exit: 7 })
  })
})
