import type { Corpus } from '../base/corpus.ts'
import { wasRead } from '../base/was-read.ts'

/** A span between two sightings of a link, both visits of its page. */
export interface Absence {
  readonly link: number
  readonly after: number
  readonly before: number
  /** False: whether the link was there in between was not kept. */
  readonly known: boolean
}

export function noteAbsence(corpus: Corpus, { link, after, before, known }: Absence): void {
  corpus
    .sql(
      `INSERT INTO absence (link_id, after_visit, before_visit, known) VALUES (?, ?, ?, ?)
       ON CONFLICT (link_id, after_visit) DO UPDATE SET before_visit = max(before_visit, excluded.before_visit), known = 0`,
    )
    .run(link, after, before, Number(known))
}

/** Of a link whose two sightings were told by a file: what became of it when its page was read in between is not known. */
export function noteUntold(corpus: Corpus, link: number, pageId: number, [after, before]: readonly number[]): void {
  if (after === undefined || before === undefined || after >= before) return
  if (readingBefore(corpus, pageId, before) > after) noteAbsence(corpus, { link, after, before, known: false })
}

/** The last visit before `visitId` that read the page; 0: none did. */
export const readingBefore = (corpus: Corpus, pageId: number, visitId: number): number =>
  corpus
    .sql<{ id: number | null }>(`SELECT max(id) AS id FROM visit WHERE page_id = ? AND id < ? AND ${wasRead('visit')}`)
    .get(pageId, visitId)?.id ?? 0
