import { foldText } from '#data/vocabulary/fold-text.ts'
import type { Status } from '#data/vocabulary/statuses.ts'
import type { EntityId } from '#data/url/brand.ts'
import type { Corpus } from '../base/corpus.ts'
import { chosenEntities } from '../base/rules.ts'
import { wasRead } from '../base/was-read.ts'
import { keptTextOf, pageTexts } from '../visits/page-texts.ts'
import { unpackText } from '../visits/unpack-text.ts'
import { holdsSought, isNothing, readSought, type SoughtText, withoutSoftHyphens } from '../words/folded-words.ts'
import { indexMatch } from '../words/index-match.ts'
import { withTextIndex } from '../words/text-index.ts'

/** A site whose own pages say what is looked for. */
export interface PagesOfSite {
  readonly id: EntityId
  readonly pages: number
  /** The first of them, and its block that says it, or most of it. */
  readonly url: string
  readonly text: string
}

export interface FoundPages {
  /** Those with most pages first; the first of `total`. */
  readonly sites: readonly PagesOfSite[]
  readonly total: number
  readonly pages: number
  /** True: there are more. The numbers are of what was looked at, and at least so many. */
  readonly more: boolean
}

const nothing: FoundPages = { sites: [], total: 0, pages: 0, more: false }

/** Texts that are looked at before words are called frequent; of those whose text must be unpacked for it, fewer. */
const [few, fewUnpacked] = [5_000, 500]
const mostSites = 50

/**
 * Sites of these statuses with pages that say, of each word of `query`, one that begins so, and what stands in quotation marks as it stands there; accents and
 * case ignored; each page as it was last read. `all`: all there is, which takes seconds for a word of every page. Null: there is no index to tell it, and readAllPages takes its time.
 */
export function searchPages(
  corpus: Corpus,
  query: string,
  statuses: readonly Status[],
  { all = false }: { readonly all?: boolean } = {},
): FoundPages | null {
  const sought = readSought(query)
  if (isNothing(sought)) return nothing
  return withTextIndex(corpus, () => {
    const { match, isWider, isCut } = indexMatch(corpus, sought, 'paged', all ? Number.POSITIVE_INFINITY : few)
    const most = all ? Number.MAX_SAFE_INTEGER - 1 : isWider ? fewUnpacked : few
    const rows = corpus
      .sql<FoundRow & { packed: Buffer | null }>(found(isWider))
      .all({ statuses: JSON.stringify(statuses), match, few: most })
    const isMore = rows.length > most || isCut
    const own = rows.slice(0, most).filter(row => row.page !== null && (!isWider || holds(row.packed, sought)))
    return { ...bySite(corpus, own, sought), more: isMore }
  })
}

interface FoundRow {
  /** Null: of an entity that is not asked for, or not as the page was last read. */
  readonly page: number | null
  readonly entity: EntityId
  readonly kept: number
}

/** One row for each text that matches: the number of them says whether there are more. */
const found = (isWider: boolean): string => `
  WITH chosen AS MATERIALIZED (${chosenEntities}),
    matched AS MATERIALIZED (SELECT rowid AS kept FROM words.paged WHERE paged MATCH @match LIMIT @few + 1)
  SELECT matched.kept, entity.name AS entity, shown.page_id AS page,
    ${isWider ? '(SELECT text FROM page_text WHERE visit_id = matched.kept AND shown.page_id IS NOT NULL)' : 'NULL'} AS packed
  FROM matched LEFT JOIN visit AS reading ON reading.id = matched.kept LEFT JOIN page ON page.id = reading.page_id AND page.entity_id IN chosen
    LEFT JOIN visit AS shown ON shown.id = (SELECT max(visit.id) FROM visit WHERE visit.page_id = page.id AND ${wasRead('visit')})
      AND matched.kept = ${keptTextOf('shown')}
    LEFT JOIN entity ON entity.id = page.entity_id`

const holds = (packed: Buffer | null, sought: SoughtText): boolean =>
  packed !== null && holdsSought(folded(unpackText(packed).text), sought)

const folded = (text: string): string => foldText(withoutSoftHyphens(text))

function bySite(corpus: Corpus, rows: readonly FoundRow[], sought: SoughtText): Omit<FoundPages, 'more'> {
  const sites = [...Map.groupBy(rows, ({ entity }) => entity)]
    .map(([id, own]) => ({
      id,
      pages: own.length,
      kept: own.reduce((first, { kept }) => Math.min(first, kept), own[0]!.kept),
    }))
    .sort((a, b) => b.pages - a.pages || (a.id < b.id ? -1 : 1))
  return {
    total: sites.length,
    pages: rows.length,
    sites: sites.slice(0, mostSites).map(({ id, pages, kept }) => {
      const { url, packed } = corpus
        .sql<{ url: string; packed: Buffer }>(
          `SELECT url, text AS packed FROM page_text JOIN visit ON visit.id = page_text.visit_id JOIN page ON page.id = visit.page_id WHERE page_text.visit_id = ?`,
        )
        .get(kept)!
      return { id, pages, url, text: sayingBlock(unpackText(packed).text, sought) }
    }),
  }
}

/** The block that holds all; where none does, the one that holds most of the words. */
function sayingBlock(text: string, sought: SoughtText): string {
  const single: readonly SoughtText[] = [
    ...sought.phrases.map(phrase => ({ beginnings: [], phrases: [phrase] })),
    ...sought.beginnings.map(word => ({ beginnings: [word], phrases: [] })),
  ]
  let [best, most] = ['', 0]
  for (const block of text.split('\n')) {
    const plain = folded(block)
    const held = single.filter(one => holdsSought(plain, one)).length
    if (held > most) [best, most] = [block, held]
    if (most === single.length) break
  }
  return around(best, [...sought.phrases.map(([first]) => first!), ...sought.beginnings])
}

/** A line of the panel begins so shortly before it that the word is seen. */
const [before, after] = [24, 240]

/** What stands around the first of the words; a block may be a chapter. */
function around(block: string, words: readonly string[]): string {
  const found = [...block.matchAll(/[\p{L}\p{N}\p{M}\u00ad]+/gu)].find(([run]) => {
    const plain = folded(run)
    return words.some(word => plain.startsWith(word))
  })
  const at = found?.index ?? 0
  const from = at <= before ? 0 : block.indexOf(' ', at - before) + 1
  const to = at + after >= block.length ? block.length : block.lastIndexOf(' ', at + after)
  const start = from > at ? at : from
  const end = to <= at ? at + after : to
  return `${start > 0 ? '… ' : ''}${block.slice(start, end)}${end < block.length ? ' …' : ''}`
}

/** The same by reading every text: seconds for a large corpus. */
export function readAllPages(corpus: Corpus, query: string, statuses: readonly Status[]): FoundPages {
  const sought = readSought(query)
  if (isNothing(sought)) return nothing
  const names = new Map(corpus.sql<{ id: number; name: EntityId }>('SELECT id, name FROM entity').all().map(({ id, name }) => [id, name])) // prettier-ignore
  const rows: FoundRow[] = []
  for (const { entity, page, kept, text } of pageTexts(corpus, { statuses }))
    if (holdsSought(folded(text), sought)) rows.push({ page, entity: names.get(entity)!, kept })
  return { ...bySite(corpus, rows, sought), more: false }
}
