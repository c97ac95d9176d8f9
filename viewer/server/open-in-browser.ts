import { spawn } from 'node:child_process'

type Environment = Readonly<Record<string, string | undefined>>

/** The command that opens an address in the user's browser; null where there is no desktop. */
export function browserCommand(platform: NodeJS.Platform, env: Environment): readonly [string, ...string[]] | null {
  if (env['SSH_CONNECTION'] && !env['DISPLAY']) return null
  if (platform === 'darwin') return ['open']
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler']
  return env['DISPLAY'] || env['WAYLAND_DISPLAY'] ? ['xdg-open'] : null
}

/** Opens `address`; returns false where there is no desktop. A browser that doesn't start is no fault: the address is printed. */
export function openInBrowser(address: string, platform: NodeJS.Platform, env: Environment): boolean {
  const command = browserCommand(platform, env)
  if (command === null) return false
  const [file, ...rest] = command
  const child = spawn(file, [...rest, address], { stdio: 'ignore', detached: true })
  child.on('error', () => undefined)
  child.unref()
  return true
}
