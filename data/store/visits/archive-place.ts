import { existsSync } from 'node:fs'
import { basename, dirname, isAbsolute, join, parse, relative, resolve, sep } from 'node:path'
import type { Corpus } from '../base/corpus.ts'

/** Where a record of a WARC file begins. */
export interface RecordPlace {
  /** Path of the file. */
  readonly file: string
  /** Bytes before the record's gzip member, or before the record itself where the file isn't compressed. */
  readonly offset: number
}

/** Where the page keeps what crawls of the corpus in `file` were answered: a folder beside it that goes where it goes. */
export const archiveFolder = (file: string): string => {
  const { dir, name } = parse(file)
  return join(dir, `${name}-archive`)
}

/**
 * Returns `place` as visit.archive holds it: 'warc/toile-….warc.gz:1234'. The way to the file begins at the corpus's
 * folder, so that corpus and archive can be moved together; on another drive it is the whole path. '' for null.
 */
export function placeText(corpusFile: string, place: RecordPlace | null): string {
  if (place === null) return ''
  const way = relative(dirname(resolve(corpusFile)), resolve(place.file))
  return `${way.replaceAll(sep, '/')}:${place.offset}`
}

/** The file's own name and the offset: what a reader needs to find the record, wherever the folder stands. */
export const recordName = (text: string): string => basename(text)

/** A visit whose page an archive holds. */
export interface ArchivedVisit {
  readonly url: string
  /** The file's name in the corpus. */
  readonly file: string
  /** Files where the record may be, the likeliest first. */
  readonly places: readonly RecordPlace[]
}

/**
 * The visit with this row, null when there is none or nothing of it was archived. The archive stands where it stood from
 * the corpus, else in the corpus's own folder of archives, which is called after it and moves with it, else where the crawl had put it. Paths in a corpus may be a stranger's words: taken are those of files below its
 * own folder, or below `own`, the archives that this machine's crawls of it named.
 */
export function archivedVisit(corpus: Corpus, visitId: number, own: readonly string[]): ArchivedVisit | null {
  const row = corpus
    .sql<{ url: string; archive: string; folder: string | null }>(
      `SELECT page.url, archive, CASE WHEN json_valid(run.options) THEN json_extract(run.options, '$.archive') END AS folder
       FROM visit JOIN page ON page.id = visit.page_id JOIN run ON run.id = visit.run_id
       WHERE visit.id = ? AND archive <> ''`,
    )
    .get(visitId)
  const [, way, offset] = /^(.+):(\d{1,15})$/.exec(row?.archive ?? '') ?? []
  if (row === undefined || way === undefined) return null
  const beside = dirname(resolve(corpus.file))
  const files = placesOf(corpus.file, way)
  if (typeof row.folder === 'string') files.push(join(row.folder, basename(way)))
  const allowed = files.filter(file => [beside, ...own].some(folder => isInside(folder, file)))
  const places = [...new Set(allowed)].map(file => ({ file, offset: Number(offset) }))
  return { url: row.url, file: basename(way), places }
}

const placesOf = (corpusFile: string, way: string): string[] => [
  resolve(dirname(corpusFile), way),
  join(archiveFolder(resolve(corpusFile)), basename(way)),
]

/** The file of an archive that visits of the corpus in `file` name by `way`, where it is now; where it was, if it is nowhere. */
export function archiveNow(corpusFile: string, way: string): string {
  const places = placesOf(corpusFile, way)
  return places.find(place => existsSync(place)) ?? places[0]!
}

const isInside = (folder: string, file: string): boolean => {
  const way = relative(folder, resolve(file))
  return !isAbsolute(way) && way.split(sep)[0] !== '..'
}
