import type { Corpus } from '../base/corpus.ts'
import { wasRead } from '../base/was-read.ts'
import { chosenEntities } from '../base/rules.ts'
import type { Url } from '#data/url/brand.ts'
import type { Status } from '#data/vocabulary/statuses.ts'
import { packText, type TextLimit, unpackText } from './unpack-text.ts'

/** Keeps the text of a page's own matter as the visit `visitId` read it, packed: half to a third of its bytes. */
export function keepPageText(corpus: Corpus, visitId: number, text: string): void {
  corpus.sql('INSERT INTO page_text (visit_id, text) VALUES (?, ?)').run(visitId, packText(text))
}

/**
 * The visit whose text a reading shows: its own, or of an earlier visit that read the same bytes. A page that changed since its text was kept shows
 * none.
 */
export const keptTextOf = (visit: string): string => `(
  SELECT page_text.visit_id FROM visit AS told JOIN page_text ON page_text.visit_id = told.id
  WHERE told.page_id = ${visit}.page_id AND told.id <= ${visit}.id AND (told.id = ${visit}.id OR told.body_hash = ${visit}.body_hash)
  ORDER BY told.id DESC LIMIT 1)`

export const hasPageText = (corpus: Corpus, visitId: number): boolean =>
  corpus.sql(`SELECT 1 FROM visit WHERE id = ? AND ${keptTextOf('visit')} IS NOT NULL`).get(visitId) !== undefined

/** The text of a page as a wave, or its last reading, shows it. */
export interface PageText {
  /** Rows of the entity, the page and the visit that read it. */
  readonly entity: number
  readonly page: number
  readonly visit: number
  /** The visit that the text is kept of: this, or an earlier one that read the same bytes. */
  readonly kept: number
  readonly url: Url
  readonly title: string
  readonly published: string
  readonly language: string
  readonly at: number
  readonly wave: string
  /** A block a line. */
  readonly text: string
}

/** The last reading of each page, in a wave where one is named; to be grouped by page. */
const readingsOf = (wave: string | undefined): string =>
  `SELECT page_id, max(visit.id) AS id FROM visit WHERE ${wasRead('visit')} ${wave === undefined ? '' : 'AND wave_id = (SELECT id FROM wave WHERE label = @wave)'}`

/** Which texts are asked for. */
export interface PageTextChoice {
  readonly statuses: readonly Status[]
  /** Label: as pages were read in it. Default: as they were last read. */
  readonly wave?: string | undefined
  /** Only these, by the visits that they are kept of. Default: all. */
  readonly within?: readonly number[] | null
  /** Told of each text that could not be read whole. */
  readonly note?: ((limit: TextLimit) => void) | undefined
}

/** The texts that are kept of pages of entities of these statuses, by page. */
export function* pageTexts(
  corpus: Corpus,
  { statuses, wave, within = null, note }: PageTextChoice,
): Generator<PageText> {
  const rows = corpus
    .sql<Omit<PageText, 'text'> & { packed: Buffer }>(
      `WITH chosen AS (${chosenEntities}), shown AS (
         ${readingsOf(wave)}
           ${within === null ? '' : 'AND page_id IN (SELECT page_id FROM visit WHERE id IN (SELECT value FROM json_each(@within)))'}
         GROUP BY page_id)
       SELECT page.entity_id AS entity, page.id AS page, visit.id AS visit, page_text.visit_id AS kept, page.url, visit.title, visit.published, visit.language, visit.at,
         (SELECT label FROM wave WHERE wave.id = visit.wave_id) AS wave,
         page_text.text AS packed
       FROM shown JOIN visit ON visit.id = shown.id JOIN page ON page.id = shown.page_id JOIN page_text ON page_text.visit_id = ${keptTextOf('visit')}
       WHERE page.entity_id IN chosen ORDER BY page.id`,
    )
    .iterate({
      statuses: JSON.stringify(statuses),
      ...(wave !== undefined && { wave }),
      ...(within !== null && { within: JSON.stringify(within) }),
    })
  for (const { packed, ...row } of rows) yield { ...row, text: textOf(packed, note) }
}

