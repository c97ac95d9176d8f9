import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

const root = join(import.meta.dirname, '..', '..')
const launcher = join(root, 'toile')

export interface Ended {
  /** As a shell shows it; null when it ended by a signal. */
  readonly code: number | null
  readonly out: string
  readonly err: string
}

export interface StartOptions {
  readonly cwd?: string
  readonly env?: Record<string, string>
  /** A process group of its own, so that `process.kill(-pid, …)` reaches launcher and command as a terminal would. */
  readonly ownGroup?: boolean
}

export interface Running {
  readonly process: ChildProcess
  readonly ended: Promise<Ended>
  /** Resolves when standard output or error so far matches; rejects if the command ends first. */
  readonly says: (pattern: RegExp) => Promise<RegExpMatchArray>
}

/** Starts the real launcher in `cwd` without a terminal, as a script or CI does. Ended with the test at the latest. */
export function startToile(args: readonly string[], options: StartOptions = {}): Running {
  const { TOILE_CONTACT: _contact, ...environment } = process.env
  const child = spawn(process.execPath, [launcher, ...args], {
    cwd: options.cwd ?? root,
    env: { ...environment, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: options.ownGroup ?? false,
  })
  let out = ''
  let err = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text))
  const ended = new Promise<Ended>(resolve => child.on('close', code => resolve({ code, out, err })))
  onTestFinished(async () => {
    child.kill('SIGTERM')
    await ended
  })
  const says = (pattern: RegExp): Promise<RegExpMatchArray> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const found = pattern.exec(out) ?? pattern.exec(err)
        if (found) resolve(found)
      }
      for (const stream of [child.stdout, child.stderr]) stream.on('data', look)
      look()
      void ended.then(() => reject(new Error(`ended without saying ${pattern}: ${out}${err}`)))
    })
  return { process: child, ended, says }
}

export const runToile = (args: readonly string[], options: StartOptions = {}): Promise<Ended> =>
  startToile(args, options).ended
