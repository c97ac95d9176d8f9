import { deflateSync, inflateSync } from 'node:zlib'
import type { Corpus } from '../base/corpus.ts'
import { wasRead } from '../base/was-read.ts'
import { chosenEntities } from '../base/rules.ts'
import type { Url } from '#data/url/brand.ts'
import type { Status } from '#data/vocabulary/statuses.ts'

/** Keeps the text of a page's own matter as the visit `visitId` read it, packed: half to a third of its bytes. */
export function keepPageText(corpus: Corpus, visitId: number, text: string): void {
  corpus.sql('INSERT INTO page_text (visit_id, text) VALUES (?, ?)').run(visitId, deflateSync(text))
}

/** Unpacks a text. A stranger's file may hold anything: a bound, and '' for what is none. */
function unpack(packed: Buffer): string {
  try {
    return inflateSync(packed, { maxOutputLength: mostBytes }).toString('utf8')
  } catch {
    return ''
  }
}

/** Of UTF-8: a million characters of any script. */
const mostBytes = 4_000_000

/**
 * The visit whose text a reading shows: its own, or of an earlier visit that read the same bytes. A page that changed since its text was kept shows
 * none.
 */
const textOf = (visit: string): string => `(
  SELECT page_text.visit_id FROM visit AS told JOIN page_text ON page_text.visit_id = told.id
  WHERE told.page_id = ${visit}.page_id AND told.id <= ${visit}.id AND (told.id = ${visit}.id OR told.body_hash = ${visit}.body_hash)
  ORDER BY told.id DESC LIMIT 1)`

export const hasPageText = (corpus: Corpus, visitId: number): boolean =>
  corpus.sql(`SELECT 1 FROM visit WHERE id = ? AND ${textOf('visit')} IS NOT NULL`).get(visitId) !== undefined

/** The text of a page as a wave, or its last reading, shows it. */
export interface PageText {
  /** Rows of the entity, the page and the visit that read it. */
  readonly entity: number
  readonly page: number
  readonly visit: number
  readonly url: Url
  readonly title: string
  readonly published: string
  readonly language: string
  readonly at: number
  readonly wave: string
  /** A block a line. */
  readonly text: string
}

/** The texts that are kept of pages of entities of these statuses, by page. `wave`: as pages were read in it. */
export function* pageTexts(corpus: Corpus, statuses: readonly Status[], wave?: string): Generator<PageText> {
  const rows = corpus
    .sql<Omit<PageText, 'text'> & { packed: Buffer }>(
      `WITH chosen AS (${chosenEntities}), shown AS (
         SELECT page_id, max(visit.id) AS id FROM visit WHERE ${wasRead('visit')}
           ${wave === undefined ? '' : 'AND wave_id = (SELECT id FROM wave WHERE label = @wave)'} GROUP BY page_id)
       SELECT page.entity_id AS entity, page.id AS page, visit.id AS visit, page.url, visit.title, visit.published, visit.language, visit.at,
         (SELECT label FROM wave WHERE wave.id = visit.wave_id) AS wave,
         (SELECT text FROM page_text WHERE visit_id = ${textOf('visit')}) AS packed
       FROM shown JOIN visit ON visit.id = shown.id JOIN page ON page.id = shown.page_id
       WHERE page.entity_id IN chosen AND packed IS NOT NULL ORDER BY page.id`,
    )
    .iterate({ statuses: JSON.stringify(statuses), ...(wave !== undefined && { wave }) })
  for (const { packed, ...row } of rows) yield { ...row, text: unpack(packed) }
}

/** Whether any text of a page is kept. */
export const hasPageTexts = (corpus: Corpus): boolean =>
  corpus.sql('SELECT 1 FROM page_text LIMIT 1').get() !== undefined

/** Whose page a visit read, and its address. */
export const pageOfVisit = (corpus: Corpus, visit: number): { readonly source: string; readonly sourceUrl: string } =>
  corpus
    .sql<{ source: string; sourceUrl: string }>(
      `SELECT entity.name AS source, page.url AS sourceUrl FROM visit JOIN page ON page.id = visit.page_id JOIN entity ON entity.id = page.entity_id
       WHERE visit.id = ?`,
    )
    .get(visit)!

/** Every text that is kept, and where its page is. */
export function* allPageTexts(corpus: Corpus): Generator<Pick<PageText, 'url' | 'text'>> {
  const rows = corpus
    .sql<{ url: Url; packed: Buffer }>(
      `SELECT page.url, page_text.text AS packed FROM page_text JOIN visit ON visit.id = page_text.visit_id JOIN page ON page.id = visit.page_id
       ORDER BY page.url, visit.id`,
    )
    .iterate()
  for (const { url, packed } of rows) yield { url, text: unpack(packed) }
}
