import type { SiteInTime } from '#data/entity/site-in-time.ts'
import type { Corpus } from '../base/corpus.ts'

/** How a corpus of edges was counted from archives, as its run says. */
export interface ToldOfCount {
  /** Parquet files of `extract`, each of one archive file. */
  readonly files: number
  /** Captures that count. */
  readonly pages: number
  /** The day that captures were chosen for; '': the last ones. */
  readonly at: string
  /** Hash of the seed list; '': there was none, and pages of all sites count. */
  readonly seeds: string
  readonly allHosts: boolean
  /** The way from the corpus's folder to its Parquet files; '': they were elsewhere. A stranger's word: see findParts. */
  readonly parts: string
  /** When they were taken, ISO 8601; '' where no record says. */
  readonly from: string
  readonly to: string
}

/** Null: `count` did not make it. A file travels: what it says of itself is looked at. */
export function toldOfCount(corpus: Corpus): ToldOfCount | null {
  const row = corpus
    .sql<Omit<ToldOfCount, 'allHosts'> & { readonly allHosts: 0 | 1 }>(
      `SELECT json_extract(options, '$.files') AS files, json_extract(options, '$.pages') AS pages, coalesce(json_extract(options, '$.at'), '') AS at,
         input_hash AS seeds, coalesce(json_extract(options, '$.allHosts'), 0) = 1 AS allHosts,
         CASE json_type(options, '$.parts') WHEN 'text' THEN json_extract(options, '$.parts') ELSE '' END AS parts,
         coalesce(json_extract(options, '$.from'), '') AS "from", coalesce(json_extract(options, '$.to'), '') AS "to"
       FROM run WHERE command = 'count' AND json_valid(options) ORDER BY id DESC LIMIT 1`,
    )
    .get()
  return row !== undefined && Number.isInteger(row.files) && Number.isInteger(row.pages)
    ? { ...row, allHosts: row.allHosts === 1 }
    : null
}

/** The dates of prefixes that captures were chosen by, as they were then: a person may have changed those of the corpus since. */
export const datedOfCount = (corpus: Corpus): SiteInTime[] =>
  corpus
    .sql<SiteInTime>(
      `SELECT one.value ->> 'lru' AS lru, one.value ->> 'site' AS site, CAST(coalesce(one.value ->> 'from', '') AS TEXT) AS "from",
         CAST(coalesce(one.value ->> 'to', '') AS TEXT) AS "to"
       FROM (SELECT options FROM run WHERE command = 'count' AND json_valid(options) ORDER BY id DESC LIMIT 1) AS last,
         json_each(last.options, '$.dated') AS one
       WHERE one.type = 'object' AND json_type(one.value, '$.lru') = 'text' AND json_type(one.value, '$.site') = 'text'`,
    )
    .all()
