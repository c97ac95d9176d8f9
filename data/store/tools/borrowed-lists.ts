import type { Status } from '#data/vocabulary/statuses.ts'
import type { Corpus } from '../base/corpus.ts'
import { chosenEntities } from '../base/rules.ts'
import { wasRead } from '../base/was-read.ts'

/** Which pages are asked for. */
export interface BorrowedQuestion {
  readonly statuses: readonly Status[]
  /** Label of a wave: pages as last read in it. Default: as last read at all. */
  readonly wave?: string | undefined
}

/** Pages of a site that take the same from elsewhere. */
export interface BorrowedList {
  readonly site: number
  /** As writeBorrowings writes it; null: it was not kept when they were read. */
  readonly list: string | null
  readonly pages: number
}

/** A page as it was last read: in the wave asked for, else at all. Whoever was an address's owner outside a prefix's dates is a site of its own. */
function lastReadings({ wave }: BorrowedQuestion, only?: number): string {
  const ofSite = only === undefined ? '' : 'AND page_id IN (SELECT id FROM page WHERE entity_id = @only)'
  return wave === undefined
    ? `SELECT page_id, borrowed, max(at) FROM visit WHERE ${wasRead('visit')} ${ofSite}
         AND page_id IN (SELECT id FROM page WHERE state = 'fetched') GROUP BY page_id`
    : `SELECT page_id, borrowed, max(id) FROM visit WHERE ${wasRead('visit')} ${ofSite}
         AND wave_id = (SELECT id FROM wave WHERE label = @wave) GROUP BY page_id`
}

const parametersOf = ({ statuses, wave }: BorrowedQuestion) => ({
  statuses: JSON.stringify(statuses),
  ...(wave !== undefined && { wave }),
})

/** What the pages of each site take, by site and list: a site of a thousand pages has few lists. */
export const borrowedLists = (corpus: Corpus, question: BorrowedQuestion, only?: number): Iterable<BorrowedList> =>
  corpus
    .sql<BorrowedList>(
      `WITH chosen AS (${chosenEntities}), reading AS (${lastReadings(question, only)})
       SELECT site, snippet.value AS list, pages FROM (
         SELECT page.entity_id AS site, reading.borrowed, count(*) AS pages
         FROM reading JOIN page ON page.id = reading.page_id WHERE page.entity_id IN chosen GROUP BY 1, 2)
       LEFT JOIN snippet ON snippet.id = borrowed ORDER BY site, list`,
    )
    .iterate({ ...parametersOf(question), ...(only !== undefined && { only }) })

/** The pages of a site with what they take, by address. `site` is the entity's row. */
export const borrowedByPage = (
  corpus: Corpus,
  question: BorrowedQuestion,
  site: number,
): Iterable<{ readonly url: string; readonly list: string | null }> =>
  corpus
    .sql<{ url: string; list: string | null }>(
      `WITH chosen AS (${chosenEntities}), reading AS (${lastReadings(question, site)})
       SELECT page.url, snippet.value AS list FROM reading JOIN page ON page.id = reading.page_id
         LEFT JOIN snippet ON snippet.id = reading.borrowed
       WHERE page.entity_id IN chosen AND page.entity_id = @only ORDER BY page.url`,
    )
    .iterate({ ...parametersOf(question), only: site })

/** Whether it was kept of any page what it takes: asked first, as to look through the last reading of each page takes its time. */
export const isAnyKept = (corpus: Corpus): boolean =>
  corpus.sql<number>('SELECT EXISTS (SELECT 1 FROM visit WHERE borrowed IS NOT NULL)').pluck().get() === 1

/** A site that may use tools. */
export interface BorrowingSite {
  readonly row: number
  readonly id: string
  readonly label: string
  readonly country: string
  readonly kind: string
}

/** The living entities of these statuses, by id; those of which no page was read are among them. */
export const borrowingSites = (corpus: Corpus, { statuses }: BorrowedQuestion): BorrowingSite[] =>
  corpus
    .sql<BorrowingSite>(
      `SELECT id AS row, name AS id, label, country, kind FROM entity WHERE id IN (${chosenEntities}) ORDER BY name`,
    )
    .all({ statuses: JSON.stringify(statuses) })
