import { type CamelCase, camelCase } from '#data/table/camel-case.ts'
import type { Column } from '#data/table/column.ts'
import type { Url } from '#data/url/brand.ts'

/** What the code holds of a column of each kind. How it is kept in the file: see `kept` in record-visit.ts. */
interface ValueOfKind {
  /** What every visit has: rows of other tables, times. */
  readonly number: number
  /** Milliseconds since 1970, UTC. */
  readonly moment: number
  /** The same, of what need not have happened. */
  readonly 'moment-if-any': number | null
  readonly status: number | null
  /** Row of a page or a text. */
  readonly reference: number | null
  readonly text: string
  readonly integer: number
  readonly 'integer-if-any': number | null
  readonly boolean: boolean
  readonly address: Url | null
  readonly words: readonly string[]
  /** Of what is stored elsewhere: how many. */
  readonly count: readonly unknown[]
}
export type VisitKind = keyof ValueOfKind

interface VisitColumn {
  /** As in schema.sql, which says what it is. */
  readonly name: string
  readonly kind: VisitKind
  /** Who knows it: the request and its answer, or the page's document. */
  readonly from: 'request' | 'page'
  /**
   * Of a visit that found the page unchanged: 'new' is its own, 'new-if-told' its own unless empty, 'none' is left empty.
   * Default: what the visit before had.
   */
  readonly again?: 'new' | 'new-if-told' | 'none'
  /** Its column of pages.csv; `id` is `name` unless given. */
  readonly told?: Omit<Column, 'id' | 'type'> & { readonly id?: string; readonly type: ToldType }
  /** What is told, in SQL, where that is not all that is kept. */
  readonly tells?: string
}

/**
 * What a visit keeps, column by column; those of pages.csv in its order. Storing a visit, storing one that found its page
 * unchanged, export, codebook and import go by this table, and the types of what they handle are made of it.
 */
export const visitColumns = [
  { name: 'page_id', kind: 'number', from: 'request', again: 'new' },
  { name: 'wave_id', kind: 'number', from: 'request', again: 'new' },
  { name: 'run_id', kind: 'number', from: 'request', again: 'new' },
  { name: 'duration_ms', kind: 'number', from: 'request', again: 'new' },
  {
    name: 'http_status',
    kind: 'status',
    from: 'request',
    again: 'new',
    told: { title: 'HTTP status', type: 'integer', unit: '', description: 'Status of the last answer.' },
  },
  { name: 'failure', kind: 'text', from: 'request', again: 'none' },
  { name: 'detail', kind: 'text', from: 'request', again: 'none' },
  { name: 'redirect_to', kind: 'reference', from: 'request' },
  {
    name: 'content_type',
    kind: 'text',
    from: 'request',
    told: { title: 'Content type', type: 'text', unit: '', description: 'Media type that the server stated.' },
  },
  {
    name: 'charset',
    kind: 'text',
    from: 'request',
    told: { title: 'Charset', type: 'text', unit: '', description: 'Encoding that the page was read with.' },
  },
  {
    name: 'language',
    kind: 'text',
    from: 'page',
    told: { title: 'Language', type: 'text', unit: 'ISO 639-1', description: 'Language of the page, where known.' },
  },
  {
    name: 'title',
    kind: 'text',
    from: 'page',
    told: { title: 'Title', type: 'text', unit: '', description: "The page's title." },
  },
  {
    name: 'published',
    kind: 'text',
    from: 'page',
    told: {
      title: 'Published',
      type: 'date',
      unit: 'ISO 8601',
      description: 'Date of publication that the page states.',
    },
  },
  {
    name: 'published_from',
    kind: 'text',
    from: 'page',
    told: {
      title: 'Published from',
      type: 'text',
      unit: '',
      description: 'Where that date was found: json-ld, meta, time or url.',
    },
  },
  { name: 'canonical', kind: 'address', from: 'page' },
  {
    name: 'bytes',
    kind: 'integer',
    from: 'request',
    told: { title: 'Size', type: 'integer', unit: 'bytes', description: 'Size of the decompressed document.' },
  },
  { name: 'bytes_wire', kind: 'integer', from: 'request', again: 'new' },
  {
    name: 'rendered',
    kind: 'boolean',
    from: 'request',
    told: {
      title: 'Rendered',
      type: 'boolean',
      unit: '',
      description: 'Read in a browser (true) or as sent (false).',
    },
  },
  { name: 'nofollow', kind: 'boolean', from: 'page' },
  { name: 'links', kind: 'count', from: 'page' },
  { name: 'private_links', kind: 'integer', from: 'page' },
  { name: 'limits', kind: 'words', from: 'page' },
  { name: 'etag', kind: 'text', from: 'request' },
  { name: 'last_modified', kind: 'text', from: 'request' },
  { name: 'body_hash', kind: 'text', from: 'request' },
  { name: 'ip', kind: 'text', from: 'request', again: 'new' },
  { name: 'archive', kind: 'text', from: 'request', again: 'new-if-told' },
  { name: 'country', kind: 'text', from: 'page' },
  { name: 'country_from', kind: 'text', from: 'page' },
  {
    name: 'captured_at',
    kind: 'moment-if-any',
    from: 'request',
    again: 'new',
    told: {
      title: 'Captured at',
      type: 'date',
      unit: 'ISO 8601, UTC',
      description: 'When the archive that was read took the page; empty where none answered.',
    },
  },
  {
    name: 'memento',
    kind: 'text',
    from: 'request',
    again: 'new',
    told: {
      title: 'Memento',
      type: 'text',
      unit: '',
      description: 'Where the archive shows it: an address, or file and offset of the record.',
    },
  },
  {
    name: 'drift_days',
    kind: 'integer-if-any',
    from: 'request',
    again: 'new',
    told: {
      title: 'Drift',
      type: 'integer',
      unit: 'days',
      description: "From the wave's day of the past to that of the capture, negative before it.",
    },
  },
  {
    name: 'asked_at',
    kind: 'moment-if-any',
    from: 'request',
    again: 'new',
    told: {
      title: 'Asked at',
      type: 'date',
      unit: 'ISO 8601, UTC',
      description:
        'When the archive was asked that gave the page; empty where none was: a folder of records is not asked.',
    },
    // The clock of a reading of files says nothing of the pages, and would make two readings of the same files differ.
    tells: `CASE WHEN visit.memento LIKE 'http%' THEN visit.asked_at END`,
  },
  { name: 'captures', kind: 'integer-if-any', from: 'request', again: 'new' },
  { name: 'borrowed', kind: 'reference', from: 'request' },
  {
    name: 'at',
    kind: 'moment',
    from: 'request',
    again: 'new',
    told: {
      id: 'fetched_at',
      title: 'Fetched at',
      type: 'date',
      unit: 'ISO 8601, UTC',
      description: 'Time of the last answer.',
    },
  },
] as const satisfies readonly VisitColumn[]

