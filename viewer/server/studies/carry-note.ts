import { copyFileSync, existsSync, renameSync } from 'node:fs'
import { basename, dirname, join, parse } from 'node:path'
import { noteOwnCrawl, ownNote } from '#data/own-crawls.ts'

type Env = Readonly<Record<string, string | undefined>>

/**
 * Prepares what lets a study go on crawling under its new name: the note of this machine, and the list that the page stored
 * beside the corpus. To be called before the corpus moves (or is copied); what it returns, after.
 */
export function carryNote(env: Env, from: string, to: string, how: 'move' | 'copy'): () => void {
  const note = ownNote(env, from)
  if (note === null) return () => undefined
  return () => noteOwnCrawl(env, to, note, { ...note.options, seeds: carryList(note.options['seeds'], from, to, how) })
}

/** A list of the user's own stays where it is; so does one that another file's name is taken for. */
function carryList(seeds: unknown, from: string, to: string, how: 'move' | 'copy'): unknown {
  const { dir, name } = parse(from)
  if (typeof seeds !== 'string' || dirname(seeds) !== dir || !existsSync(seeds)) return seeds
  const base = basename(seeds)
  const rest = base.slice(name.length)
  if (!base.startsWith(name) || !/^-seeds(?:-\d+)?\.csv$/.test(rest)) return seeds
  const target = join(dirname(to), `${parse(to).name}${rest}`)
  if (existsSync(target)) return seeds
  if (how === 'move') renameSync(seeds, target)
  else copyFileSync(seeds, target)
  return target
}
