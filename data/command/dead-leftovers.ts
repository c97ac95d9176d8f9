import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'

/** The end of a name that says who makes the file: this machine and this process. */
export const makersMark = (): string => `${hostname().replace(/[^\w.]/g, '_')}-${process.pid}`

/**
 * Removes from `folder` what processes of this machine, dead since (kill -9), left under `beginning`, followed by their mark. `own`: what stands before
 * the number of the process; '' for files of earlier versions, which said no machine.
 */
export function dropDeadLeftovers(folder: string, beginning: string, own = makersMark().replace(/\d+$/, '')): void {
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    const [, digits] = name.startsWith(beginning + own)
      ? (/^(\d+)(?:-wal|-shm|-journal)?$/.exec(name.slice((beginning + own).length)) ?? [])
      : []
    const pid = Number(digits)
    if (Number.isSafeInteger(pid) && pid > 0 && !isAlive(pid))
      rmSync(join(folder, name), { recursive: true, force: true })
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
