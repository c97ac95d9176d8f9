import type { Corpus } from '#data/store/base/corpus.ts'
import { borrowedByPage, type BorrowedQuestion, type BorrowingSite } from '#data/store/tools/borrowed-lists.ts'
import { type Borrowing, readBorrowings } from '#data/tools/borrowing.ts'
import type { Tool } from '#data/tools/signature.ts'
import { type SiteToolFinder, siteToolFinder } from './site-tools.ts'

/** What a page takes of a tool. */
export interface UseEvidence extends Borrowing {
  readonly site: BorrowingSite
  readonly url: string
  readonly tool: Tool
  /** Public document that the row of the table goes by; '' of a row that says none. */
  readonly source: string
  /** Day on which the document was read for it; '': nobody says so. */
  readonly checked: string
}

/** Pages of a site with what of each shows a tool, page by page; of one tool when it is named. */
export function* evidenceOfUse(
  corpus: Corpus,
  question: BorrowedQuestion,
  site: BorrowingSite,
  { tool, finder = siteToolFinder(corpus) }: { readonly tool?: string; readonly finder?: SiteToolFinder } = {},
): Generator<UseEvidence> {
  for (const { url, list } of borrowedByPage(corpus, question, site.row))
    for (const one of (list === null ? null : readBorrowings(list)) ?? []) {
      const found = finder.toolOf(site, one)
      if (found === null || found === 'own' || (tool !== undefined && found.name !== tool)) continue
      const { name, maker, country, category, source, checked = '' } = found
      yield { ...one, site, url, tool: { name, maker, country, category }, source, checked }
    }
}
