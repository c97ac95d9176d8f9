import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Clock, createClock } from '#crawler/frontier/clock.ts'
import { afterAnswer } from '#crawler/frontier/politeness.ts'
import { runTurns } from '#crawler/turn/run-turns.ts'
import { HostRests } from '#crawler/frontier/host-rests.ts'
import { Schedule, type Turn } from '#crawler/frontier/schedule.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import { postponePage } from '#data/store/frontier/ready-pages.ts'

const pause = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms))

let folder: string
let corpus: Corpus
let clock: Clock

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance'] })
  clock = createClock(Date.now)
  folder = mkdtempSync(join(tmpdir(), 'toile-turns-'))
  corpus = openCorpus(join(folder, 'turns.sqlite'), 'create')
})

afterEach(() => {
  vi.useRealTimers()
  corpus.close()
  rmSync(folder, { recursive: true })
})

/** Hosts with pages whose turn has come; returns the hosts' rows. */
function plantPages(pagesByHost: readonly number[]): number[] {
  corpus.db.exec(
    `INSERT INTO entity (id, name, status, origin, created_at) VALUES (1, 'e', 'IN', 'seed', 0);
     INSERT INTO wave (id, label, started_at) VALUES (1, 'first', 0)`,
  )
  return pagesByHost.map((count, host) => {
    corpus.sql('INSERT INTO host (id, name) VALUES (?, ?)').run(host + 1, `h${host}.example`)
    for (let page = 0; page < count; page++)
      corpus
        .sql(
          `INSERT INTO page (url, url_hash, host_id, entity_id, state, depth, admitted) VALUES (?, 0, ?, 1, 'pending', 1, 1)`,
        )
        .run(`https://h${host}.example/${page}`, host + 1)
    return host + 1
  })
}

const end = (pageId: number) => corpus.sql(`UPDATE page SET state = 'fetched', admitted = 0 WHERE id = ?`).run(pageId)

interface Asked {
  readonly url: string
  readonly host: string
  readonly from: number
  to: number
}

interface Run {
  readonly pages: readonly number[]
  readonly delayMs: number
  readonly answerMs: (url: string) => number | Promise<number>
  readonly concurrency?: number
  readonly stop?: AbortSignal
  readonly onTurn?: (turn: Turn) => void
}

async function run({ pages, delayMs, answerMs, concurrency = 64, stop, onTurn }: Run): Promise<Asked[]> {
  const asked: Asked[] = []
  const schedule = new Schedule({
    rests: new HostRests({ waitsMs: [], longestMs: Infinity }),
    corpus,
    clock,
    politeness: { delayMs },
    askedAt: null,
    mayAsk: () => ({ kind: 'ask', crawlDelayMs: 0 }),
    settle: () => undefined,
  })
  schedule.wake(plantPages(pages))
  const running = runTurns({
    schedule,
    clock,
    concurrency,
    stop: stop ?? new AbortController().signal,
    take: async turn => {
      const entry = { url: turn.page.url, host: turn.host.name, from: clock.steady(), to: Number.NaN }
      asked.push(entry)
      await pause(await answerMs(turn.page.url))
      entry.to = clock.steady()
      if (onTurn) onTurn(turn)
      else end(turn.page.id)
      schedule.release(afterAnswer(turn.host, entry.to, entry.to - entry.from))
    },
  })
  await throughTime(running, () => asked.length > 0)
  return asked
}

/**
 * Lets the test's own time run, millisecond by millisecond, until `running` has ended, so that nothing depends on how
 * busy the machine is. It stands still until `hasBegun`: what Crawlee reads at its start takes real time.
 */
async function throughTime(running: Promise<void>, hasBegun: () => boolean): Promise<void> {
  const ended = running.then(() => true)
  const breath = (): Promise<boolean> => new Promise(next => setImmediate(next, false))
  while (!(await Promise.race([ended, breath()]))) if (hasBegun()) await vi.advanceTimersByTimeAsync(1)
}

const byHost = (asked: readonly Asked[]): Asked[][] => [...Map.groupBy(asked, one => one.host).values()]

describe('runTurns()', () => {
  it('asks for every page once, one at a time per host, with the delay counted from the end of the last answer', async () => {
    const asked = await run({ pages: Array<number>(30).fill(6), delayMs: 40, answerMs: url => (url.length * 7) % 23 })
    expect(new Set(asked.map(one => one.url)).size).toBe(180)
    expect(asked).toHaveLength(180)
    for (const list of byHost(asked))
      for (const [index, one] of list.entries())
        if (index > 0) expect(one.from - list[index - 1]!.to).toBeGreaterThanOrEqual(40)
  })

  it('loses no time: many hosts end within 5 % of what the busiest needs', async () => {
    const pages = [5, ...Array<number>(40).fill(3)]
    const before = clock.steady()
    const asked = await run({ pages, delayMs: 700, answerMs: () => 20 })
    const took = asked.reduce((last, one) => Math.max(last, one.to), 0) - before
    const busiest = byHost(asked).find(list => list.length === 5)!
    const bound = busiest.reduce((sum, one) => sum + (one.to - one.from), 0) + 4 * 700
    expect(took).toBeLessThan(bound * 1.05)
  })

  it('takes the best page of a host first: by address within a level', async () => {
    const asked = await run({ pages: [9], delayMs: 0, answerMs: () => 0 })
    expect(asked.map(one => one.url)).toEqual(asked.map(one => one.url).toSorted())
  })

  it('never has more requests in flight than allowed', async () => {
    const asked = await run({ pages: Array<number>(20).fill(2), delayMs: 0, answerMs: () => 10, concurrency: 3 })
    const most = Math.max(
      ...asked.map(one => asked.filter(other => other.from <= one.from && one.from < other.to).length),
    )
    expect(most).toBe(3)
  })

  it('goes on with other pages of the host while one waits for its next attempt', async () => {
    const late = 'https://h0.example/0'
    let tried = 0
    const asked = await run({
      pages: [4],
      delayMs: 0,
      answerMs: () => 1,
      onTurn: ({ page }) => {
        if (page.url === late && tried++ === 0) postponePage(corpus, page.id, 1, clock.steady() + 3000)
        else end(page.id)
      },
    })
    expect(asked.map(one => one.url.at(-1))).toEqual(['0', '1', '2', '3', '0'])
    expect(asked[4]!.from - asked[0]!.to).toBeGreaterThanOrEqual(3000)
  })

  it('hands out nothing more once stopped, and ends when the requests under way have ended', async () => {
    const stop = new AbortController()
    let done = 0
    const asked = await run({
      pages: Array<number>(10).fill(50),
      delayMs: 0,
      answerMs: () => 15,
      stop: stop.signal,
      onTurn: turn => {
        end(turn.page.id)
        done += 1
        if (done === 30) stop.abort()
      },
    })
    expect(asked.length).toBeLessThan(50)
    expect(done).toBe(asked.length)
  })

  it('ends with the fault that a turn met, after the other turns have ended', async () => {
    let [begun, ended] = [0, 0]
    const all = Promise.withResolvers<void>()
    const failing = run({
      pages: [1, 1, 1],
      delayMs: 0,
      answerMs: url => {
        begun += 1
        if (begun === 3) all.resolve()
        return url.includes('h1') ? all.promise.then(() => 1) : 30
      },
      onTurn: ({ page }) => {
        if (page.url.includes('h1')) throw new Error('disk full')
        end(page.id)
        ended += 1
      },
    })
    await expect(failing).rejects.toThrow('disk full')
    expect(ended).toBe(2)
  })
})
