import { normalizeUrl } from '#data/url/normalize-url.ts'
import type { Url } from '#data/url/brand.ts'
import type { AskedCapture } from './asked-capture.ts'

/** A row of an archive's index. */
export interface CdxRow extends AskedCapture {
  readonly at: number
  /** 14 digits. */
  readonly digits: string
  /** Where its record lies, in an index that tells it; null: this one doesn't. */
  readonly record: IndexedRecord | null
}

interface IndexedRecord {
  readonly file: string
  readonly offset: number
  readonly length: number
  /** The index says that its body was cut. */
  readonly isCut: boolean
}

export interface CdxPage {
  readonly rows: readonly CdxRow[]
  /** Where the listing goes on; null: it is whole. */
  readonly resumeKey: string | null
}

type Cells = Readonly<Record<string, unknown>>

/**
 * Reads one answer of an index: the Wayback dialect's array of arrays (its first row names the fields, a resume key stands after an
 * empty row) or pywb's objects, one a line. Rows that name no page of the Web are left out, repeated ones given once. Null: it is
 * neither. O(length).
 */
export function readCdx(text: string): CdxPage | null {
  const body = text.trim()
  if (body === '') return { rows: [], resumeKey: null }
  const parsed = body.startsWith('[') ? readTable(body) : readObjects(body)
  if (parsed === null) return null
  const rows = new Map<string, CdxRow>()
  for (const cells of parsed.cells) {
    const row = rowOf(cells)
    if (row !== null) rows.set(`${row.digits} ${row.original}`, row)
  }
  return { rows: [...rows.values()], resumeKey: parsed.resumeKey }
}

interface Parsed {
  readonly cells: readonly Cells[]
  readonly resumeKey: string | null
}

function readTable(body: string): Parsed | null {
  const table = parse(body)
  if (!Array.isArray(table) || !table.every(row => Array.isArray(row))) return null
  const [names = [], ...rows] = table as unknown[][]
  const end = rows.findIndex(row => row.length === 0)
  const key: unknown = end === -1 ? undefined : rows[end + 1]?.[0]
  const cells = rows
    .slice(0, end === -1 ? undefined : end)
    .map(row => Object.fromEntries(row.map((cell, at) => [String(names[at]), cell])))
  return { cells, resumeKey: typeof key === 'string' && key !== '' ? key : null }
}

function readObjects(body: string): Parsed | null {
  const cells = body.split('\n').map(line => parse(line))
  return cells.every(isCells) ? { cells, resumeKey: null } : null
}

const isCells = (value: unknown): value is Cells => typeof value === 'object' && value !== null

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return null
  }
}

function rowOf(cells: Cells): CdxRow | null {
  const original = String(cells['original'] ?? cells['url'] ?? '')
  const digits = String(cells['timestamp'] ?? '')
  const at = timeOf(digits)
  const url: Url | null = /^https?:\/\//i.test(original) ? normalizeUrl(original) : null
  if (url === null || at === null) return null
  const status = String(cells['statuscode'] ?? cells['status'] ?? '')
  const digest = String(cells['digest'] ?? '')
  const known = /^[1-5]\d\d$/.test(status) ? Number(status) : null
  return { url, at, digits, original, digest, status: known, record: recordOf(cells) }
}

function recordOf(cells: Cells): IndexedRecord | null {
  const file = String(cells['filename'] ?? '')
  const [offset, length] = [Number(cells['offset'] ?? Number.NaN), Number(cells['length'] ?? Number.NaN)]
  return file !== '' && Number.isSafeInteger(offset) && offset >= 0 && Number.isSafeInteger(length) && length > 0
    ? { file, offset, length, isCut: String(cells['truncated'] ?? '') !== '' }
    : null
}

/** 20120420090000 as milliseconds since 1970; null: it is no moment. */
export function timeOf(digits: string): number | null {
  const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(digits) ?? []
  const at = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
  return Number.isNaN(at) ? null : at
}
