import { describe, expect, it, onTestFinished } from 'vitest'
import { createJobs, type Jobs } from '#viewer/server/jobs.ts'

/** A job that runs this program. */
function begin(program: string): Jobs {
  const jobs = createJobs([process.execPath, '-e', program], process.env)
  onTestFinished(jobs.close)
  jobs.start('crawl', [])
  return jobs
}

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
