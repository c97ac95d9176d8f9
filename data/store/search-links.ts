import { foldText } from '../fold-text.ts'
import type { Status } from '../records.ts'
import type { EntityId } from '../url/brand.ts'
import type { Corpus } from './corpus.ts'

/** Hyperlinks of one tie whose words were found. */
export interface FoundTie {
  readonly source: EntityId
  readonly target: EntityId
  readonly links: number
  /** The text of one of them: an anchor, or the title of the page it stands on. */
  readonly text: string
}

export interface FoundLinks {
  readonly ties: readonly FoundTie[]
  /** Ties in all; `ties` holds the first of them, most hyperlinks first. */
  readonly total: number
}

const known = new WeakSet<Corpus>()

/** Registered once per connection. Rejected: a folded copy of every text in the corpus, twice its size for a rare question. */
function registerFold(corpus: Corpus): void {
  if (known.has(corpus)) return
  corpus.db.function('fold', { deterministic: true }, text => foldText(String(text)))
  known.add(corpus)
}

/**
 * Ties between entities of these statuses with a hyperlink whose anchor, or whose page's title, holds every word of
 * `query`, accents and case ignored. Reads every distinct text once: about 0.3 s for a million links.
 */
export function searchLinks(corpus: Corpus, query: string, statuses: readonly Status[], limit: number): FoundLinks {
  const words = foldText(query)
    .trim()
    .split(/\s+/)
    .filter(word => word !== '')
  if (words.length === 0) return { ties: [], total: 0 }
  registerFold(corpus)
  const holds = (column: string): string =>
    words.map((_, index) => `instr(fold(${column}), @word${index}) > 0`).join(' AND ')
  const rows = corpus
    .sql<FoundTie & { total: number }>(
      `WITH chosen AS (SELECT id FROM entity WHERE status IN (SELECT value FROM json_each(@statuses))
                       AND merged_into IS NULL AND forgotten_at IS NULL),
       anchors AS (SELECT id, value FROM snippet
                   WHERE id IN (SELECT anchor FROM link WHERE source_entity <> target_entity) AND ${holds('value')}),
       titles AS (SELECT id, title FROM visit
                  WHERE title <> '' AND id IN (SELECT last_visit FROM link WHERE source_entity <> target_entity)
                    AND ${holds('title')}),
       found AS (
         SELECT link.id, source_entity, target_entity, value AS text FROM link JOIN anchors ON anchors.id = link.anchor
         UNION ALL
         SELECT link.id, source_entity, target_entity, title FROM link JOIN titles ON titles.id = link.last_visit)
       SELECT source.name AS source, target.name AS target, count(DISTINCT found.id) AS links, min(text) AS text,
              count(*) OVER () AS total
       FROM found JOIN entity source ON source.id = source_entity JOIN entity target ON target.id = target_entity
       WHERE source_entity <> target_entity AND source_entity IN chosen AND target_entity IN chosen
       GROUP BY source_entity, target_entity ORDER BY 3 DESC, 1, 2 LIMIT @limit`,
    )
    .all({
      statuses: JSON.stringify(statuses),
      limit,
      ...Object.fromEntries(words.map((word, index) => [`word${index}`, word])),
    })
  return {
    total: rows[0]?.total ?? 0,
    ties: rows.map(({ source, target, links, text }) => ({ source, target, links, text })),
  }
}
