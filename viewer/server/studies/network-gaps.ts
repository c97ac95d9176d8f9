import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs'
import type { NetworkGap } from '#viewer/protocol/summary.ts'

/** Of a log, what was written last: two of its files at most. */
const mostBytes = 40_000_000

/**
 * When the network was away since `since`, as the log beside a corpus tells: the crawl writes a line when it goes and when it is back.
 * No log, or one that is no log: none is known.
 */
export function networkGaps(logFile: string, since: number): NetworkGap[] {
  const gaps: NetworkGap[] = []
  for (const [, time = '', change] of textOf(logFile).matchAll(
    /"time":"([0-9TZ:.-]{20,30})","msg":"network (gone|back)"/g,
  )) {
    const at = Date.parse(time)
    const last = gaps.at(-1)
    if (Number.isNaN(at) || at < since) continue
    if (change === 'gone') gaps.push({ from: at, to: null })
    else if (last?.to === null) gaps[gaps.length - 1] = { from: last.from, to: at }
  }
  return gaps
}

const textOf = (file: string): string => [`${file}.1`, file].map(tailOf).join('\n')

function tailOf(file: string): string {
  if (!existsSync(file)) return ''
  const descriptor = openSync(file, 'r')
  try {
    const { size } = fstatSync(descriptor)
    const buffer = Buffer.alloc(Math.min(size, mostBytes / 2))
    const length = readSync(descriptor, buffer, 0, buffer.length, size - buffer.length)
    return buffer.toString('utf8', 0, length)
  } finally {
    closeSync(descriptor)
  }
}
