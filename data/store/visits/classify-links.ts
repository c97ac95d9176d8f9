import { buildMarker } from '#data/marks/build-marker.ts'
import { linkMarks } from '#data/marks/link-marks.ts'
import { classifyBySite, type ClassifiedBySite } from './classify-by-site.ts'
import type { Corpus } from '../base/corpus.ts'
import { unguarded } from './guard.ts'
import { markLinks } from './mark-links.ts'
import { readMeta, writeMeta } from '../base/meta.ts'
import { ownMarks } from './own-marks.ts'

export interface Classified extends ClassifiedBySite {
  /** Hyperlinks between entities that bear a mark. */
  readonly marked: number
}

/**
 * Reads zones and marks of all hyperlinks anew from what is stored, as often as one likes: what repeats over a site
 * (classifyBySite), then share buttons, profiles and credits by the table of marks, the corpus' own rules first. To be
 * called when a crawl ends or is stopped. `guard` is told of each part before it is read. One transaction.
 */
export function classifyLinks(corpus: Corpus, guard = unguarded): Classified {
  return corpus.write(() => {
    const bySite = classifyBySite(corpus, undefined, guard)
    const marked = markLinks(corpus, buildMarker([...ownMarks(corpus), ...linkMarks]), guard)
    writeMeta(corpus, 'classified', stateOf(corpus))
    return { ...bySite, marked }
  })
}

/** As classifyLinks, unless nothing was visited, edited or imported since; then null. */
export const classifyWhenStale = (corpus: Corpus): Classified | null =>
  readMeta(corpus, 'classified') === stateOf(corpus) ? null : classifyLinks(corpus)

/** Changes whenever zones or marks may come out otherwise. */
function stateOf(corpus: Corpus): string {
  const { links, visits, events } = corpus
    .sql<{ links: number; visits: number; events: number }>(
      `SELECT (SELECT coalesce(max(id), 0) FROM link) AS links, (SELECT coalesce(max(id), 0) FROM visit) AS visits,
         (SELECT coalesce(max(id), 0) FROM event) AS events`,
    )
    .get()!
  return `${links} ${visits} ${events}`
}
