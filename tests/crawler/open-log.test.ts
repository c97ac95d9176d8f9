import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openLog } from '#crawler/tell/open-log.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'toile-log-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const now = () => Date.UTC(2026, 10, 22, 19)
const linesOf = (file: string): unknown[] =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as unknown)

describe('openLog(file)', () => {
  it('writes one JSON object a line, whatever strangers put into it', () => {
    const file = join(folder, 'a.log')
    const log = openLog(file, { now })
    log.write('visit', { url: 'http://a.example/\n"x"\u001b[2J', ms: 12 })
    log.write('end', {})
    log.close()
    expect(linesOf(file)).toEqual([
      { level: 30, time: '2026-11-22T19:00:00.000Z', url: 'http://a.example/\n"x"\u001b[2J', ms: 12, msg: 'visit' },
      { level: 30, time: '2026-11-22T19:00:00.000Z', msg: 'end' },
    ])
    expect(readFileSync(file, 'utf8')).not.toContain('\u001b')
  })

  it('begins a new file at a size, keeps five older ones, and goes on after a restart', () => {
    const file = join(folder, 'a.log')
    for (let run = 0; run < 3; run++) {
      const log = openLog(file, { now, maxFileBytes: 2_000 })
      for (let line = 0; line < 60; line++) log.write('visit', { run, line, filler: 'x'.repeat(100) })
      log.close()
    }
    expect(readdirSync(folder).toSorted()).toEqual(['a.log', 'a.log.1', 'a.log.2', 'a.log.3', 'a.log.4', 'a.log.5'])
    const all = [5, 4, 3, 2, 1].flatMap(number => linesOf(`${file}.${number}`)).concat(linesOf(file)) as {
      run: number
      line: number
    }[]
    expect(all.at(-1)).toMatchObject({ run: 2, line: 59 })
    // Nothing is missing between the oldest line that is kept and the last one.
    const numbers = all.map(({ run, line }) => run * 60 + line)
    expect(numbers).toEqual(numbers.map((_, index) => numbers[0]! + index))
  })

  it('makes its folder', () => {
    const log = openLog(join(folder, 'deep', 'a.log'), { now })
    log.write('end', {})
    log.close()
    expect(existsSync(join(folder, 'deep', 'a.log'))).toBe(true)
  })
})
