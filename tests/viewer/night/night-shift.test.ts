import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createJobs, type Jobs } from '#viewer/server/jobs.ts'
import { keepAwake } from '#viewer/server/night/keep-awake.ts'
import { NightShift } from '#viewer/server/night/night-shift.ts'
import { nightAct, nightAt } from '#viewer/server/night/plan.ts'

const at = (day: number, hour: number, minute = 0): number => new Date(2026, 10, day, hour, minute).getTime()

describe('nightAt(now)', () => {
  it.each([
    ['in the afternoon', at(29, 15), at(29, 20), at(30, 8)],
    ['in the evening', at(29, 22, 30), at(29, 20), at(30, 8)],
    ['after midnight', at(30, 3), at(29, 20), at(30, 8)],
    ['in the morning', at(30, 8), at(30, 20), at(31, 8)],
  ])('%s is the night that is on or comes next', (_when, now, startAt, pauseAt) =>
    expect(nightAt(now)).toEqual({ startAt, pauseAt }),
  )

  it('is from 20:00 to 8:00 by the wall clock when clocks go back in between', () => {
    const { startAt, pauseAt } = nightAt(new Date(2026, 9, 24, 12).getTime())
    expect([new Date(startAt).getHours(), new Date(pauseAt).getHours()]).toEqual([20, 8])
  })
})

describe('nightAct(plan, now, isAtWork)', () => {
  const plan = { ...nightAt(at(29, 15)), args: [] }
  it.each([
    ['before the night', at(29, 19, 59), false, 'wait'],
    ['when it begins', at(29, 20), false, 'start'],
    ['after a restart in the midst of it', at(30, 2), false, 'start'],
    ['while it is on', at(30, 2), true, 'wait'],
    ['in the morning', at(30, 8), true, 'pause'],
    ['after a sleep over the whole night', at(30, 11), false, 'over'],
    ['when the clock was put back to the day before', at(28, 12), true, 'wait'],
  ] as const)('%s', (_when, now, isAtWork, due) => expect(nightAct(plan, now, isAtWork)).toBe(due))
})

describe('the night shift', () => {
  let place = ''
  let now = 0
  let jobs: Jobs
  let shift: NightShift
  const file = () => join(place, 'study.sqlite')
  const env = () => ({ PATH: place, XDG_STATE_HOME: place })
  /** A crawl that says its arguments and works until it is stopped. */
  const endless = `require('fs').appendFileSync(process.argv[1], process.argv.slice(2).join(' ') + '\\n'); process.on('SIGINT', () => process.exit(130)); setInterval(() => undefined, 1000)` // prettier-ignore
  const calls = (): string[] =>
    existsSync(join(place, 'calls')) ? readFileSync(join(place, 'calls'), 'utf8').trim().split('\n') : []
  const open = (): NightShift => new NightShift({ env: env(), now: () => now, jobsOf: () => jobs, system: 'linux' })
  const isRunning = () => jobs.facts()?.running ?? false

  beforeEach(() => {
    place = mkdtempSync(join(tmpdir(), 'toile-night-'))
    jobs = createJobs([process.execPath, '-e', endless, join(place, 'calls')], process.env)
    shift = open()
    now = at(29, 15)
  })
  afterEach(async () => {
    shift.close()
    await jobs.close()
    rmSync(place, { recursive: true })
  })

  it('begins at 20:00, pauses at 8:00, and then has no plan', async () => {
    const night = shift.of(file())
    night.set(['crawl', 'list.csv', '--again', 'w2'])
    expect(isRunning()).toBe(false)
    now = at(29, 20)
    shift.look()
    await expect.poll(calls).toEqual(['crawl list.csv --again w2'])
    now = at(30, 8, 1)
    shift.look()
    await expect.poll(isRunning).toBe(false)
    shift.look()
    expect(night.plan()).toBe(null)
  })

  it('is kept over a restart of the server in the midst of the night, with its wave, which the same words go on with', async () => {
    shift.of(file()).set(['crawl', 'list.csv', '--again', 'w2'])
    now = at(29, 23)
    shift.look()
    await expect.poll(calls).toHaveLength(1)
    shift.close()
    await jobs.close()
    jobs = createJobs([process.execPath, '-e', endless, join(place, 'calls')], process.env)
    shift = open()
    shift.know(file())
    shift.look()
    await expect.poll(calls).toEqual(['crawl list.csv --again w2', 'crawl list.csv --again w2'])
  })

  it('does not stop in the morning what is no crawl', async () => {
    shift.of(file()).set(['crawl'])
    jobs.start('analyse', ['analyse'])
    now = at(30, 8, 1)
    shift.look()
    expect(shift.of(file()).plan()).toBe(null)
    await expect.poll(calls).toEqual(['analyse'])
    expect(isRunning()).toBe(true)
  })

  it('does not begin again what somebody stopped, or what is done', async () => {
    const night = shift.of(file())
    now = at(29, 21)
    night.set(['crawl'])
    await expect.poll(calls).toHaveLength(1)
    jobs.stop()
    await expect.poll(isRunning).toBe(false)
    shift.look()
    expect([isRunning(), night.plan()]).toEqual([false, null])
    night.set(['crawl'])
    night.cancel()
    shift.look()
    expect(open().of(file()).plan()).toBe(null)
  })

  it('finds, after a sleep over the whole night, that it is over', () => {
    const night = shift.of(file())
    night.set(['crawl'])
    now = at(30, 12)
    shift.look()
    expect([isRunning(), night.plan(), calls()]).toEqual([false, null, []])
  })

  it('starts nothing for a corpus that has no plan of this user', () => {
    shift.know(join(place, 'other.sqlite'))
    now = at(29, 21)
    shift.look()
    expect(isRunning()).toBe(false)
  })

  it('says so where the system does not let a program ask, and keeps awake where it does', async () => {
    const night = shift.of(file())
    night.set(['crawl'])
    await expect.poll(() => night.awake()).toBe('no')
    const asker = join(place, 'systemd-inhibit')
    writeFileSync(asker, `#!/bin/sh\necho "$@" > ${place}/asked\nread -r line\necho over >> ${place}/asked\n`)
    chmodSync(asker, 0o755)
    const awake = keepAwake('linux', { PATH: `${place}:/bin:/usr/bin` })
    awake.want(true)
    expect(awake.state()).toBe('yes')
    await expect.poll(() => existsSync(join(place, 'asked'))).toBe(true)
    expect(readFileSync(join(place, 'asked'), 'utf8')).toContain('--what=idle:sleep --who=Toile')
    awake.want(false)
    await expect.poll(() => readFileSync(join(place, 'asked'), 'utf8')).toMatch(/over\n$/)
    expect(awake.state()).toBe('asleep-allowed')
    expect(keepAwake('plan9', {}).state()).toBe('asleep-allowed')
  })
})
