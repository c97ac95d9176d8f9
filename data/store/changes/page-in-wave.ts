import type { Corpus } from '../base/corpus.ts'
import { wasRead } from '../base/was-read.ts'
import { seenInWave } from '../graph/seen-in-wave.ts'

/**
 * Whether a wave looked at a page: `looked` when it was read, is not there any more (404, 410), leads to a page that was looked
 * at, or was not there yet; else why not: a slug of the crawl, or one of `depth` (beyond that wave's depth), `not-asked`.
 */
export type WaveLook = { readonly looked: true } | { readonly looked: false; readonly cause: string }

export type PageLook = (pageId: number) => WaveLook

const looked: WaveLook = { looked: true }
const unseen = (cause: string): WaveLook => ({ looked: false, cause })

const goneSlugs = new Set(['http-404', 'http-410'])
const mostHops = 20

/** Remembers what it found: a page is asked for by each tie that it bears. */
export function looksOfWave(corpus: Corpus, waveId: number): PageLook {
  const known = new Map<number, WaveLook>()
  const depth = depthOfWave(corpus, waveId)
  const ask = (pageId: number, hops: number): WaveLook =>
    visited(corpus, waveId, pageId, target => (hops < mostHops ? ask(target, hops + 1) : unseen('redirect-loop'))) ??
    excluded(corpus, waveId, pageId) ??
    reached(corpus, waveId, pageId, depth) ??
    notThereYet(corpus, waveId, pageId, other => decided(other))
  /** What is known of a page without asking who led to it. */
  const decided = (pageId: number): WaveLook | null =>
    visited(corpus, waveId, pageId, target => decided(target) ?? unseen('not-asked')) ??
    excluded(corpus, waveId, pageId) ??
    reached(corpus, waveId, pageId, depth)
  return pageId => {
    const found = known.get(pageId) ?? ask(pageId, 0)
    known.set(pageId, found)
    return found
  }
}

interface Visit {
  readonly isRead: number
  readonly failure: string
  readonly status: number | null
  readonly redirectTo: number | null
}

/** By the requests for the page in the wave; null: there was none. */
function visited(corpus: Corpus, waveId: number, pageId: number, follow: PageLook): WaveLook | null {
  const visits = corpus
    .sql<Visit>(
      `SELECT ${wasRead('visit')} AS isRead, failure, http_status AS status, redirect_to AS redirectTo
       FROM visit WHERE page_id = ? AND wave_id = ? ORDER BY id`,
    )
    .all(pageId, waveId)
  const last = visits.at(-1)
  if (last === undefined) return null
  if (visits.some(({ isRead }) => isRead === 1) || goneSlugs.has(last.failure)) return looked
  if (last.failure !== '') return unseen(last.failure)
  return last.redirectTo === null || last.redirectTo === pageId ? unseen('redirect-loop') : follow(last.redirectTo)
}

/** In the scope of the wave, and not asked for; null: not said. */
function excluded(corpus: Corpus, waveId: number, pageId: number): WaveLook | null {
  const row = corpus
    .sql<{ cause: string }>(
      `SELECT cause FROM unasked WHERE page_id = @pageId AND wave_id = @waveId
       UNION ALL SELECT cause FROM page WHERE id = @pageId AND wave_id = @waveId AND state IN ('excluded', 'failed')
       UNION ALL SELECT 'pending' FROM page WHERE id = @pageId AND state = 'pending'
         AND @waveId = (SELECT max(id) FROM wave) LIMIT 1`,
    )
    .get({ pageId, waveId })
  return row === undefined ? null : unseen(row.cause)
}

const linksFromItsSite = `link WHERE target_id = @pageId AND source_entity = target_entity`

/** Known to that wave, or where it never looked: beyond its depth, or a start page that it did not have. Null: neither. */
function reached(corpus: Corpus, waveId: number, pageId: number, depth: number | null): WaveLook | null {
  const page = corpus
    .sql<{ depth: number | null; starts: number; linked: number }>(
      `SELECT depth, EXISTS (SELECT 1 FROM start_page WHERE page_id = page.id AND origin <> 'sitemap') AS starts,
         EXISTS (SELECT 1 FROM ${linksFromItsSite} AND ${seenInWave('@waveId')}) AS linked
       FROM page WHERE id = @pageId`,
    )
    .get({ pageId, waveId })
  if (page === undefined) return unseen('not-asked')
  const isDeeper = depth !== null && page.depth !== null && page.depth > depth
  if (isDeeper) return unseen('depth')
  return page.linked === 1 || page.starts === 1 ? unseen('not-asked') : null
}

/**
 * A page that no page read in the wave links to counts as not there yet, unless the wave looked at none of those that led
 * to it in another wave: whoever looked at none of the ways can't tell.
 */
function notThereYet(
  corpus: Corpus,
  waveId: number,
  start: number,
  decided: (page: number) => WaveLook | null,
): WaveLook {
  const met = new Set([start])
  let cause: string | null = null
  for (const pageId of met) {
    if (corpus.sql(hasReadParent).get({ pageId, waveId }) !== undefined) return looked
    for (const { id } of corpus.sql<{ id: number }>(parents).all({ pageId })) {
      if (met.has(id)) continue
      const look = decided(id)
      if (look === null) met.add(id)
      else if (look.looked) return looked
      else cause ??= look.cause
    }
  }
  return cause === null ? looked : unseen(cause)
}

/** Pages of its site that link to it or lead to it in any wave. */
const parents = `
  SELECT DISTINCT page_id AS id FROM ${linksFromItsSite} AND page_id <> @pageId
  UNION SELECT visit.page_id FROM page JOIN page other ON other.leads_to = page.id JOIN visit ON visit.page_id = other.id
    WHERE page.id = @pageId AND visit.redirect_to = @pageId AND other.entity_id = page.entity_id
  ORDER BY id`

const hasReadParent = `
  SELECT 1 FROM ${linksFromItsSite} AND page_id <> @pageId AND EXISTS (
    SELECT 1 FROM visit WHERE visit.page_id = link.page_id AND wave_id = @waveId AND ${wasRead('visit')}) LIMIT 1`

/** Clicks from the start pages that the wave went; null: no crawl of it says so. */
const depthOfWave = (corpus: Corpus, waveId: number): number | null =>
  corpus
    .sql<{ depth: number | null }>(
      `SELECT max(json_extract(options, '$.depth')) AS depth FROM run WHERE command = 'crawl' AND wave_id = ?`,
    )
    .get(waveId)?.depth ?? null
