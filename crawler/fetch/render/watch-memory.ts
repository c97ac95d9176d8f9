import { readdirSync, readFileSync } from 'node:fs'

/** Memory that one page's process may take; a large application takes a third. */
const mostPageBytes = 1_000_000_000
const lookMs = 250
const memoryPageBytes = 4096

interface Process {
  readonly pid: number
  readonly bytes: number
}

/**
 * Ends each page process of the browser `pid` that takes more than `mostBytes`: its page is told as crashed, the browser and
 * its other pages live on. V8's own limit (chromium-flags.ts) sees only objects, not buffers and documents. Returns the
 * end of the watch. Linux only; elsewhere V8's limit is all there is.
 */
export function watchMemory(pid: number, mostBytes = mostPageBytes): () => void {
  if (process.platform !== 'linux') return () => undefined
  const look = (): void => {
    for (const one of pageProcesses(pid)) if (one.bytes > mostBytes) kill(one.pid)
  }
  const timer = setInterval(look, lookMs)
  timer.unref()
  return () => clearInterval(timer)
}

/** The processes of a browser that hold pages, with their resident memory. Those that end meanwhile are left out. */
export const pageProcesses = (browser: number): Process[] =>
  descendants(browser)
    .filter(pid => read(`/proc/${pid}/cmdline`).includes('--type=renderer'))
    .map(pid => ({ pid, bytes: Number(read(`/proc/${pid}/statm`).split(' ')[1] ?? 0) * memoryPageBytes }))

/** All processes that a process and its own have started. */
export function descendants(pid: number): number[] {
  const children = tasksOf(pid).flatMap(task => read(`/proc/${pid}/task/${task}/children`).split(' '))
  return children.filter(child => child !== '').flatMap(child => [Number(child), ...descendants(Number(child))])
}

function tasksOf(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/task`)
  } catch {
    return []
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    return ''
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It has just ended.
  }
}
