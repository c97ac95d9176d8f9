import { noteOwnCrawl, ownNote } from '#data/own-crawls.ts'

type Env = Readonly<Record<string, string | undefined>>

/**
 * Prepares what lets a study go on crawling under its new name: the note of this machine, in which `placeOf` says where list and
 * archives have gone. To be called before the corpus moves (or is copied); what it returns, after.
 */
export function carryNote(env: Env, from: string, to: string, placeOf: (path: string) => string): () => void {
  const note = ownNote(env, from)
  if (note === null) return () => undefined
  const { seeds, archive, archives, ...others } = note.options
  const place = (value: unknown): unknown => (typeof value === 'string' ? placeOf(value) : value)
  const options = {
    ...others,
    seeds: place(seeds),
    archive: place(archive),
    archives: Array.isArray(archives) ? archives.map(place) : [],
  }
  return () => noteOwnCrawl(env, to, note, options)
}
