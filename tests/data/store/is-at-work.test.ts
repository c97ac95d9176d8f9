import { describe, expect, it } from 'vitest'
import { isAtWork } from '#data/store/base/runs.ts'

const now = Date.UTC(2026, 10, 29, 12)
const seen = (secondsAgo: number, endedAt: number | null = null) => ({ endedAt, seenAt: now - secondsAgo * 1000 })

describe('isAtWork(run, now)', () => {
  it.each([
    ['just seen', seen(0), true],
    ['waiting half a minute for another writer', seen(35), true],
    ['silent for a minute', seen(60), true],
    ['silent for longer', seen(61), false],
    ['ended', seen(0, now), false],
    ['seen by a clock that is ahead of ours', seen(-5), true],
  ])('%s', (_, run, isAlive) => expect(isAtWork(run, now)).toBe(isAlive))
})
