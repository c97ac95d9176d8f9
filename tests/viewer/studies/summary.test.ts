import { writeFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Corpus } from '#data/store/base/corpus.ts'
import { beginRun, endRun } from '#data/store/base/runs.ts'
import { networkGaps } from '#viewer/server/studies/network-gaps.ts'
import { readSummary } from '#viewer/server/studies/read-summary.ts'
import { copyInventedCorpus } from '../copy-invented-corpus.ts'
import { corpusPlace } from '../invented-corpus-file.ts'

let place: ReturnType<typeof corpusPlace>
let corpus: Corpus

beforeEach(async () => {
  place = corpusPlace()
  corpus = await copyInventedCorpus(place.file)
})
afterEach(() => {
  corpus.close()
  place.remove()
})

const hour = 3_600_000
const start = Date.UTC(2027, 0, 1)
const crawl = { command: 'crawl', options: {}, version: '1' }
const summary = (now = start + 12 * hour) => readSummary(corpus, () => null, now)

describe('what a crawl came to', () => {
  it('is told once it has ended, however it did', () => {
    const run = beginRun(corpus, crawl, start)
    expect(summary(start + 1000)).toBeNull()
    expect(summary()).toMatchObject({ run, startedAt: start, endedAt: start, end: 'cut', pages: 0, canGoOn: false })
    endRun(corpus, run, 'stopped', start + hour)
    expect(summary()).toMatchObject({ end: 'paused', endedAt: start + hour })
    endRun(corpus, run, 'failed: disk', start + hour)
    expect(summary()!.end).toBe('failed')
    endRun(corpus, run, 'done', start + hour)
    expect(summary()!.end).toBe('done')
  })

  it('is not done when nothing could be read, and names the cause with the sites', () => {
    endRun(corpus, beginRun(corpus, crawl, start), 'done', start + hour)
    corpus.db.exec(`UPDATE page SET state = 'failed', cause = 'dns' WHERE state IS NOT NULL`)
    const told = summary()!
    expect(told.end).toBe('nothing-read')
    expect(told.unread.map(({ cause }) => cause)).toEqual(['dns'])
    expect(told.unread[0]!.sites).toBeGreaterThan(3)
    expect(told.unread[0]!.examples).toHaveLength(3)
  })
})

describe('networkGaps(log, since)', () => {
  const line = (at: number, msg: string) => `${JSON.stringify({ level: 30, time: new Date(at).toISOString(), msg })}\n`

  it('reads from–to of this crawl, over a rotated log, and one that never ended', () => {
    const file = `${place.file}.log`
    writeFileSync(`${file}.1`, line(start - hour, 'network gone') + line(start + hour, 'network gone'))
    writeFileSync(file, line(start + 2 * hour, 'network back') + line(start + 3 * hour, 'network gone') + '{"time":')
    expect(networkGaps(file, start)).toEqual([
      { from: start + hour, to: start + 2 * hour },
      { from: start + 3 * hour, to: null },
    ])
  })

  it('knows none without a log, or of a file that is none', () => {
    expect(networkGaps(`${place.file}.absent`, 0)).toEqual([])
    expect(networkGaps(place.file, 0)).toEqual([])
  })
})
