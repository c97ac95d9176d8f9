import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'

type Environment = Readonly<Record<string, string | undefined>>
type Options = Readonly<Record<string, unknown>>

/** Which crawl is meant: a run of the corpus, by its row and its beginning. */
export interface RunMark {
  readonly run: number
  /** Milliseconds since 1970. */
  readonly startedAt: number
}

interface OwnCrawl extends RunMark {
  /** Of the corpus's file: another file in its place is another corpus. */
  readonly inode: string
  readonly options: Options
}

/**
 * Where this user's programs keep their state, outside of anything that is shared: XDG_STATE_HOME, LOCALAPPDATA, or
 * ~/.local/state. Null when `env` names no home.
 */
export function stateFolder(env: Environment): string | null {
  const home = env['HOME'] ?? (env['USERPROFILE'] === undefined ? undefined : homedir())
  const base = env['XDG_STATE_HOME'] || env['LOCALAPPDATA'] || (home ? join(home, '.local', 'state') : '')
  return base === '' ? null : join(base, 'toile', 'crawls')
}

/**
 * Remembers on this machine with which `options` it crawls the corpus in `file`. What a corpus says of itself may be a
 * stranger's words; this is the user's own. Where it can't be kept, the crawl is asked for anew next time: nothing is lost.
 */
export function noteOwnCrawl(env: Environment, file: string, run: RunMark, options: Options): void {
  const folder = stateFolder(env)
  if (folder === null) return
  try {
    const archives = [...new Set([...archivesOf(readNote(folder, file)), ...archivesOf(options)])]
    const note: OwnCrawl = {
      run: run.run,
      startedAt: run.startedAt,
      inode: inodeOf(file),
      options: { ...options, archives },
    }
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const path = pathOf(folder, file)
    writeFileSync(`${path}.new`, JSON.stringify(note), { mode: 0o600 })
    renameSync(`${path}.new`, path)
  } catch {
    // A home that can't be written.
  }
}

/**
 * The options of `run` as this machine was given them, with `archives`: the folders that its crawls of this corpus wrote or
 * read. Null when it did not make that run, or when another file stands where its corpus stood: a copy that came back by
 * mail is a stranger's again.
 */
export function ownCrawl(env: Environment, file: string, { run, startedAt }: RunMark): Options | null {
  const folder = stateFolder(env)
  const note = folder === null ? null : readNote(folder, file)
  return note?.['run'] === run && note['startedAt'] === startedAt ? note : null
}

/** What this machine remembers of the corpus in `file`, to be noted again where it goes; null: nothing. */
export function ownNote(env: Environment, file: string): (RunMark & { readonly options: Options }) | null {
  const folder = stateFolder(env)
  const note = folder === null ? null : readNote(folder, file)
  if (note === null) return null
  const { run, startedAt, ...options } = note
  return { run: Number(run), startedAt: Number(startedAt), options }
}

/** Forgets what this machine remembers of a corpus that was in `file` and is no longer. */
export function dropOwnNote(env: Environment, file: string): void {
  const folder = stateFolder(env)
  if (folder === null) return
  try {
    rmSync(pathOf(folder, file), { force: true })
  } catch {
    // A home that can't be written.
  }
}

/** The folders of WARC files that `options` name. */
export function archivesOf(options: Options | null): string[] {
  const { archives, archive, fromArchive } = options ?? {}
  return [...(Array.isArray(archives) ? archives : []), archive, fromArchive].filter(one => typeof one === 'string')
}

function readNote(folder: string, file: string): Options | null {
  try {
    const note = JSON.parse(readFileSync(pathOf(folder, file), 'utf8')) as OwnCrawl
    return note.inode === inodeOf(file) ? { ...note.options, run: note.run, startedAt: note.startedAt } : null
  } catch {
    return null
  }
}

const inodeOf = (file: string): string => {
  const { dev, ino } = statSync(file, { bigint: true })
  return `${dev}:${ino}`
}

/** By its name in one spelling: a file system may give é back in another than it was given. */
const pathOf = (folder: string, file: string): string =>
  join(folder, `${createHash('sha256').update(realPath(resolve(file)).normalize('NFC')).digest('hex').slice(0, 32)}.json`) // prettier-ignore

const realPath = (file: string): string =>
  existsSync(file) ? realpathSync(file) : join(realpathSync(dirname(file)), basename(file))