type Columns = (typeof visitColumns)[number]
type Values<C extends Columns> = { readonly [One in C as CamelCase<One['name']>]: ValueOfKind[One['kind']] }
type FromRequest = Extract<Columns, { from: 'request' }>
type Needed = Extract<FromRequest, { kind: 'number' | 'moment' | 'status' }>

/** What a page's document says of itself. */
export type PageFacts = Values<Extract<Columns, { from: 'page' }>>

/** What one request brought back, ready to be stored. What has no value is left out. */
export type NewVisit = Values<Needed> &
  Partial<Values<Exclude<FromRequest, Needed>>> & { readonly page?: Partial<PageFacts> }

/** What a visit that found its page unchanged has of its own. */
export type UnchangedVisit = Values<Extract<Columns, { again: 'new' | 'new-if-told' }>>

interface ValueOfType {
  readonly text: string
  readonly date: string
  readonly integer: number | null
  readonly boolean: boolean | null
}
type ToldType = keyof ValueOfType
type ToldColumns = Extract<Columns, { told: object }>
type IdOf<C extends ToldColumns> = C['told'] extends { id: infer Id extends string } ? Id : C['name']

/** What pages.csv tells of the last visit to a page. Unknown numbers are null, texts empty. */
export type PageVisitFacts = {
  readonly [C in ToldColumns as CamelCase<IdOf<C>>]: ValueOfType[C['told']['type']]
}

/** A column of pages.csv that comes from a visit. */
export interface ToldColumn {
  readonly column: Column
  /** Its property of a row of pages.csv. */
  readonly key: keyof PageVisitFacts
  readonly visit: Pick<VisitColumn, 'name' | 'kind' | 'from' | 'tells'>
}

export const toldColumns: readonly ToldColumn[] = visitColumns.flatMap((visit: VisitColumn) => {
  if (visit.told === undefined) return []
  const column = { id: visit.name, ...visit.told }
  return [{ column, key: camelCase(column.id) as keyof PageVisitFacts, visit }]
})
