import type { Corpus } from '../base/corpus.ts'
import { isFrame, mostFramesDeep } from '../base/rules.ts'
import { visited } from './crawlable.ts'

export interface Limits {
  readonly waveId: number
  /** Clicks from an entity's start pages. */
  readonly depth: number
  /** Per entity. */
  readonly maxPages: number
}

/**
 * Finds every page that the start pages reach over what the corpus holds (links, frames and redirects inside the entity), puts the
 * new ones in the frontier and gives each the least depth found. This is how a raised --depth needs no second request of
 * a page already read. O(links inside the crawled entities); run only when the scope has changed.
 */
export function reachPages(corpus: Corpus, { waveId, depth }: Limits): void {
  corpus.db.exec(`
    CREATE TEMP TABLE IF NOT EXISTS reach (page_id INTEGER PRIMARY KEY, depth INTEGER NOT NULL, hop INTEGER NOT NULL, origin INTEGER);
    CREATE INDEX IF NOT EXISTS temp.reach_level ON reach(depth, hop);
    DELETE FROM reach;
    INSERT INTO reach SELECT page.id, 0, 0, NULL FROM start_page JOIN page ON page.id = page_id
      WHERE page.entity_id = start_page.entity_id AND page.entity_id IN (${visited})`)
  for (let level = 0; level <= depth; level++) {
    for (let hop = 0; reachByRedirects(corpus, level, hop) + reachByFrames(corpus, level, hop) > 0; hop++);
    if (level === depth || reachByClicks(corpus, level) === 0) break
  }
  applyReach(corpus, waveId)
  corpus.db.exec('DELETE FROM reach')
}

function reachByRedirects(corpus: Corpus, depth: number, hop: number): number {
  return corpus.db
    .prepare(
      `INSERT OR IGNORE INTO reach SELECT target.id, reach.depth, reach.hop + 1, page.id
       FROM reach JOIN page ON page.id = reach.page_id JOIN visit ON visit.id = page.visit_id
         JOIN page target ON target.id = visit.redirect_to
       WHERE reach.depth = ? AND reach.hop = ? AND page.state = 'redirected' AND target.entity_id = page.entity_id`,
    )
    .run(depth, hop).changes
}

function reachByFrames(corpus: Corpus, depth: number, hop: number): number {
  if (hop >= mostFramesDeep) return 0
  return corpus.db
    .prepare(
      `INSERT OR IGNORE INTO reach SELECT target.id, reach.depth, reach.hop + 1, min(page.id)
       FROM reach JOIN page ON page.id = reach.page_id AND page.state = 'fetched'
         JOIN visit ON visit.id = page.visit_id AND visit.nofollow = 0
         JOIN link ON link.page_id = page.id JOIN snippet ON snippet.id = link.place JOIN page target ON target.id = link.target_id
       WHERE reach.depth = ? AND reach.hop = ? AND target.entity_id = page.entity_id AND ${isFrame('link', 'snippet')}
       GROUP BY target.id`,
    )
    .run(depth, hop).changes
}

function reachByClicks(corpus: Corpus, depth: number): number {
  const read = `FROM reach JOIN page ON page.id = reach.page_id AND page.state = 'fetched'
    JOIN visit ON visit.id = page.visit_id AND visit.nofollow = 0`
  return corpus.db
    .prepare(
      `INSERT OR IGNORE INTO reach SELECT target.id, @depth + 1, 0, min(page.id)
       ${read} JOIN link ON link.page_id = page.id JOIN page target ON target.id = link.target_id
       WHERE reach.depth = @depth AND target.entity_id = page.entity_id GROUP BY target.id
       UNION ALL
       SELECT target.id, @depth + 1, 0, page.id ${read} JOIN page target ON target.id = visit.redirect_to
       WHERE reach.depth = @depth AND target.entity_id = page.entity_id`,
    )
    .run({ depth }).changes
}

function applyReach(corpus: Corpus, waveId: number): void {
  corpus.db
    .prepare(
      `UPDATE page SET depth = reach.depth, hop = reach.hop FROM reach
       WHERE reach.page_id = page.id AND page.state IS NOT NULL AND (page.depth, page.hop) > (reach.depth, reach.hop)`,
    )
    .run()
  corpus.db
    .prepare(
      `UPDATE page SET state = 'pending', cause = '', detail = '', depth = reach.depth, hop = reach.hop, admitted = 0,
         attempts = 0, not_before = 0, found_on = coalesce(found_on, reach.origin)
       FROM reach WHERE reach.page_id = page.id AND (state IS NULL OR (state <> 'pending' AND wave_id < ?))`,
    )
    .run(waveId)
}
