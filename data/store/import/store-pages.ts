import type { PageRow } from '#data/evidence-rows.ts'
import type { Corpus } from '../base/corpus.ts'
import { recordRedirect } from '../visits/redirects.ts'
import { type EvidenceGround, placeFinal, placePage, secondsOf } from './evidence-ground.ts'

/** A page of a file with its row in the corpus. */
export interface StoredPage {
  readonly id: number
  readonly page: PageRow
  /** Its final address is another one. */
  readonly leadsTo: number | null
}

export interface StoredPages {
  readonly stored: readonly StoredPage[]
  /** Pages whose state the corpus did not know, or knew from an older visit. */
  readonly changed: number
  /** Of entities that were left out. */
  readonly leftOut: number
}

const stretch = 5_000

/** Stores the pages of a crawl with their states; what the corpus knows from a later visit stays. Yields now and then. */
export function* storePages(
  ground: EvidenceGround,
  pages: readonly PageRow[],
  waveId: number,
): Generator<number, StoredPages> {
  const stored: StoredPage[] = []
  let [changed, leftOut] = [0, 0]
  for (const [index, page] of pages.entries()) {
    const known = placePage(ground, page.url, page.entity)
    if (known === null) leftOut += 1
    else {
      const elsewhere = page.finalUrl !== '' && page.finalUrl !== page.url
      const leadsTo = elsewhere ? placeFinal(ground, page.finalUrl).id : null
      stored.push({ id: known.id, page, leadsTo })
      if (isNews(ground.corpus, known.id, page)) {
        changed += 1
        setState(ground.corpus, { id: known.id, page, leadsTo }, waveId)
      }
    }
    if (index % stretch === stretch - 1) yield index
  }
  return { stored, changed, leftOut }
}

/** The corpus knows no state of the page, or only that of an older visit. */
function isNews(corpus: Corpus, id: number, { fetchedAt }: PageRow): boolean {
  const { state, at } = corpus
    .sql<{ state: string | null; at: number | null }>(
      'SELECT state, visit.at FROM page LEFT JOIN visit ON visit.id = page.visit_id WHERE page.id = ?',
    )
    .get(id)!
  const told = secondsOf(fetchedAt)
  return state === null || (told !== null && (at === null || told > Math.floor(at / 1000)))
}

function setState(corpus: Corpus, { id, page, leadsTo }: StoredPage, waveId: number): void {
  corpus
    .sql(
      `UPDATE page SET state = @state, cause = @cause, depth = min(coalesce(depth, @depth), coalesce(@depth, depth)),
         wave_id = @waveId, admitted = 0 WHERE id = @id`,
    )
    .run({ id, state: page.state, cause: page.failure, depth: page.depth, waveId })
  if (leadsTo !== null) recordRedirect(corpus, id, leadsTo)
}
