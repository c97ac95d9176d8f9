import { closeSync, openSync, readFileSync, writeSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { printable } from '../command/printable.ts'
import { endedByWatchdog, endProcess } from './end-process.ts'
import type { WatchedReading } from './start-watchdog.ts'

const lookMs = 250
/** Looks at a reading in all; for one that waits without using the processor. Looks, so that a sleeping machine counts nothing. */
const mostLooks = 120_000 / lookMs
/** A loop that turns hears of its launcher's end by itself, and ends in order. */
const orphanLooks = 4

const { launcher } = workerData as { readonly launcher: number | null }
let watched: WatchedReading | null = null
let seen = { beat: 0, looks: 0, cpu: process.cpuUsage() }
let orphaned = 0

parentPort!.on('message', (reading: WatchedReading | null) => (watched = reading))
setInterval(() => {
  lookForLauncher()
  if (watched !== null) lookAtReading(watched)
}, lookMs)

/** An orphan gets another parent. */
function lookForLauncher(): void {
  if (launcher === null || process.ppid === launcher) return
  orphaned += 1
  if (orphaned >= orphanLooks) process.kill(process.pid, 'SIGKILL')
}

function lookAtReading(reading: WatchedReading): void {
  const beat = Atomics.load(reading.beats, 0)
  if (beat % 2 === 0 || beat !== seen.beat) {
    seen = { beat, looks: 0, cpu: process.cpuUsage() }
    return
  }
  seen.looks += 1
  const { user, system } = process.cpuUsage(seen.cpu)
  if ((user + system) / 1000 >= reading.limitMs || seen.looks >= mostLooks) endReading(reading)
}

/** What was read is noted as hung before anything else, so that whatever happens next the next start leaves it alone. */
function endReading({ beats, file }: WatchedReading): void {
  watched = null
  Atomics.store(beats, 1, 1)
  if (file === null) return void process.kill(process.pid, 'SIGKILL')
  const handle = openSync(file, 'r+')
  writeSync(handle, 'h', 0)
  closeSync(handle)
  const [line = ''] = readFileSync(file, 'utf8').slice(1).split('\n', 1)
  const { url, pass } = JSON.parse(line) as { readonly url: string; readonly pass?: string }
  const [what, without] =
    pass === undefined
      ? ['reading this', 'without it, and leaves it as unreadable']
      : ['the last look at what is stored of this', 'without that']
  endProcess(
    `${printable(url)}: ${what} held everything else up, so the crawl was ended. What was stored is safe; the same ` +
      `command goes on ${without}.\n`,
    launcher === null ? 1 : endedByWatchdog,
  )
}
