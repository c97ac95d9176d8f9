import { readFileSync } from 'node:fs'
import { startWatchdog } from '#data/watchdog/start-watchdog.ts'
import { needsRendering } from '../extract/needs-rendering.ts'
import { readPage } from './read-page.ts'
import type { Answer } from '../fetch/outcome.ts'

// It must not go on when the crawl that waits for it was killed.
startWatchdog(process.ppid)
/** Reads the page on standard input as a crawl does, and ends with exit code 0. */
const input = readFileSync(0)
const head = input.indexOf('\n')
const { allowPrivate, ...known } = JSON.parse(input.toString('utf8', 0, head)) as Pick<Answer, 'url' | 'headers'> & {
  readonly allowPrivate: boolean
}
const reading = readPage({ ...known, body: input.subarray(head + 1) }, allowPrivate)
needsRendering(reading.text, reading.page)
