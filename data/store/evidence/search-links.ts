import { foldText } from '#data/vocabulary/fold-text.ts'
import type { Status } from '#data/vocabulary/statuses.ts'
import type { EntityId } from '#data/url/brand.ts'
import type { Corpus } from '../base/corpus.ts'
import { betweenEntities, chosenEntities } from '../base/rules.ts'

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

/** The words looked for: set just before the question is asked, which nothing can come between. */
let words: readonly string[] = []
const known = new WeakSet<Corpus>()

/** Registered once per connection. Rejected: a folded copy of every text in the corpus, twice its size for a rare question. */
function registerHolds(corpus: Corpus): void {
  if (known.has(corpus)) return
  corpus.db.function('holds_words', text => {
    const folded = foldText(String(text))
    return words.every(word => folded.includes(word)) ? 1 : 0
  })
  known.add(corpus)
}

/**
 * Ties between entities of these statuses with a hyperlink whose anchor, or whose page's title, holds every word of
 * `query`, accents and case ignored. Reads every distinct text once, and every hyperlink once: a second or two for a
 * million. Rejected: joining the texts found, which SQLite then walks through for every hyperlink.
 */
export function searchLinks(corpus: Corpus, query: string, statuses: readonly Status[], limit: number): FoundLinks {
  words = foldText(query)
    .trim()
    .split(/\s+/)
    .filter(word => word !== '')
  if (words.length === 0) return { ties: [], total: 0 }
  registerHolds(corpus)
  const rows = corpus
    .sql<FoundTie & { total: number }>(
      `WITH chosen AS (${chosenEntities}),
       anchors AS (SELECT id FROM snippet
                   WHERE id IN (SELECT anchor FROM link WHERE ${betweenEntities()}) AND holds_words(value)),
       titles AS (SELECT id FROM visit WHERE title <> '' AND holds_words(title)),
       found AS MATERIALIZED (
         SELECT source_entity, target_entity, CASE WHEN anchor IN anchors THEN anchor END AS anchor, last_visit AS visit
         FROM link NOT INDEXED
         WHERE ${betweenEntities()} AND source_entity IN chosen AND target_entity IN chosen
           AND (anchor IN anchors OR last_visit IN titles)),
       ties AS MATERIALIZED (
         SELECT source_entity, target_entity, count(*) AS links, min(anchor) AS anchor, min(visit) AS visit
         FROM found GROUP BY 1, 2)
       SELECT source.name AS source, target.name AS target, ties.links, coalesce(snippet.value, visit.title) AS text,
              count(*) OVER () AS total
       FROM ties JOIN entity source ON source.id = source_entity JOIN entity target ON target.id = target_entity
         LEFT JOIN snippet ON snippet.id = anchor LEFT JOIN visit ON visit.id = ties.visit
       ORDER BY 3 DESC, 1, 2 LIMIT @limit`,
    )
    .all({ statuses: JSON.stringify(statuses), limit })
  return {
    total: rows[0]?.total ?? 0,
    ties: rows.map(({ source, target, links, text }) => ({ source, target, links, text })),
  }
}
