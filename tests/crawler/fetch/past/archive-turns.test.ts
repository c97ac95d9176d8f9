import { describe, expect, it } from 'vitest'
import { type ArchiveRest, ArchiveTurns } from '#crawler/fetch/past/archive-turns.ts'

const hour = 3_600_000

/** A clock that stands still, and what is kept for the next process. */
function open(kept: ArchiveRest | null = null) {
  const told: ArchiveRest[] = []
  const clock = { now: () => 1_000_000, steady: () => performance.now() }
  const memory = { read: () => kept, keep: (rest: ArchiveRest) => void told.push(rest) }
  return { turns: new ArchiveTurns({ clock, memory, firstRestMs: 60_000 }), told }
}

describe('ArchiveTurns', () => {
  it('rests for a minute, then twice as long each time, an hour at most, until it is answered', () => {
    const { turns, told } = open()
    const minutes = Array.from({ length: 8 }, () => turns.refused(null) / 60_000)
    expect(minutes).toEqual([1, 2, 4, 8, 16, 32, 60, 60])
    turns.answered()
    expect(told.at(-1)).toEqual({ until: 1_000_000, refusals: 0 })
    expect(turns.refused(null)).toBe(60_000)
  })

  it('rests for as long as the archive asks, a day at most', () => {
    const { turns } = open()
    expect(turns.refused(2 * hour)).toBe(2 * hour)
    expect(turns.refused(400 * hour)).toBe(24 * hour)
  })

  it('takes one answer that goes wrong for its own matter, the third in a row for the archive that is away', () => {
    const { turns } = open()
    expect([turns.wentWrong(2_000), turns.wentWrong(4_000), turns.wentWrong(8_000)]).toEqual([null, null, 60_000])
    expect(turns.wentWrong(2_000)).toBe(120_000)
    turns.answered()
    expect(turns.wentWrong(2_000)).toBe(null)
  })

  it('tells the next process until when, and how often in a row', () => {
    const { turns, told } = open()
    turns.refused(5_000)
    turns.refused(null)
    expect(told).toEqual([
      { until: 1_005_000, refusals: 1 },
      { until: 1_120_000, refusals: 2 },
    ])
    expect(open(told.at(-1)).turns.refused(null)).toBe(240_000)
  })

  it('lets nobody ask while a rest of the process before lasts, and ends the waiting when it is stopped', async () => {
    const { turns } = open({ until: 1_000_000 + hour, refusals: 3 })
    const stop = new AbortController()
    const asked = turns.take(0, stop.signal, async () => 'asked')
    stop.abort()
    await expect(asked).rejects.toThrow()
    expect(await open({ until: 999_000, refusals: 3 }).turns.take(0, undefined, async () => 'asked')).toBe('asked')
  })

  it('waits the delay before the first request, too: who asked just before, and was killed, is not known', async () => {
    const began = performance.now()
    const { turns } = open()
    await turns.take(50, undefined, async () => undefined)
    expect(performance.now() - began).toBeGreaterThanOrEqual(49)
  })
})
