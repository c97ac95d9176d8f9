import type { Url } from '#data/url/brand.ts'
import type { Corpus } from '../base/corpus.ts'
import { crawlable } from './crawlable.ts'
import { betweenEntities } from '../base/rules.ts'

/** Which addresses beyond the crawled scope are asked where they lead. */
export interface ResolveQuestion {
  readonly waveId: number
  /** Names of the hosts asked; null: any. */
  readonly hosts: readonly string[] | null
}

const isBeyond = `target.state IS NULL AND target.entity_id NOT IN (${crawlable})
    AND target.entity_id NOT IN (SELECT id FROM entity WHERE forgotten_at IS NOT NULL)`

// What a link between entities names, or where that is known to lead: never asked in this wave, of no crawled entity, and
// of none that was forgotten on objection.
const candidates = `
  SELECT target.id, target.url, target.host_id AS hostId FROM page AS target
  WHERE ${isBeyond}
    AND (@hosts IS NULL OR target.host_id IN (SELECT id FROM host WHERE name IN (SELECT value FROM json_each(@hosts))))
    AND (EXISTS (SELECT 1 FROM link WHERE target_id = target.id AND ${betweenEntities()} AND source_entity IN (${crawlable}))
      OR EXISTS (SELECT 1 FROM page AS named WHERE named.leads_to = target.id AND named.visit_id IS NOT NULL))
    AND NOT EXISTS (SELECT 1 FROM visit WHERE page_id = target.id AND wave_id = @waveId)`

const parametersOf = ({ waveId, hosts }: ResolveQuestion) => ({
  waveId,
  hosts: hosts === null ? null : JSON.stringify(hosts.flatMap(host => [host, `www.${host}`])),
})

export const hasResolvable = (corpus: Corpus, question: ResolveQuestion): boolean =>
  corpus.sql(`${candidates} LIMIT 1`).get(parametersOf(question)) !== undefined

export interface ResolvableHost {
  readonly hostId: number
  readonly pages: number
}

/** Lists what is to be asked (in a table of this connection) and returns its hosts, the longest lists first. */
export function listResolvable(corpus: Corpus, question: ResolveQuestion): ResolvableHost[] {
  corpus.db.exec(`
    CREATE TEMP TABLE IF NOT EXISTS to_resolve (id INTEGER PRIMARY KEY, url TEXT NOT NULL, host_id INTEGER NOT NULL);
    CREATE INDEX IF NOT EXISTS temp.to_resolve_host ON to_resolve(host_id, url);
    DELETE FROM to_resolve`)
  corpus.db.prepare(`INSERT INTO to_resolve ${candidates}`).run(parametersOf(question))
  return corpus.db
    .prepare<[], ResolvableHost>(
      'SELECT host_id AS hostId, count(*) AS pages FROM to_resolve GROUP BY 1 ORDER BY pages DESC, 1',
    )
    .all()
}

/** Takes the host's first address off the list, of those that are still beyond the scope: a person may have changed that. */
export function takeResolvable(corpus: Corpus, hostId: number): { id: number; url: Url } | undefined {
  const take = corpus.sql<{ id: number; url: Url }>(
    `DELETE FROM to_resolve WHERE id = (SELECT id FROM to_resolve WHERE host_id = ? ORDER BY url LIMIT 1) RETURNING id, url`,
  )
  const beyond = corpus.sql(`SELECT 1 FROM page AS target WHERE id = ? AND ${isBeyond}`)
  for (let next = take.get(hostId); next !== undefined; next = take.get(hostId))
    if (beyond.get(next.id) !== undefined) return next
  return undefined
}
