import { showCell } from '#data/show-cell.ts'
import type { RawRecord, Remark } from '#data/table/read-table.ts'
import { readAddress } from '#data/url/read-address.ts'

/** Headers that people write above a column of addresses, in English and French, folded. */
const urlNames: ReadonlySet<string> = new Set(
  (
    'url,urls,uri,url du site,adresse url,adresse,adresses,adresse web,adresse internet,adresse du site,site,sites,site web,sites web,' +
    'site internet,lien,liens,lien web,lien du site,page web,page d accueil,address,web address,website,websites,web site,web,link,links,' +
    'homepage,home page,href'
  ).split(','),
)

/** 'Adresse  du site (URL) :' → 'adresse du site url'. */
const folded = (name: string): string =>
  name
    .replace(/\p{M}/gu, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

/** Characters: no line of a list is longer, and no pattern here may take long over one. */
const longest = 2_000

/** A word with a dot in its host: what stands in a column of addresses, and in no header. */
const looksLikeAddress = (text: string): boolean =>
  text.length <= longest &&
  /^(?:https?:\/\/)?[^\s,;:"'<>/?#@]+\.[^\s,;:"'<>/?#@]{2,}(?::\d+)?(?:[/?#]\S*)?$/i.test(text) &&
  readAddress(text) !== null

/** Bullets, numbers, brackets, quotes and commas that a list in a text has around its addresses. */
const bareLine = (line: string): string => {
  const trimmed = line.trim()
  if (trimmed.length > longest) return trimmed
  return trimmed
    .replace(/^(?:[-*+•‣◦–—·]|\d{1,5}[.)])\s+/u, '')
    .replace(/[,;]+$/, '')
    .replace(/^<(.*)>$/, '$1')
    .replace(/^"(.*)"$/, '$1')
    .trim()
}

/**
 * The lines of a text that is nothing but addresses, one a line; null when it is a table. The first line tells, and that
 * most lines hold no separator: one may stand in an address.
 */
export function bareAddresses(text: string): RawRecord[] | null {
  const lines = text.split('\n').map((line, at) => ({ line: at + 1, cells: [bareLine(line)] }))
  const filled = lines.filter(({ cells }) => cells[0] !== '')
  const single = filled.filter(({ cells }) => !/[,;\t]/.test(cells[0]!))
  const isList = filled.length > 0 && looksLikeAddress(filled[0]!.cells[0]!) && single.length * 2 > filled.length
  return isList ? filled : null
}

export interface Headed {
  readonly records: readonly RawRecord[]
  readonly notes: readonly Remark[]
}

/**
 * Records with a header that has a column 'url': as it is, or one that is meant so ('Site web', 'lien'), or a new one above
 * addresses without any, with a note of what was understood. What can't be understood stays as it is.
 */
export function withHeader(records: readonly RawRecord[]): Headed {
  const [first, ...body] = records
  const unchanged = { records, notes: [] }
  if (first === undefined || first.cells.some(cell => cell.toLowerCase() === 'url')) return unchanged
  const meant = columnOfAddresses(first, body)
  if (meant !== null) return renamed(first, body, meant)
  const place = first.cells.findIndex(looksLikeAddress)
  const filled = first.cells.findLastIndex(cell => cell !== '') + 1
  if (place === -1 || filled > 2) return unchanged
  const header = { line: first.line, cells: first.cells.slice(0, 2).map((_, at) => (at === place ? 'url' : 'name')) }
  const code = filled === 1 ? 'read-as-addresses' : 'read-as-two-columns'
  return {
    records: [header, ...records],
    notes: [{ line: first.line, code, values: { found: showCell(first.cells[place]!) } }],
  }
}

/** Of several columns that may be meant ('Adresse', a street; 'Site web'), the one with most addresses, the first of equals. */
function columnOfAddresses({ cells }: RawRecord, body: readonly RawRecord[]): number | null {
  const addressesIn = (at: number): number => body.filter(row => readAddress(row.cells[at] ?? '') !== null).length
  const candidates = cells.flatMap((name, at) => (urlNames.has(folded(name)) ? [{ at, count: addressesIn(at) }] : []))
  const [best] = candidates.toSorted((a, b) => b.count - a.count || a.at - b.at)
  return best?.at ?? null
}

function renamed(header: RawRecord, body: readonly RawRecord[], place: number): Headed {
  const cells = header.cells.map((cell, at) => (at === place ? 'url' : cell))
  const found = showCell(header.cells[place]!)
  return {
    records: [{ ...header, cells }, ...body],
    notes: [{ line: header.line, code: 'column-taken-as-url', values: { found } }],
  }
}
