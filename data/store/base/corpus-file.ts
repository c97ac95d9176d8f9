import { existsSync, readdirSync, statSync } from 'node:fs'
import { basename, extname, join, resolve } from 'node:path'
import { Mistake } from '#data/mistake.ts'

type Env = Readonly<Record<string, string | undefined>>

/** Where corpora live when no --corpus is given: the folder that TOILE_STUDIES names (the package sets it), or data/corpora. */
export const corporaFolder = ({ env }: { readonly env: Env }): string =>
  env['TOILE_STUDIES'] || join(import.meta.dirname, '..', '..', 'corpora')

/** The corpus that `crawl` makes of a seed list when no --corpus is given. */
export const corpusOfSeeds = (seedFile: string, around: { readonly env: Env }): string =>
  join(corporaFolder(around), `${basename(seedFile, extname(seedFile))}.sqlite`)

/**
 * The corpus that a command means: the one named, or else the most recently written one in the corpora folder.
 * @throws Mistake when none is named and none is there.
 */
export function corpusFile(named: string | undefined, around: { readonly cwd: string; readonly env: Env }): string {
  if (named !== undefined) return resolve(around.cwd, named)
  const latest = latestCorpus(around)
  if (latest === undefined)
    throw new Mistake(
      `no corpus was named and ${corporaFolder(around)} holds none; expected --corpus FILE, or a crawl to have been made`,
    )
  return latest
}

/** The most recently written one in the corpora folder, if there is one. */
export const latestCorpus = (around: { readonly env: Env }): string | undefined => listCorpora(corporaFolder(around))[0]

/** Corpora in `folder`, the most recently written first (a crawl at work writes beside its file, in the -wal). */
function listCorpora(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter(name => name.endsWith('.sqlite'))
    .map(name => join(folder, name))
    .map(file => ({ file, at: Math.max(writtenAt(file), writtenAt(`${file}-wal`)) }))
    .sort((a, b) => b.at - a.at || (a.file < b.file ? -1 : 1))
    .map(({ file }) => file)
}

const writtenAt = (file: string): number => (existsSync(file) ? statSync(file).mtimeMs : 0)
