import type { Corpus } from '../base/corpus.ts'
import { hasPageTexts } from './page-texts.ts'
import { packText, unpackText } from './unpack-text.ts'
import { type SaidOfLink, withoutSentences } from './without-sentences.ts'

/**
 * Takes the sentences of some hyperlinks out of the texts that are kept of their pages, of whatever visit: `chosen` is a statement that gives the links' ids, and is asked
 * before they go. Part of the caller's transaction.
 */
export function clearSentences(corpus: Corpus, chosen: string): void {
  if (!hasPageTexts(corpus)) return
  const said = corpus
    .sql<SaidOnPage>(
      `SELECT DISTINCT link.page_id AS page, coalesce(anchor.value, '') AS anchor, coalesce(context.value, '') AS context
       FROM link LEFT JOIN snippet anchor ON anchor.id = link.anchor LEFT JOIN snippet context ON context.id = link.context
       WHERE link.id IN (${chosen})`,
    )
    .all()
  clearSaid(corpus, said)
}

/** What a hyperlink says on a page, by its row. */
export type SaidOnPage = SaidOfLink & { readonly page: number }

/** The same of sentences that are known already. */
export function clearSaid(corpus: Corpus, said: readonly SaidOnPage[]): void {
  const keep = corpus.sql('UPDATE page_text SET text = @text WHERE visit_id = @visit')
  for (const [page, links] of Map.groupBy(said, one => one.page))
    for (const { visit, packed } of textsOfPage(corpus, page)) {
      const { text, limit } = unpackText(packed)
      const left = withoutSentences(text, links)
      // A page that says nothing now was read all the same.
      // Of one that is read to its bound alone, what nobody reads may hold the sentence, too: it goes.
      if (left !== text || limit !== undefined) keep.run({ visit, text: packText(left) })
    }
}

const textsOfPage = (corpus: Corpus, page: number): { readonly visit: number; readonly packed: Buffer }[] =>
  corpus
    .sql<{ visit: number; packed: Buffer }>(
      `SELECT visit_id AS visit, text AS packed FROM visit CROSS JOIN page_text ON page_text.visit_id = visit.id WHERE visit.page_id = ?`,
    )
    .all(page)
