import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { hostname } from 'node:os'
import { basename, dirname, join } from 'node:path'

/** The end of a name that says who makes the file: this machine and this process. */
export const makersMark = (): string => `${hostname().replace(/[^\w.]/g, '_')}-${process.pid}`

const thisMachine = (): string => makersMark().replace(/\d+$/, '')

/** Where the file `target` grows until it is whole: beside it, hidden, with the mark of who makes it. What a killed process left of another try is removed. */
export function unfinishedBeside(target: string): string {
  const beginning = `.${basename(target)}.unfinished-`
  dropDeadLeftovers(dirname(target), beginning)
  return join(dirname(target), beginning + makersMark())
}

/**
 * Removes from `folder` what processes of this machine, dead since (kill -9), left under `beginning`, followed by their mark. `machine`: what stands
 * before the number of the process; '' for files of earlier versions, which said none.
 */
export function dropDeadLeftovers(folder: string, beginning: string, machine = thisMachine()): void {
  const isLeft = isOfTheDead(beginning, machine)
  for (const name of namesIn(folder)) if (isLeft(name)) rmSync(join(folder, name), { recursive: true, force: true })
}

/** None of what is no folder, or of another person: whoever writes there is told then. */
export function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** Whether a name is `beginning` and the mark of a process of this machine that is dead; SQLite's endings may follow. */
export function isOfTheDead(beginning: string, machine = thisMachine()): (name: string) => boolean {
  const own = beginning + machine
  return name => {
    const [, digits] = name.startsWith(own) ? (/^(\d+)(?:-wal|-shm|-journal)?$/.exec(name.slice(own.length)) ?? []) : []
    const pid = Number(digits)
    return Number.isSafeInteger(pid) && pid > 0 && !isAlive(pid)
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return !isZombie(pid)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH'
  }
}

/** Dead, and nobody has asked for its exit code yet (proc(5)). */
function isZombie(pid: number): boolean {
  try {
    return /^\d+ \(.*\) [ZX] /s.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}
