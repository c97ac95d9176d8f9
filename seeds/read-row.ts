import { readPlace } from '#data/entity/read-place.ts'
import type { Url } from '#data/url/brand.ts'
import { readAddress } from '#data/url/read-address.ts'
import { showCell } from '#data/show-cell.ts'
import type { Seed } from '#data/records.ts'
import { guessCountryCode, isCountryCode } from '#data/table/country-codes.ts'
import type { TableRow } from '#data/table/read-table.ts'
import type { Said } from '#data/vocabulary/words/say.ts'
import { readDates, splitDates } from './read-dates.ts'

/** A row of a seed list, before rows are compared with one another. */
export type SeedRow = Omit<Seed, 'starts'>

type Complain = (problem: Said) => void

/** Reads one row, telling `complain` of each cell that can't be used; null when there is no address to begin with. */
export function readRow(row: TableRow, tagColumns: readonly string[], complain: Complain): SeedRow | null {
  const url = readUrl(row.cell('url'), complain)
  const country = readCountry(row.cell('country'), complain)
  const [bare, times] = splitDates(row.cell('prefixes'))
  const prefixes = readPrefixes(bare, complain)
  if (url === null) return null
  const dated = readDates(row, times, { url, prefixes }, complain)
  return {
    url,
    name: oneLine(row.cell('name')),
    country,
    kind: oneLine(row.cell('kind')).toLowerCase().replaceAll(' ', '-'),
    prefixes,
    ...(dated.length > 0 && { dated }),
    source: oneLine(row.cell('source')),
    tags: tagColumns.map(column => [column, row.cell(column)] as const).filter(([, value]) => value !== ''),
    line: row.line,
  }
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ')

function readUrl(text: string, complain: Complain): Url | null {
  const url = readAddress(text)
  const example = 'https://www.example.fr'
  if (text === '') complain({ code: 'no-address', values: { example } })
  else if (url === null) complain({ code: 'not-an-address', values: { found: showCell(text), example } })
  return url
}

function readCountry(text: string, complain: Complain): string {
  const code = text.toUpperCase()
  if (code === '' || isCountryCode(code)) return code
  const guess = guessCountryCode(text)
  const found = showCell(text)
  complain(
    guess === null
      ? { code: 'not-a-country', values: { found } }
      : { code: 'country-by-name', values: { found, expected: guess } },
  )
  return ''
}

function readPrefixes(text: string, complain: Complain): Url[] {
  const parts = text.split(/\s+/).filter(part => part !== '')
  const prefixes = parts.map(part => readPrefix(part, complain))
  return [...new Set(prefixes.filter(prefix => prefix !== null))]
}

/** A prefix says where an entity's addresses begin: no fragment, and a query only where a platform names actors by it. */
function readPrefix(part: string, complain: Complain): Url | null {
  const prefix = readAddress(part)
  const { actor } = prefix === null ? { actor: null } : readPlace(prefix)
  const mayHaveQuery = actor?.rest.includes('?') === true
  if (prefix !== null && !part.includes('#') && (mayHaveQuery || !part.includes('?'))) return prefix
  const code = prefix === null ? 'prefix-not-an-address' : 'prefix-with-query'
  complain({ code, values: { found: showCell(part), example: 'https://example.fr/blog' } })
  return null
}
