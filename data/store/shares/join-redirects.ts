import type { Corpus } from '../base/corpus.ts'
import { failLoop, recordRedirect } from '../visits/redirects.ts'

interface Leading {
  readonly id: number
  readonly waveId: number
  readonly next: number | null
  /** It was answered 200 with a page that sends on (meta refresh). */
  readonly isPage: number
}

/**
 * Follows redirects over the borders of shares: each part knew where its own pages lead until they left it. What a crawl does
 * with each redirect when it meets it is done again, in the order of visits, so that chains are joined, circles fail, and
 * hyperlinks count for who is at the end.
 */
export function joinRedirects(corpus: Corpus): void {
  const pages = corpus
    .sql<Leading>(
      `SELECT page.id, page.wave_id AS waveId, page.state = 'redirected' AND last.http_status = 200 AS isPage,
         (SELECT redirect_to FROM visit WHERE page_id = page.id AND redirect_to IS NOT NULL ORDER BY id DESC LIMIT 1) AS next
       FROM leading JOIN page ON page.id = leading.page_id JOIN visit AS last ON last.id = page.visit_id ORDER BY page.visit_id`,
    )
    .all()
  const becomeFetched = corpus.sql(`UPDATE page SET state = 'fetched' WHERE id = ?`)
  for (const { id, waveId, next, isPage } of pages)
    if (next !== null && !recordRedirect(corpus, id, next)) {
      if (isPage === 1) becomeFetched.run(id)
      else failLoop(corpus, id, waveId)
    }
}
