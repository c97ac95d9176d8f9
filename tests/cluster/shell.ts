import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'

/** What one call of a program said, both streams together. Throws when it fails. */
export function call(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    env: { ...process.env, ...env },
    encoding: 'utf8',
  })
  if (status !== 0)
    throw new Error(
      `${command} ${args.join(' ')}: ${error?.message ?? `exit ${status}`}\n${stdout ?? ''}${stderr ?? ''}`,
    )
  return `${stdout}${stderr}`
}

export const isInstalled = (command: string): boolean =>
  spawnSync('sh', ['-c', `command -v ${command}`], { stdio: 'ignore' }).status === 0

/** A program that runs until it is ended; its words go to this program's standard error when it ends by itself. */
export function startDaemon(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): ChildProcess {
  const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', chunk => (said = (said + String(chunk)).slice(-4000)))
  child.on('close', code => {
    if (code !== 0 && code !== null) process.stderr.write(`${command} ended with ${code}: ${said}\n`)
  })
  return child
}

/** Waits until `isTime`. Throws after `mostMs`, naming `what`. */
export async function until(what: string, isTime: () => boolean, mostMs = 300_000): Promise<void> {
  const end = Date.now() + mostMs
  while (!isTime()) {
    if (Date.now() > end) throw new Error(`${what}: not within ${mostMs / 1000} s`)
    await pause(50)
  }
}

/** Kills the process `pid`, if its command line names `word`: it is one of ours. */
export function killOurs(pid: number, word: string): void {
  const line = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
  if (!line.includes(word)) throw new Error(`process ${pid} is none of ours: ${line}`)
  process.kill(pid, 'SIGKILL')
}
