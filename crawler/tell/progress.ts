import type { Surroundings } from '#data/command/command.ts'
import { printable } from '#data/command/printable.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { hostQueues } from '#data/store/visits/crawl-status.ts'
import { duration } from './duration.ts'

/** Where the frontier stands. */
export interface Standing {
  /** Entities that have begun, and those of them that have not ended. */
  readonly opened: number
  readonly running: number
  readonly requestsUnderWay: number
}

/** What came of a request, as far as it is told. */
export interface ToldVisit {
  /** Its page needs no further request. */
  readonly hasEnded: boolean
  readonly links: number
  /** Slug of why the page failed or was excluded; else empty. */
  readonly cause: string
}

export interface ProgressParts {
  readonly around: Surroundings
  readonly corpus: Corpus
  /** Asked with every display. */
  readonly standing: () => Standing
  readonly delayMs: number
  /** Called with every display: the run's sign of life. */
  readonly onPulse: () => void
}

export interface Progress {
  readonly count: (visit: ToldVisit) => void
  /** Says something at once that the user should know. */
  readonly note: (sentence: string) => void
  readonly end: () => void
}

const displayMs = { terminal: 1_000, plain: 5_000 }
/** Counting the host queues takes time that grows with them; it may take this part of the crawl's. */
const queueShare = 0.01

/** Shows how the crawl goes: a display that redraws itself on a terminal, a plain line every few seconds elsewhere. */
export function showProgress({ around, corpus, standing, delayMs, onPulse }: ProgressParts): Progress {
  const begun = performance.now()
  const counts = { pages: 0, links: 0, failures: new Map<string, number>() }
  const recent: { at: number; pages: number }[] = [{ at: begun, pages: 0 }]
  const queues = estimateQueues(corpus, delayMs)

  const lines = (): string[] => {
    const now = performance.now()
    recent.push({ at: now, pages: counts.pages })
    if (recent.length > 12) recent.shift()
    const rate = ((counts.pages - recent[0]!.pages) * 1000) / Math.max(now - recent[0]!.at, 1)
    const { opened, running, requestsUnderWay } = standing()
    const { seconds, slowest } = queues(now)
    return [
      `${duration(now - begun)}  ${counts.pages} pages (${rate.toFixed(1)}/s), ${counts.links} links, ` +
        `${requestsUnderWay} requests under way; entities: ${opened - running} done, ${running} left; ` +
        `at least ${duration(seconds * 1000)} to go`,
      ...(counts.failures.size > 0 ? [`failed: ${frequent(counts.failures)}`] : []),
      ...(slowest === '' ? [] : [`slowest: ${slowest}`]),
    ]
  }
  const { display, clear } = around.isTerminal ? redrawn(around) : plain(around)
  const timer = setInterval(
    () => {
      onPulse()
      display(lines())
    },
    around.isTerminal ? displayMs.terminal : displayMs.plain,
  )
  return {
    count: ({ hasEnded, links, cause }) => {
      if (hasEnded) counts.pages += 1
      counts.links += links
      if (cause) counts.failures.set(cause, (counts.failures.get(cause) ?? 0) + 1)
    },
    note: sentence => {
      clear()
      around.err(`${sentence}\n`)
    },
    end: () => {
      clearInterval(timer)
      if (around.isTerminal) display(lines())
    },
  }
}

const frequent = (counts: ReadonlyMap<string, number>): string =>
  [...counts]
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, 6)
    .map(([slug, n]) => `${slug} ${n}`)
    .join(', ')

/** What waits in the host queues, counted anew only as often as that is cheap. */
function estimateQueues(corpus: Corpus, delayMs: number) {
  let next = 0
  let known = { seconds: 0, slowest: '' }
  return (now: number) => {
    if (now < next) return known
    const queues = hostQueues(corpus, delayMs)
    const slowest = queues
      .slice(0, 3)
      .map(({ host, pages, responseMs }) => `${printable(host)} ${pages} pages, ${responseMs} ms each`)
    known = { seconds: queues[0]?.seconds ?? 0, slowest: slowest.join('; ') }
    next = now + (performance.now() - now) / queueShare
    return known
  }
}

interface Display {
  readonly display: (lines: readonly string[]) => void
  readonly clear: () => void
}

const plain = (around: Surroundings): Display => ({
  display: lines => around.err(`${lines.slice(0, 2).join('; ')}\n`),
  clear: () => undefined,
})

/** Writes over the lines of the last display. */
function redrawn(around: Surroundings): Display {
  let height = 0
  const clear = (): void => {
    around.err(`${height > 0 ? `\u001b[${height}A` : ''}\r\u001b[0J`)
    height = 0
  }
  const display = (lines: readonly string[]): void => {
    const width = (process.stderr.columns || 80) - 1
    clear()
    around.err(`${lines.map(line => line.slice(0, width)).join('\n')}\n`)
    height = lines.length
  }
  return { display, clear }
}
