import type { SiteGraph } from '#data/records.ts'
import type { Corpus } from '../base/corpus.ts'
import { betweenEntities } from '../base/rules.ts'

/**
 * Whether the ties of a corpus have a direction: hyperlinks do, an imported file says for its own. Absent: all do. A corpus
 * that holds both kinds is 'mixed', and its undirected ties count in each direction.
 */
export function tieDirection(corpus: Corpus): Pick<SiteGraph, 'ties'> {
  const told = corpus
    .sql<{ ties: string }>(
      `SELECT DISTINCT coalesce(json_extract(options, '$.ties'), 'directed') AS ties FROM run
       WHERE id IN (SELECT DISTINCT run_id FROM imported_edge)`,
    )
    .all()
    .map(({ ties }) => ties)
  if (told.every(ties => ties === 'directed')) return {}
  return { ties: told.every(ties => ties === 'undirected') && !hasHyperlinks(corpus) ? 'undirected' : 'mixed' }
}

const hasHyperlinks = (corpus: Corpus): boolean =>
  corpus.sql(`SELECT 1 FROM link WHERE ${betweenEntities()} LIMIT 1`).get() !== undefined
