import { spawn } from 'node:child_process'
import { cpSync, writeFileSync } from 'node:fs'
import { constants } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { temporaryFolder } from '../data/store/invented-corpus.ts'

/** A command that says who it is and works until it is killed. */
const endless = `process.stdout.write(String(process.pid))
setInterval(() => undefined, 1000)
`

/** The launcher with that as its command, whole as from npm: nothing is to be installed. */
function launcherAlone(): string {
  const folder = temporaryFolder()
  cpSync(join(import.meta.dirname, '..', '..', 'toile'), join(folder, 'toile'))
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
  writeFileSync(join(folder, 'cli.ts'), endless)
  return join(folder, 'toile')
}

/** How the launcher ends when what it started is killed, as the system's out-of-memory killer or an impatient person does. */
async function endOf(launcher: string, args: readonly string[], signal: NodeJS.Signals) {
  const child = spawn(process.execPath, [launcher, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  const ended = new Promise(resolve => child.once('close', (code, by) => resolve([code, by])))
  const pid = await new Promise<number>(resolve => child.stdout.once('data', (text: Buffer) => resolve(Number(text))))
  process.kill(pid, signal)
  return ended
}

describe.skipIf(process.platform === 'win32')('a command or tool that is killed', () => {
  it('ends its launcher with 128 and the number of the signal, never as if all were well', async () => {
    const launcher = launcherAlone()
    const signals = ['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGKILL'] as const
    const ends = signals.map(signal => endOf(launcher, ['--with', 'cli.ts'], signal))
    expect(await Promise.all([...ends, endOf(launcher, [], 'SIGTERM')])).toEqual(
      [...signals, 'SIGTERM' as const].map(signal => [128 + constants.signals[signal], null]),
    )
  })
})
