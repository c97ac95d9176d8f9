import type { Url } from '#data/url/brand.ts'
import type { Corpus } from '../base/corpus.ts'

/** A page whose turn has come. */
export interface ReadyPage {
  readonly id: number
  readonly url: Url
  readonly hostId: number
  readonly entityId: number
  readonly depth: number
  readonly hop: number
  /** Requests made in this wave. */
  readonly attempts: number
  /** The last visit, of whatever wave; null: never asked for. */
  readonly visitId: number | null
}

const ready = `state = 'pending' AND admitted = 1`

/** A page that was read before the transaction that writes of it, as it stands now. */
export interface StandingPage extends ReadyPage {
  /** Its round is open. */
  readonly isAdmitted: boolean
}

/**
 * `page` as it stands now: while it was asked for, a person may have given it to another entity. Undefined when nobody
 * waits for it any more, because its entity was set OUT or its prefix taken away.
 */
export function standingPage(corpus: Corpus, page: ReadyPage): StandingPage | undefined {
  const row = corpus
    .sql<Pick<StandingPage, 'entityId' | 'depth' | 'hop'> & { admitted: number }>(
      `SELECT entity_id AS entityId, depth, hop, admitted FROM page WHERE id = ? AND state = 'pending'`,
    )
    .get(page.id)
  if (row === undefined) return undefined
  const { admitted, ...place } = row
  return { ...page, ...place, isAdmitted: admitted === 1 }
}

/** Nobody's turn has come any more: rounds are about to be opened anew, which comes to the same ones. */
export const closeRounds = (corpus: Corpus): void =>
  void corpus.sql(`UPDATE page SET admitted = 0 WHERE ${ready}`).run()

/**
 * A parameter that SQLite does not look into when it plans: a bare one beside the constants of a partial index makes it plan
 * the statement anew at each call, which takes ten times as long as to run it.
 */
const ofHost = 'host_id = CAST(? AS INTEGER)'

/** The best page of a host that may be asked for at `now`: the least depth, then the fewest redirects, then the address. */
export const nextPageOfHost = (corpus: Corpus, hostId: number, now: number): ReadyPage | undefined =>
  corpus.sql<ReadyPage>(selectNext).get(hostId, now)

/** Made once, as the other texts of statements that every turn runs. */
const selectNext = `
  SELECT id, url, host_id AS hostId, entity_id AS entityId, depth, hop, attempts, visit_id AS visitId FROM page
  WHERE ${ofHost} AND ${ready} AND not_before <= CAST(? AS REAL) ORDER BY depth, hop, url LIMIT 1`

/** When the first of the host's pages may be asked for; null: it has none. */
export const nextTimeOfHost = (corpus: Corpus, hostId: number): number | null =>
  corpus.sql<{ at: number | null }>(selectTime).get(hostId)!.at

const selectTime = `SELECT min(not_before) AS at FROM page INDEXED BY page_ready WHERE ${ofHost} AND ${ready}`

/** Entities with pages that wait, in the order of their ids. */
export const entitiesWithWaitingPages = (corpus: Corpus): number[] =>
  corpus
    .sql<{ id: number }>(
      `SELECT id FROM entity WHERE EXISTS (
         SELECT 1 FROM page WHERE entity_id = entity.id AND state = 'pending' AND admitted = 0) ORDER BY name`,
    )
    .all()
    .map(row => row.id)

/** The page will be asked for again, at `notBefore` at the earliest. */
export function postponePage(corpus: Corpus, pageId: number, attempts: number, notBefore: number): void {
  corpus.sql('UPDATE page SET attempts = ?, not_before = ? WHERE id = ?').run(attempts, notBefore, pageId)
}

/** Something is left to ask for. */
export const hasPendingPages = (corpus: Corpus): boolean =>
  corpus
    .sql(
      `SELECT 1 WHERE EXISTS (SELECT 1 FROM page WHERE state = 'pending' AND admitted = 0)
         OR EXISTS (SELECT 1 FROM page WHERE state = 'pending' AND admitted = 1)`,
    )
    .get() !== undefined
