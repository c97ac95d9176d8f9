import type { Corpus } from '../base/corpus.ts'

interface Target {
  readonly leadsTo: number | null
  readonly state: string | null
  readonly cause: string
}

/**
 * Records that `pageId` redirects to `targetId`: it and every address known to lead to it now lead where the target
 * leads, and links to any of them count for that entity. Returns false for a loop, which leads nowhere and is left alone.
 */
export function recordRedirect(corpus: Corpus, pageId: number, targetId: number): boolean {
  forgetRedirect(corpus, pageId)
  const target = corpus.sql<Target>('SELECT leads_to AS leadsTo, state, cause FROM page WHERE id = ?').get(targetId)!
  if (target.cause === 'redirect-loop' || targetId === pageId) return false
  // A target that awaits its turn may lead elsewhere by now: what an earlier wave knew of it makes no loop.
  if (target.leadsTo === pageId && target.state === 'pending') forgetRedirect(corpus, targetId)
  else if (target.leadsTo === pageId) return false
  lead(corpus, pageId, target.leadsTo === pageId ? targetId : (target.leadsTo ?? targetId))
  return true
}

/** `pageId` leads nowhere but to itself, as far as is known; what led through it now leads to it. */
export function forgetRedirect(corpus: Corpus, pageId: number): void {
  const { leadsTo } = corpus
    .sql<{ leadsTo: number | null }>('SELECT leads_to AS leadsTo FROM page WHERE id = ?')
    .get(pageId)!
  if (leadsTo === null) return
  const through = leading(corpus, leadsTo).filter(id => id !== pageId && passes(corpus, id, pageId))
  setLeads(corpus, [pageId], null)
  setLeads(corpus, through, pageId)
  followTargets(corpus, [pageId, ...through], pageId)
}

/** A circle of redirects: every address that leads to `pageId` fails with it. */
export function failLoop(corpus: Corpus, pageId: number, waveId: number): void {
  const circle = [pageId, ...leading(corpus, pageId)]
  setLeads(corpus, circle, null)
  for (const id of circle) followTargets(corpus, [id], id)
  corpus
    .sql(
      `UPDATE page SET state = 'failed', cause = 'redirect-loop', detail = '', admitted = 0, wave_id = @waveId
       WHERE id IN (SELECT value FROM json_each(@ids)) AND (state = 'redirected' OR id = @pageId)`,
    )
    .run({ ids: JSON.stringify(circle), pageId, waveId })
}

function lead(corpus: Corpus, pageId: number, final: number): void {
  const moved = [pageId, ...leading(corpus, pageId)]
  setLeads(corpus, moved, final)
  followTargets(corpus, moved, final)
}

const leading = (corpus: Corpus, pageId: number): number[] =>
  corpus
    .sql<{ id: number }>('SELECT id FROM page WHERE leads_to = ?')
    .all(pageId)
    .map(row => row.id)

function setLeads(corpus: Corpus, ids: readonly number[], final: number | null): void {
  const set = corpus.sql('UPDATE page SET leads_to = ? WHERE id = ?')
  for (const id of ids) set.run(final, id)
}

/** Links to `ids` count for the entity of `final`. Only theirs: others that lead there do so already. */
function followTargets(corpus: Corpus, ids: readonly number[], final: number): void {
  const follow = corpus.sql(
    `UPDATE link SET target_entity = (SELECT entity_id FROM page WHERE id = @final)
     WHERE target_id = @id AND target_entity <> (SELECT entity_id FROM page WHERE id = @final)`,
  )
  for (const id of ids) follow.run({ id, final })
  if (!isTombstone(corpus, final)) return
  // They lead to what was forgotten on objection, as is known only now.
  for (const id of ids) corpus.sql('DELETE FROM link WHERE target_id = ?').run(id)
}

const isTombstone = (corpus: Corpus, pageId: number): boolean =>
  corpus
    .sql('SELECT 1 FROM page JOIN entity ON entity.id = entity_id WHERE page.id = ? AND forgotten_at IS NOT NULL')
    .get(pageId) !== undefined

/** Whether the chain of redirects that begins at `id` comes through `through`. */
function passes(corpus: Corpus, id: number, through: number): boolean {
  return (
    corpus
      .sql(
        `WITH RECURSIVE chain(id, hops) AS (
           SELECT @id, 0 UNION ALL
           SELECT visit.redirect_to, hops + 1 FROM chain JOIN page ON page.id = chain.id JOIN visit ON visit.id = page.visit_id
           WHERE page.leads_to IS NOT NULL AND visit.redirect_to IS NOT NULL AND chain.id <> @through AND hops < 100)
         SELECT 1 FROM chain WHERE id = @through LIMIT 1`,
      )
      .get({ id, through }) !== undefined
  )
}
