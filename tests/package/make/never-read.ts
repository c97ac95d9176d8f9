import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Patterns of paths below a folder of packages, each with its reason; `{system}` is the machine's. */
type Patterns = Readonly<Record<string, string>>

interface NeverRead {
  /** By no command, check or test: the launcher removes it after an installation, too. */
  readonly always: Patterns
  /** By no command: checks and tests want it. */
  readonly program: Patterns
}

const { always, program } = JSON.parse(
  readFileSync(join(import.meta.dirname, '..', '..', '..', 'never-read.json'), 'utf8'),
) as NeverRead

const anyOf = (patterns: Patterns, system: string): RegExp =>
  new RegExp(Object.keys(patterns).join('|').replaceAll('{system}', system))

/** What nothing of a checkout reads. Tested against '/' and a path in node_modules. @param system as better-sqlite3 calls it: linux-x64 */
export const neverRead = (system: string): RegExp => anyOf(always, system)

/** What no command of a packaged program reads. */
export const neverReadByProgram = (system: string): RegExp => anyOf({ ...always, ...program }, system)
