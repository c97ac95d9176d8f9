import { readFileSync } from 'node:fs'
import { afterAll } from 'vitest'

declare module 'vitest' {
  interface TaskMeta {
    /** Processor time of a file and of the processes it started and saw end, without the browser that all share. Milliseconds. */
    cpuMs?: number
  }
}

/** Processor time of this worker so far, and of its ended children where the system says it (Linux: proc(5), stat). */
function cpuMsSoFar(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1_000 + childrenMs()
}

/** Ticks are 10 ms on every Linux that Node runs on; cutime and cstime are the 14th and 15th field after the name. */
function childrenMs(): number {
  if (process.platform !== 'linux') return 0
  const fields = readFileSync('/proc/self/stat', 'utf8').split(') ').at(-1)!.split(' ')
  return (Number(fields[13]) + Number(fields[14])) * 10
}

// A set-up is read before each file, and the hook that it registers first ends last.
const before = cpuMsSoFar()
afterAll(({}, file) => {
  file.file.meta.cpuMs = cpuMsSoFar() - before
})
