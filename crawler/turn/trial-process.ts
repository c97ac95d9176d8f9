import { readFileSync } from 'node:fs'
import { startWatchdog } from '#data/watchdog/start-watchdog.ts'
import { needsRendering } from '../extract/needs-rendering.ts'
import { readPage } from './read-page.ts'
import type { Answer } from '../fetch/outcome.ts'

/** Milliseconds of the processor; a page that takes longer would hold the loop of a crawl too long. */
const limitMs = 20_000
const reading = new Int32Array(new SharedArrayBuffer(8))
reading[0] = 1
// It must not go on when the crawl that waits for it was killed, nor read for ever; a slow machine is no page's fault.
startWatchdog(process.ppid).watch({ beats: reading, file: null, limitMs })
/** Reads the page on standard input as a crawl does, and ends with exit code 0. */
const input = readFileSync(0)
const head = input.indexOf('\n')
const { allowPrivate, ...known } = JSON.parse(input.toString('utf8', 0, head)) as Pick<Answer, 'url' | 'headers'> & {
  readonly allowPrivate: boolean
}
const { text, page } = readPage({ ...known, body: input.subarray(head + 1) }, { allowPrivate })
needsRendering(text, page)
