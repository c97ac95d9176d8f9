import { camelCase } from '#data/table/camel-case.ts'
import type { Corpus } from '../base/corpus.ts'
import { wasRead } from '../base/was-read.ts'
import { type UnchangedVisit, visitColumns } from './visit-columns.ts'

/** What the last reading of a page left behind, to ask whether it changed since. */
export interface LastReading {
  readonly visitId: number
  readonly etag: string
  readonly lastModified: string
  readonly bodyHash: string
  readonly nofollow: boolean
  /** By a browser: the same bytes may then make another page. */
  readonly rendered: boolean
  /** Where its meta refresh goes; null: it has none. */
  readonly refreshId: number | null
}

/** The last visit that read the page, of whatever wave. */
export function lastReading(corpus: Corpus, pageId: number): LastReading | undefined {
  const row = corpus
    .sql<Omit<LastReading, 'nofollow' | 'rendered'> & { nofollow: number; rendered: number }>(
      `SELECT id AS visitId, etag, last_modified AS lastModified, body_hash AS bodyHash, nofollow, rendered, redirect_to AS refreshId
       FROM visit WHERE page_id = ? AND ${wasRead('visit')} ORDER BY id DESC LIMIT 1`,
    )
    .get(pageId)
  return row && { ...row, nofollow: row.nofollow === 1, rendered: row.rendered === 1 }
}

/** From the visit before (@previousId), but for what each visit has of its own. */
const fromBefore = visitColumns.flatMap(column => {
  const [{ name }, again] = [column, 'again' in column ? column.again : 'kept']
  const own = `@${camelCase(name)}`
  if (again === 'none') return []
  if (again === 'new') return [[name, own]]
  return [[name, again === 'kept' ? name : `iif(${own} = '', ${name}, ${own})`]]
})

const insertUnchanged = `
  INSERT INTO visit (${fromBefore.map(([name]) => name).join(', ')})
  SELECT ${fromBefore.map(([, value]) => value).join(', ')} FROM visit WHERE id = @previousId`

/** Stores a visit that found the page as `previousId` had read it: what it says of the page is taken over. */
export function recordUnchanged(corpus: Corpus, visit: UnchangedVisit, previousId: number): number {
  const { lastInsertRowid } = corpus.sql(insertUnchanged).run({ ...visit, previousId })
  const visitId = Number(lastInsertRowid)
  corpus.sql('UPDATE page SET visit_id = ? WHERE id = ?').run(visitId, visit.pageId)
  return visitId
}