/** The texts that are kept of one entity's pages, by page: an entity after the other, so that no more than one's words need be known at a time. */
export function* pageTextsOfSite(
  corpus: Corpus,
  entity: number,
  { wave, note }: Pick<PageTextChoice, 'wave' | 'note'> = {},
): Generator<Pick<PageText, 'page' | 'visit' | 'url' | 'title' | 'language' | 'text'>> {
  const rows = corpus
    .sql<Pick<PageText, 'page' | 'visit' | 'url' | 'title' | 'language'> & { packed: Buffer }>(
      `WITH shown AS (
         SELECT page_id, max(visit.id) AS id FROM page JOIN visit ON visit.page_id = page.id
         WHERE page.entity_id = @entity AND ${wasRead('visit')} ${wave === undefined ? '' : 'AND visit.wave_id = (SELECT id FROM wave WHERE label = @wave)'}
         GROUP BY page_id)
       SELECT visit.page_id AS page, visit.id AS visit, page.url, visit.title, visit.language, (SELECT text FROM page_text WHERE visit_id = ${keptTextOf('visit')}) AS packed
       FROM shown JOIN visit ON visit.id = shown.id JOIN page ON page.id = visit.page_id WHERE packed IS NOT NULL ORDER BY visit.page_id`,
    )
    .iterate({ entity, ...(wave !== undefined && { wave }) })
  for (const { packed, ...row } of rows) yield { ...row, text: textOf(packed, note) }
}

function textOf(packed: Buffer, note: PageTextChoice['note']): string {
  const { text, limit } = unpackText(packed)
  if (limit !== undefined) note?.(limit)
  return text
}

/** How many pages of these entities were read of which no text is kept, or not as they were read: what they say is not known. */
export const readWithoutText = (
  corpus: Corpus,
  { statuses, wave }: Pick<PageTextChoice, 'statuses' | 'wave'>,
): number =>
  corpus
    .sql<number>(
      `WITH chosen AS (${chosenEntities}), shown AS (${readingsOf(wave)} GROUP BY page_id)
       SELECT count(*) FROM shown JOIN visit ON visit.id = shown.id JOIN page ON page.id = shown.page_id
       WHERE page.entity_id IN chosen AND ${keptTextOf('visit')} IS NULL`,
    )
    .pluck()
    .get({ statuses: JSON.stringify(statuses), ...(wave !== undefined && { wave }) }) as unknown as number

/** What is kept of all pages of the study. */
export interface KeptTexts {
  /** Pages of which some text is kept, of whatever wave. */
  readonly pages: number
  /** Pages read, at least once. */
  readonly read: number
  /** As they lie in the file, packed. */
  readonly bytes: number
}

/** How many pages' texts are kept, and how large they are; null: none is. */
export function keptTexts(corpus: Corpus): KeptTexts | null {
  if (!hasPageTexts(corpus)) return null
  return corpus
    .sql<KeptTexts>(
      `SELECT count(DISTINCT page_id) AS pages, sum(length(text)) AS bytes,
         (SELECT count(DISTINCT page_id) FROM visit WHERE ${wasRead('visit')}) AS read
       FROM page_text JOIN visit ON visit.id = page_text.visit_id`,
    )
    .get()!
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

/** The text that is kept of a visit; '' where none is. */
export function keptText(corpus: Corpus, visit: number): string {
  const packed = corpus.sql<Buffer>('SELECT text FROM page_text WHERE visit_id = ?').pluck().get(visit) as Buffer | undefined // prettier-ignore
  return packed === undefined ? '' : unpackText(packed).text
}

/** Every text that is kept, and where its page is. */
export function* allPageTexts(corpus: Corpus): Generator<Pick<PageText, 'url' | 'text'>> {
  const rows = corpus
    .sql<{ url: Url; packed: Buffer }>(
      `SELECT page.url, page_text.text AS packed FROM page_text JOIN visit ON visit.id = page_text.visit_id JOIN page ON page.id = visit.page_id
       ORDER BY page.url, visit.id`,
    )
    .iterate()
  for (const { url, packed } of rows) yield { url, text: unpackText(packed).text }
}
