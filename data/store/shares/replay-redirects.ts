import type { Corpus } from '../base/corpus.ts'
import { failLoop, forgetRedirect, recordRedirect } from '../visits/redirects.ts'

interface Leading {
  readonly id: number
  readonly next: number | null
  /** It was answered with a page that sends on (meta refresh), or with 304 for such a page. */
  readonly isPage: number
}

/**
 * Follows redirects over the borders of shares: what each share knew of its own pages replaces what the waves before had known, in the order
 * of visits, so that chains are joined, circles fail, and hyperlinks count for who is at the end.
 */
export function replayRedirects(corpus: Corpus, waveId: number): void {
  const staged = `FROM staged_page AS old JOIN page_map AS map ON map.part = old.part AND map.old = old.id AND NOT gone
    JOIN main.page AS page ON page.id = map.new`
  const led = corpus.db
    .prepare<[], number>(`SELECT page.id ${staged} WHERE page.leads_to IS NOT NULL ORDER BY page.visit_id`)
    .pluck()
    .all()
  const pages = corpus.db
    .prepare<[], Leading>(
      `SELECT page.id, page.state = 'redirected' AND (last.http_status < 300 OR last.http_status = 304) AS isPage,
         (SELECT redirect_to FROM main.visit WHERE page_id = page.id AND redirect_to IS NOT NULL ORDER BY id DESC LIMIT 1) AS next
       ${staged} JOIN main.visit AS last ON last.id = page.visit_id WHERE old.leads_to IS NOT NULL ORDER BY page.visit_id`,
    )
    .all()
  for (const id of led) forgetRedirect(corpus, id)
  const becomeFetched = corpus.sql(`UPDATE page SET state = 'fetched' WHERE id = ?`)
  for (const { id, next, isPage } of pages)
    if (next !== null && !recordRedirect(corpus, id, next)) {
      if (isPage === 1) becomeFetched.run(id)
      else failLoop(corpus, id, waveId)
    }
}
