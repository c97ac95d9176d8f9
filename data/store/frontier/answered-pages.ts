import type { Url } from '#data/url/brand.ts'
import type { Corpus } from '../base/corpus.ts'

/** Pages of the hosts that answered last, one per host at most, the latest first. */
export function lastAnswered(corpus: Corpus, most: number): Url[] {
  const rows = corpus
    .sql<{ url: Url; hostId: number }>(
      `SELECT page.url, page.host_id AS hostId FROM visit JOIN page ON page.id = visit.page_id
       WHERE visit.http_status IS NOT NULL ORDER BY visit.id DESC LIMIT 200`,
    )
    .all()
  return [...new Map(rows.toReversed().map(row => [row.hostId, row.url])).values()].toReversed().slice(0, most)
}
