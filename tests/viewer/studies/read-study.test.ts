import { mkdtempSync, rmSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import { beginRun, endRun } from '#data/store/base/runs.ts'
import { StudyReader } from '#viewer/server/studies/read-study.ts'

let folder: string
const start = 1_000_000_000
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'toile-read-study-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** A study that a crawl is at work on, or was; written at this second. */
function write(what: 'begin' | 'end', second: number): void {
  const file = join(folder, 'one.sqlite')
  const corpus = openCorpus(file, 'create')
  if (what === 'begin') beginRun(corpus, { command: 'crawl', options: {}, version: '1' }, start)
  else endRun(corpus, 1, 'done', start)
  corpus.close()
  utimesSync(file, second, second)
}

/** A reader for whom each look at a clock takes 30 ms, so that reading a study does; says whether it says that a crawl is at work. */
function readerFrom(begin: number): (at: number) => boolean {
  const reader = new StudyReader()
  return at => {
    let now = begin + at - 30
    return reader.read(folder, 'one', () => (now += 30)).needs.includes('at-work')
  }
}

describe('StudyReader', () => {
  it('looks at a study that is being crawled as often as it can be read twenty times, and at any other when it was written', () => {
    const isAtWork = readerFrom(start)
    write('begin', 1)
    expect(isAtWork(0)).toBe(true)
    write('end', 2)
    expect(isAtWork(500)).toBe(true)
    expect(isAtWork(700)).toBe(false)
    write('begin', 3)
    expect(isAtWork(701)).toBe(true)
  })

  it('finds out within seconds that a crawl that writes no more was killed', () => {
    const isAtWork = readerFrom(start)
    write('begin', 1)
    expect(isAtWork(0)).toBe(true)
    expect(isAtWork(4_000)).toBe(true)
    expect(isAtWork(70_000)).toBe(false)
  })
})
