import { createHash } from 'node:crypto'
import type { Corpus } from '../base/corpus.ts'
import { prefixesInTime } from '../entities/prefixes-in-time.ts'
import { closeNotTheirs, reopenTheirs } from './close-not-theirs.ts'
import { visited } from './crawlable.ts'
import { notTheirsThen } from './not-theirs-then.ts'
import { readMeta, writeMeta } from '../base/meta.ts'
import { type Limits, reachPages } from './reach-pages.ts'
import { forgetUnreachableRobots } from './robots-cache.ts'

/**
 * Brings the frontier in line with the limits, the seeds and the decisions of this call: raised limits open what they had
 * closed, lowered ones close what still waits, and robots.txt files that could not be reached get another chance. What was
 * fetched stays. One transaction.
 */
export function openScope(corpus: Corpus, limits: Limits): void {
  corpus.write(() => {
    closeWhatIsOutside(corpus, limits)
    reopenUnreachable(corpus, limits)
    reopenCut(corpus, limits)
    reopenTheirs(corpus, limits)
    const scope = describeScope(corpus, limits.depth)
    if (readMeta(corpus, 'scope') !== scope) {
      reachPages(corpus, limits)
      writeMeta(corpus, 'scope', scope)
    }
    closeNotTheirs(corpus, limits)
  })
}

/**
 * Closes what waits and is asked for no more, since a person changed the scope while a crawl is at work. What the change
 * brings in is reached by the next openScope, that of this crawl or, after a kill, of another. Part of the caller's transaction.
 */
export function leaveScope(corpus: Corpus, limits: Limits): void {
  closePending(corpus, limits)
  closeNotTheirs(corpus, limits)
  writeMeta(corpus, 'scope', '')
}

const close = `UPDATE page SET state = NULL, cause = '', depth = NULL, hop = 0, admitted = 0 WHERE`

const closePending = (corpus: Corpus, { depth }: Limits): void =>
  void corpus.sql(`${close} state = 'pending' AND (depth > ? OR entity_id NOT IN (${visited}))`).run(depth)

function closeWhatIsOutside(corpus: Corpus, limits: Limits): void {
  const { depth } = limits
  closePending(corpus, limits)
  corpus.sql(`${close} state = 'excluded' AND cause = 'max-pages' AND depth > ?`).run(depth)
  // Rounds are opened anew: the limit may have changed. The order is the same, so the round is the same.
  corpus.sql(`UPDATE page SET admitted = 0, not_before = 0 WHERE state = 'pending' AND admitted = 1`).run()
}

const reopen = `UPDATE page SET state = 'pending', cause = '', detail = '', attempts = 0, not_before = 0 WHERE state = 'excluded'`

function reopenUnreachable(corpus: Corpus, { depth }: Limits): void {
  forgetUnreachableRobots(corpus)
  corpus.sql(`${reopen} AND cause = 'robots-unreachable' AND depth <= ? AND entity_id IN (${visited})`).run(depth)
}

/** A limit that leaves room again goes on where it had cut. */
function reopenCut(corpus: Corpus, { waveId, depth, maxPages }: Limits): void {
  const withRoom = corpus
    .sql<{ id: number }>(
      `SELECT id FROM entity WHERE id IN (${visited})
         AND EXISTS (SELECT 1 FROM page WHERE entity_id = entity.id AND state = 'excluded' AND cause = 'max-pages')
         AND (SELECT count(*) FROM page WHERE entity_id = entity.id AND state IN ('fetched', 'failed') AND wave_id = ? AND cause <> '${notTheirsThen}') < ?`,
    )
    .all(waveId, maxPages)
  for (const { id } of withRoom)
    corpus.sql(`${reopen} AND cause = 'max-pages' AND depth <= ? AND entity_id = ?`).run(depth, id)
}

/** Changes exactly when stored links may lead to pages that are not in the frontier yet. */
export function describeScope(corpus: Corpus, depth: number): string {
  const prefixes = corpus
    .sql(`SELECT lru, entity_id FROM prefix WHERE entity_id IN (${visited}) ORDER BY lru`)
    .raw()
    .all()
  const dated = prefixesInTime(corpus)
  const starts = corpus.sql('SELECT page_id, entity_id FROM start_page ORDER BY page_id').raw().all()
  return createHash('sha256')
    .update(JSON.stringify(dated.length === 0 ? [depth, prefixes, starts] : [depth, prefixes, starts, dated]))
    .digest('hex')
}
