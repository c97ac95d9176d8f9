import { relative } from 'node:path'

/**
 * How somebody types the program's name: the starter of a package, which says where it is; else the launcher, seen from the folder in
 * which it was called. `installed`: it came with npm, which puts it among the commands.
 */
export function programWords(
  env: Readonly<Record<string, string | undefined>>,
  cwd: string,
  launcher: string,
  system: string,
  installed: boolean,
): string[] {
  const starter = env['TOILE_STARTER']
  if (starter) return [starter]
  if (installed) return ['toile']
  const near = relative(cwd, launcher)
  const path = near.startsWith('..') || near === '' ? launcher : near
  // Windows starts no file for its first line.
  if (system === 'win32') return ['node', path]
  return [path.startsWith('/') ? path : `./${path}`]
}
