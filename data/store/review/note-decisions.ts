import type { Status } from '#data/vocabulary/statuses.ts'
import type { Corpus } from '../base/corpus.ts'

interface DecidedEvent {
  readonly event: number
  readonly at: number
  readonly before: readonly { readonly id: number; readonly status: Status }[]
  readonly after: readonly { readonly id: number; readonly status: Status }[]
}

/**
 * Keeps with the round who an event took out of the discovered ones, and forgets it of whom it put back among them. Called in the
 * event's transaction.
 */
export function noteDecisions(corpus: Corpus, { event, at, before, after }: DecidedEvent): void {
  const was = new Map(before.map(({ id, status }) => [id, status]))
  const changed = after.filter(({ id, status }) => was.has(id) && was.get(id) !== status)
  const decided = changed.filter(({ id }) => was.get(id) === 'DISCOVERED')
  for (const { id, status } of changed)
    if (status === 'DISCOVERED') corpus.sql('DELETE FROM review_decision WHERE entity_id = ?').run(id)
  if (decided.length === 0) return
  const round = roundNow(corpus, at)
  const note = corpus.sql(
    'INSERT OR REPLACE INTO review_decision (entity_id, round_id, event_id, drawn) VALUES (@id, @round, @event, 0)',
  )
  for (const { id } of decided) note.run({ id, round, event })
}

/** Notes which of those that `event` decided chance had shown. */
export function noteDrawn(corpus: Corpus, event: number, drawn: Iterable<number>): void {
  corpus
    .sql('UPDATE review_decision SET drawn = 1 WHERE event_id = ? AND entity_id IN (SELECT value FROM json_each(?))')
    .run(event, JSON.stringify([...drawn]))
}

/** The round that is under way, begun now when a crawl began since the last one. */
function roundNow(corpus: Corpus, at: number): number {
  const crawl = corpus.sql<number | null>(`SELECT max(id) FROM run WHERE command = 'crawl'`).pluck().get() ?? null
  const last = corpus
    .sql<{ id: number; run: number | null }>('SELECT id, run_id AS run FROM review_round ORDER BY id DESC LIMIT 1')
    .get()
  if (last !== undefined && last.run === crawl) return last.id
  return Number(corpus.sql('INSERT INTO review_round (began_at, run_id) VALUES (?, ?)').run(at, crawl).lastInsertRowid)
}
