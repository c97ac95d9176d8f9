/**
 * A row of a Parquet file that `extract` makes of a WARC file. A capture is a page that was read, an address that redirects, or something other (an
 * error, a picture), which counts where it is the capture that is chosen; the hyperlinks of a page follow it. What a kind of row doesn't say is null.
 */
export interface PartRow {
  readonly kind: 'page' | 'redirect' | 'other' | 'link'
  /**
   * Where the record of the page begins in the archive, in bytes: with the file, the capture that the row is of. In a part of a WACZ that had to
   * be unpacked the place is that in the unpacked bytes, and 2^40 times the number of the part (1, 2 …) is added: places may be the same in two.
   */
  readonly record: number
  /** Milliseconds since 1970, UTC; null: the record doesn't say. */
  readonly capturedAt: number | null
  /** The page, or the address that redirects. */
  readonly url: string
  /** Whose it is. */
  readonly site: string
  /** Of a capture: the status of its answer. */
  readonly status: number | null
  /** Of a capture: 'chosen' or 'spare', where one of several is chosen for a day (METHOD.md, "The past"); 'useless': then it is none. */
  readonly worth: string | null
  /** What the link names, or where the redirect leads. */
  readonly target: string | null
  readonly targetSite: string | null
  readonly title: string | null
  readonly language: string | null
  /** Of a link: as in the corpus (schema.sql, link). */
  readonly ordinal: number | null
  readonly element: string | null
  readonly zone: string | null
  readonly rel: string | null
  /** As written; null: as `target`. */
  readonly href: string | null
  readonly anchor: string | null
  /** Null for links inside a site, as in a corpus. */
  readonly context: string | null
  readonly heading: string | null
  readonly place: string | null
  /** Of a page: JSON, [kind, host, detail] of what it takes from elsewhere. */
  readonly borrowed: string | null
}

/** What a column holds: UTF-8, whole numbers, or a time in milliseconds, UTC. */
export type PartKind = 'text' | 'integer' | 'large' | 'time'

export interface PartColumn {
  readonly name: string
  readonly kind: PartKind
  readonly key: keyof PartRow
  readonly isRequired?: true
  /** Each group of rows tells its least and greatest value, so that who asks for others passes over it. */
  readonly hasRange?: true
  /** How values are written (Apache Parquet, "Encodings"); default: as a dictionary where that is half as long, else as they are. */
  readonly encoding?: 'DELTA_BINARY_PACKED'
}

/** The columns of a part, in order. Rows come site by site in the order of names. */
export const partColumns: readonly PartColumn[] = [
  { name: 'kind', kind: 'text', key: 'kind', isRequired: true, hasRange: true },
  { name: 'record', kind: 'large', key: 'record', isRequired: true, hasRange: true },
  { name: 'captured_at', kind: 'time', key: 'capturedAt', hasRange: true },
  { name: 'url', kind: 'text', key: 'url', isRequired: true, hasRange: true },
  { name: 'site', kind: 'text', key: 'site', isRequired: true, hasRange: true },
  { name: 'status', kind: 'integer', key: 'status' },
  { name: 'worth', kind: 'text', key: 'worth' },
  { name: 'target', kind: 'text', key: 'target' },
  { name: 'target_site', kind: 'text', key: 'targetSite', hasRange: true },
  { name: 'title', kind: 'text', key: 'title' },
  { name: 'language', kind: 'text', key: 'language' },
  { name: 'ordinal', kind: 'integer', key: 'ordinal', encoding: 'DELTA_BINARY_PACKED' },
  { name: 'element', kind: 'text', key: 'element' },
  { name: 'zone', kind: 'text', key: 'zone' },
  { name: 'rel', kind: 'text', key: 'rel' },
  { name: 'href', kind: 'text', key: 'href' },
  { name: 'anchor', kind: 'text', key: 'anchor' },
  { name: 'context', kind: 'text', key: 'context' },
  { name: 'heading', kind: 'text', key: 'heading' },
  { name: 'place', kind: 'text', key: 'place' },
  { name: 'borrowed', kind: 'text', key: 'borrowed' },
]

/** More than an archive file has. */
export const mostArchiveBytes = 2 ** 40

/** Key and value in the metadata of a part: its columns are those above, with their meaning. */
export const formatKey = 'toile_part'
export const partFormat = '1'
