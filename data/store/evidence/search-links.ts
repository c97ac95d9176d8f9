import { foldText } from '#data/vocabulary/fold-text.ts'
import type { Status } from '#data/vocabulary/statuses.ts'
import type { EntityId } from '#data/url/brand.ts'
import type { Corpus } from '../base/corpus.ts'
import { betweenEntities, chosenEntities } from '../base/rules.ts'
import { foldedWords, holdsWords } from '../words/folded-words.ts'
import { withTextIndex } from '../words/text-index.ts'

/** Hyperlinks of one tie whose words were found. */
export interface FoundTie {
  readonly source: EntityId
  readonly target: EntityId
  readonly links: number
  /** The text of one of them: an anchor, a sentence, or the title of the page it stands on. */
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

/** Registered once per connection. */
function registerHolds(corpus: Corpus): void {
  if (known.has(corpus)) return
  corpus.db.function('holds_words', text => (holdsWords(foldText(String(text)), words) ? 1 : 0))
  known.add(corpus)
}

/**
 * Ties between entities of these statuses with a hyperlink whose anchor or sentence, or whose page's title, has for each word of `query` one
 * that begins so, accents and case ignored. By the index where there is one; else by reading every distinct text once, and
 * every hyperlink: a second or two for a million.
 */
export function searchLinks(corpus: Corpus, query: string, statuses: readonly Status[], limit: number): FoundLinks {
  const asked = foldedWords(query)
  if (asked.length === 0) return { ties: [], total: 0 }
  const parameters = { statuses: JSON.stringify(statuses), limit }
  return (
    withTextIndex(corpus, () => {
      const match = asked.map(word => `"${word}"*`).join(' ')
      return told(corpus.sql<FoundTie & { total: number }>(questionOf(byIndex)).all({ ...parameters, match }))
    }) ?? byReading(corpus, asked, parameters)
  )
}

function byReading(corpus: Corpus, asked: readonly string[], parameters: object): FoundLinks {
  registerHolds(corpus)
  words = asked
  return told(corpus.sql<FoundTie & { total: number }>(questionOf(byWalk)).all(parameters))
}

const told = (rows: readonly (FoundTie & { total: number })[]): FoundLinks => ({
  total: rows[0]?.total ?? 0,
  ties: rows.map(({ source, target, links, text }) => ({ source, target, links, text })),
})

/** The hyperlinks found, each with what was found of it. */
const byWalk = `
  texts AS (SELECT id FROM snippet WHERE holds_words(value) AND id IN (
    SELECT anchor FROM link WHERE ${betweenEntities()} UNION SELECT context FROM link WHERE ${betweenEntities()})),
  titles AS (SELECT id FROM visit WHERE title <> '' AND holds_words(title)),
  found AS MATERIALIZED (
    SELECT source_entity, target_entity, CASE WHEN anchor IN texts THEN anchor WHEN context IN texts THEN context END AS text, last_visit AS visit
    FROM link NOT INDEXED
    WHERE ${betweenEntities()} AND source_entity IN chosen AND target_entity IN chosen
      AND (anchor IN texts OR context IN texts OR last_visit IN titles))`

/** A link is looked at by its number, so the index need not know whose it is; one of which the text is gone is not found. */
const byIndex = `
  hits AS MATERIALIZED (
    SELECT used.link, min(used.text) AS text FROM words.said CROSS JOIN words.used ON used.text = said.rowid
    WHERE said MATCH @match GROUP BY used.link),
  titled AS MATERIALIZED (
    SELECT link.id AS link FROM words.headed CROSS JOIN visit ON visit.id = headed.rowid CROSS JOIN link ON link.page_id = visit.page_id
    WHERE headed MATCH @match AND link.last_visit = visit.id),
  found AS MATERIALIZED (
    SELECT source_entity, target_entity, hits.text, last_visit AS visit FROM hits CROSS JOIN link ON link.id = hits.link
    WHERE ${betweenEntities()} AND source_entity IN chosen AND target_entity IN chosen AND hits.text IN (anchor, context)
    UNION ALL
    SELECT source_entity, target_entity, NULL, last_visit FROM titled CROSS JOIN link ON link.id = titled.link
    WHERE ${betweenEntities()} AND source_entity IN chosen AND target_entity IN chosen
      AND NOT EXISTS (SELECT 1 FROM hits WHERE hits.link = titled.link))`

const questionOf = (found: string): string => `
  WITH chosen AS (${chosenEntities}), ${found},
  ties AS MATERIALIZED (
    SELECT source_entity, target_entity, count(*) AS links, min(text) AS text, min(visit) AS visit FROM found GROUP BY 1, 2)
  SELECT source.name AS source, target.name AS target, ties.links, coalesce(snippet.value, visit.title) AS text,
         count(*) OVER () AS total
  FROM ties JOIN entity source ON source.id = source_entity JOIN entity target ON target.id = target_entity
    LEFT JOIN snippet ON snippet.id = ties.text LEFT JOIN visit ON visit.id = ties.visit
  ORDER BY 3 DESC, 1, 2 LIMIT @limit`
