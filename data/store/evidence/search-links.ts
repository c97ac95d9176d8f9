import { foldText } from '#data/vocabulary/fold-text.ts'
import type { Status } from '#data/vocabulary/statuses.ts'
import type { EntityId } from '#data/url/brand.ts'
import type { Corpus } from '../base/corpus.ts'
import { betweenEntities, chosenEntities } from '../base/rules.ts'
import { holdsSought, isNothing, readSought, type SoughtText } from '../words/folded-words.ts'
import { indexMatch } from '../words/index-match.ts'
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
  /** True: there are more. `total` and the numbers of hyperlinks are of what was looked at, and at least so many. */
  readonly more: boolean
}

export interface SearchChoice {
  /** Ties told. */
  readonly limit: number
  /** All there is, however long it takes: a word in each of a million links some seconds. */
  readonly all?: boolean
  /** Texts, and hyperlinks, that are looked at before a word is called frequent. Default 5,000: some 50 ms. */
  readonly few?: number
  /** Titles of pages count, too. Default true. */
  readonly titles?: boolean
}

/** What is looked for: set just before the question is asked, which nothing can come between. */
let sought: SoughtText = { beginnings: [], phrases: [] }
const known = new WeakSet<Corpus>()

/** Registered once per connection. */
function registerHolds(corpus: Corpus): void {
  if (known.has(corpus)) return
  corpus.db.function('holds_words', text => (holdsSought(foldText(String(text)), sought) ? 1 : 0))
  known.add(corpus)
}

/**
 * Ties between entities of these statuses with a hyperlink whose anchor or sentence, or whose page's title, has for each word of `query` one
 * that begins so, and what stands in quotation marks as it stands there; accents and case ignored. By the index where there is one; else by reading every
 * distinct text once, and every hyperlink: a second or two for a million.
 */
export function searchLinks(
  corpus: Corpus,
  query: string,
  statuses: readonly Status[],
  { limit, all = false, few = 5000, titles = true }: SearchChoice,
): FoundLinks {
  const asked = readSought(query)
  if (isNothing(asked)) return { ties: [], total: 0, more: false }
  registerHolds(corpus)
  sought = asked
  const parameters = { statuses: JSON.stringify(statuses), limit, titles: Number(titles) }
  return (
    withTextIndex(corpus, () => byIndex(corpus, parameters, all ? Number.POSITIVE_INFINITY : few)) ??
    byReading(corpus, parameters)
  )
}

type Row = FoundTie & { readonly total: number; readonly more: number }

const byReading = (corpus: Corpus, parameters: object): FoundLinks =>
  told(corpus.sql<Row>(questionOf(readAll, '0')).all(parameters))

function byIndex(corpus: Corpus, parameters: object, few: number): FoundLinks {
  const [said, headed] = [indexMatch(corpus, sought, 'said', few), indexMatch(corpus, sought, 'headed', few)]
  const rows = corpus.sql<Row>(questionOf(readIndex, isCut)).all({
    ...parameters,
    ...{ said: said.match, headed: headed.match, wider: Number(said.isWider), titleWider: Number(headed.isWider) },
    few: Math.min(few, Number.MAX_SAFE_INTEGER - 1),
  })
  const found = told(rows)
  return { ...found, more: found.more || said.isCut || headed.isCut }
}

const told = (rows: readonly Row[]): FoundLinks => ({
  total: rows[0]?.total ?? 0,
  more: rows[0]?.more === 1,
  ties: rows.map(({ source, target, links, text }) => ({ source, target, links, text })),
})

/** The hyperlinks found, each with what was found of it. */
const readAll = `
  texts AS (SELECT id FROM snippet WHERE holds_words(value) AND id IN (
    SELECT anchor FROM link WHERE ${betweenEntities()} UNION SELECT context FROM link WHERE ${betweenEntities()})),
  titles AS (SELECT id FROM visit WHERE @titles = 1 AND title <> '' AND holds_words(title)),
  found AS MATERIALIZED (
    SELECT source_entity, target_entity, CASE WHEN anchor IN texts THEN anchor WHEN context IN texts THEN context END AS text, last_visit AS visit
    FROM link NOT INDEXED
    WHERE ${betweenEntities()} AND source_entity IN chosen AND target_entity IN chosen
      AND (anchor IN texts OR context IN texts OR last_visit IN titles))`

/**
 * A link is looked at by its number, so the index need not know whose it is; one of which the text is gone is not found. At each step one more than `@few`
 * says that there are more.
 */
const readIndex = `
  matched AS MATERIALIZED (SELECT rowid AS text FROM words.said WHERE said MATCH @said LIMIT @few + 1),
  texts AS MATERIALIZED (
    SELECT text FROM matched WHERE @wider = 0 OR (SELECT holds_words(value) FROM snippet WHERE snippet.id = matched.text)),
  uses AS MATERIALIZED (
    SELECT used.link, used.text FROM texts CROSS JOIN words.used ON used.text = texts.text LIMIT @few + 1),
  hits AS MATERIALIZED (SELECT link, min(text) AS text FROM uses GROUP BY link),
  pages AS MATERIALIZED (SELECT rowid AS visit FROM words.headed WHERE @titles = 1 AND headed MATCH @headed LIMIT @few + 1),
  titled AS MATERIALIZED (
    SELECT link.id AS link FROM pages CROSS JOIN visit ON visit.id = pages.visit CROSS JOIN link ON link.page_id = visit.page_id
    WHERE link.last_visit = visit.id AND (@titleWider = 0 OR holds_words(visit.title)) LIMIT @few + 1),
  found AS MATERIALIZED (
    SELECT source_entity, target_entity, hits.text, last_visit AS visit FROM hits CROSS JOIN link ON link.id = hits.link
    WHERE ${betweenEntities()} AND source_entity IN chosen AND target_entity IN chosen AND hits.text IN (anchor, context)
    UNION ALL
    SELECT source_entity, target_entity, NULL, last_visit FROM titled CROSS JOIN link ON link.id = titled.link
    WHERE ${betweenEntities()} AND source_entity IN chosen AND target_entity IN chosen
      AND NOT EXISTS (SELECT 1 FROM hits WHERE hits.link = titled.link))`

const isCut = ['matched', 'uses', 'pages', 'titled'].map(step => `(SELECT count(*) FROM ${step}) > @few`).join(' OR ')

const questionOf = (found: string, more: string): string => `
  WITH chosen AS (${chosenEntities}), ${found},
  ties AS MATERIALIZED (
    SELECT source_entity, target_entity, count(*) AS links, min(text) AS text, min(visit) AS visit FROM found GROUP BY 1, 2)
  SELECT source.name AS source, target.name AS target, ties.links, coalesce(snippet.value, visit.title) AS text,
         count(*) OVER () AS total, (${more}) AS more
  FROM ties JOIN entity source ON source.id = source_entity JOIN entity target ON target.id = target_entity
    LEFT JOIN snippet ON snippet.id = ties.text LEFT JOIN visit ON visit.id = ties.visit
  ORDER BY 3 DESC, 1, 2 LIMIT @limit`
