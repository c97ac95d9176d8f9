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

/** A page, and whose it is: an address has a page for each side of its prefix's dates. */
export interface OwnedPage {
  /** Name of its entity. */
  readonly source: string
  readonly url: string
}

/** Of `archivedCopies`. */
export const ownedPage = ({ source, url }: OwnedPage): string => `${source} ${url}`

/** The archived readings of these pages, by ownedPage, each in the order of time; pages without any are absent. Another owner's are none. */
export function archivedCopies(corpus: Corpus, pages: readonly OwnedPage[]): Map<string, PageCopy[]> {
  const asked = new Map(pages.map(page => [ownedPage(page), [hashText(page.url), page.url, page.source]]))
  const rows = corpus
    .sql<OwnedPage & { visit: number; at: number; archive: string }>(
      `SELECT entity.name AS source, page.url, visit.id AS visit, at, archive FROM json_each(?) asked
       JOIN page ON page.url_hash = asked.value ->> 0 AND page.url = asked.value ->> 1
       JOIN entity ON entity.id = page.entity_id AND entity.name = asked.value ->> 2
       JOIN visit ON visit.page_id = page.id
       WHERE archive <> '' AND ${wasRead('visit')} ORDER BY at, visit.id`,
    )
    .all(JSON.stringify([...asked.values()]))
  const copies = new Map<string, PageCopy[]>()
  for (const { visit, at, archive, ...page } of rows) {
    const ofPage = copies.get(ownedPage(page)) ?? []
    copies.set(ownedPage(page), [...ofPage, { visit, at: isoTime(at), record: recordName(archive) }])
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
