import { recordName } from '../visits/archive-place.ts'
import type { Corpus } from '../base/corpus.ts'
import { hashText } from '../base/hash-text.ts'
import { isoTime } from '../base/iso-time.ts'
import { wasRead } from '../base/was-read.ts'

/** A reading of a page whose copy lies in an archive. */
export interface PageCopy {
  /** The row of its visit. */
  readonly visit: number
  /** ISO 8601, UTC. */
  readonly at: string
  /** 'toile-….warc.gz:1234': file, and bytes before the record. */
  readonly record: string
}

/** The archived readings of these pages, each in the order of time; pages without any are absent. */
export function archivedCopies(corpus: Corpus, urls: readonly string[]): Map<string, PageCopy[]> {
  const rows = corpus
    .sql<{ url: string; visit: number; at: number; archive: string }>(
      `SELECT page.url, visit.id AS visit, at, archive FROM json_each(?) asked
       JOIN page ON page.url_hash = asked.value ->> 0 AND page.url = asked.value ->> 1
       JOIN visit ON visit.page_id = page.id
       WHERE archive <> '' AND ${wasRead('visit')} ORDER BY at, visit.id`,
    )
    .all(JSON.stringify([...new Set(urls)].map(url => [hashText(url), url])))
  const copies = new Map<string, PageCopy[]>()
  for (const { url, visit, at, archive } of rows) {
    const ofPage = copies.get(url) ?? []
    copies.set(url, [...ofPage, { visit, at: isoTime(at), record: recordName(archive) }])
  }
  return copies
}

/**
 * The copy that shows a link best: the last one made while the link was seen, else the first one made after; undefined
 * when all are older than the link. Dates are ISO 8601, UTC.
 */
export const copyOfSighting = (
  copies: readonly PageCopy[],
  { firstSeen, lastSeen }: { readonly firstSeen: string; readonly lastSeen: string },
): PageCopy | undefined =>
  copies.findLast(({ at }) => at >= firstSeen && at <= lastSeen) ?? copies.find(({ at }) => at > lastSeen)
