import { showCell } from '#data/show-cell.ts'
import type { Lines, RawRecord, Remark } from '#data/table/read-table.ts'
import { readAddress } from '#data/url/read-address.ts'
import { bareLine, findAddresses, looksLikeAddress, type Found } from './find-addresses.ts'

/** Headers that people write above a column of addresses, in English and French, folded. */
const urlNames: ReadonlySet<string> = new Set(
  (
    'url,urls,uri,url du site,adresse url,adresse,adresses,adresse web,adresse internet,adresse du site,site,sites,site web,sites web,' +
    'site internet,lien,liens,lien web,lien du site,page web,page d accueil,address,web address,website,websites,web site,web,link,links,' +
    'homepage,home page,href,site officiel,site url,url site,site internet officiel,blog,adresse du blog,url du blog,nom de domaine,domaine,' +
    'domain,domain name,website url,official site,official website'
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

/** A title over the list, or a line that a '#' takes out; not the name of a column. */
const isHeading = (line: string, isFirst: boolean): boolean =>
  line.startsWith('#') || (isFirst && !/[,;\t|@]|:\/|\w\.\w/.test(line) && !urlNames.has(folded(line)))

/**
 * The lines of a text that is nothing but addresses, one a line, perhaps with words about them; null when it is a table. The first line
 * that is no title tells, and that most lines hold no separator: one may stand in an address.
 */
export function bareAddresses(text: string): Lines | null {
  const lines = text
    .split('\n')
    .flatMap((line, at) => (line.trim() === '' ? [] : [{ line: at + 1, text: line.trim() }]))
  const found = lines.map((line, at) => ({ ...line, isFirst: at === 0, found: findAddresses(line.text) }))
  const isTitle = (line: (typeof found)[number]) => line.found.length === 0 && isHeading(line.text, line.isFirst)
  const titles = found.filter(isTitle)
  const filled = found.filter(line => !isTitle(line))
  const plain = filled.filter(line => line.found.length > 0 || !/[,;\t]/.test(line.text))
  if (filled.length === 0 || filled[0]!.found.length === 0 || plain.length * 2 <= filled.length) return null
  const hasWords = filled.some(line => line.found.some(({ words }) => words !== ''))
  const cellsOf = ({ address, words }: Found) => (hasWords ? [address, words] : [address])
  return {
    records: filled.flatMap(line =>
      (line.found.length > 0 ? line.found : [{ address: bareLine(line.text), words: '' }]).map(one => ({
        line: line.line,
        cells: cellsOf(one),
      })),
    ),
    notes: titles.map(line => ({ line: line.line, code: 'title-passed-over', values: { found: showCell(line.text) } })),
  }
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
  const place = first.cells.findIndex(looksLikeAddress)
  const meant = place === -1 ? columnOfAddresses(first, body) : null
  if (meant !== null) return renamed(first, body, meant)
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
