import { spawn, type ChildProcess } from 'node:child_process'

/** 'no': this system doesn't let a program ask. */
export type AwakeState = 'asleep-allowed' | 'yes' | 'no'

export interface KeepAwake {
  /** Asks for it, or no longer. */
  readonly want: (isWanted: boolean) => void
  readonly state: () => AwakeState
}

/** Ends when its standard input does, and so with us, however we end. */
const untilClosed = ['sh', '-c', 'read -r _'] as const

/** ES_CONTINUOUS | ES_SYSTEM_REQUIRED, for as long as the process that asked lives. */
const windowsScript = `Add-Type -Name Power -Namespace Toile -MemberDefinition '[DllImport("kernel32.dll")] public static extern uint SetThreadExecutionState(uint flags);'; if ([Toile.Power]::SetThreadExecutionState(0x80000001) -eq 0) { exit 1 }; [Console]::In.ReadLine() | Out-Null`

/** How each system is asked not to sleep by itself. Closing a lid is nothing that a program may overrule. */
const askers: Readonly<Record<string, readonly [string, ...string[]]>> = {
  linux: [
    'systemd-inhibit',
    '--what=idle:sleep',
    '--who=Toile',
    '--why=A crawl is at work',
    '--mode=block',
    ...untilClosed,
  ],
  darwin: ['caffeinate', '-i', ...untilClosed],
  win32: ['powershell', '-NoProfile', '-NonInteractive', '-Command', windowsScript],
}

/** Keeps this computer from going to sleep while it is wanted, where its `system` (Node's name) lets a program ask. */
export function keepAwake(system: string, env: Readonly<Record<string, string | undefined>>): KeepAwake {
  let asker: ChildProcess | null = null
  let isRefused = false
  const begin = (): void => {
    const [program, ...args] = askers[system] ?? ['']
    isRefused = program === ''
    if (isRefused) return
    const child = spawn(program, args, { env, stdio: ['pipe', 'ignore', 'ignore'] })
    asker = child
    // One that ends while it is wanted was not allowed to.
    const end = (): void => {
      if (asker !== child) return
      asker = null
      isRefused = true
    }
    child.on('error', end)
    child.on('close', end)
    child.stdin.on('error', () => undefined)
  }
  return {
    want: isWanted => {
      if (isWanted && asker === null && !isRefused) begin()
      if (isWanted) return
      const child = asker
      asker = null
      isRefused = false
      child?.stdin?.end()
    },
    state: () => (asker !== null ? 'yes' : isRefused ? 'no' : 'asleep-allowed'),
  }
}
