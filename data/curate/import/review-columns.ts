import { shownOnly } from '../review-table.ts'

/** What a column of a review table or a table of attributes means. */
export type ReviewColumn =
  | 'id'
  | 'url'
  | 'name'
  | 'status'
  | 'country'
  | 'kind'
  | 'homepage'
  | 'prefixes'
  | 'tags'
  | 'notes'
  | 'datedNames'
  | 'datedPrefixes'

/** How a header may call it; upper and lower case don't matter. Every other column is a category of tags. */
const written: Readonly<Record<ReviewColumn, readonly string[]>> = {
  // As pages.csv calls the site of an address.
  id: ['id', 'entity'],
  url: ['url', 'address', 'adresse', 'site', 'website', 'site_web'],
  name: ['name', 'label', 'nom'],
  status: ['status', 'statut'],
  country: ['country', 'pays'],
  kind: ['kind'],
  homepage: ['homepage'],
  prefixes: ['prefixes'],
  tags: ['tags'],
  notes: ['notes', 'note'],
  datedNames: ['dated_names'],
  datedPrefixes: ['dated_prefixes'],
}

/** Every column name that means something. */
export const knownColumns: readonly string[] = [...Object.values(written).flat(), ...shownOnly]

/** Columns that tell whom a row speaks of. */
export const namingColumns: readonly string[] = [written.id, written.url, written.name, written.homepage].flat()

/** The columns of `columns` that mean this, the best known name first: an `id` before an `entity`. */
export const columnsOf = (meaning: ReviewColumn, columns: readonly string[]): readonly string[] =>
  written[meaning].filter(name => columns.includes(name))

export const columnMeaning = (column: string): ReviewColumn | null =>
  (Object.keys(written) as ReviewColumn[]).find(meaning => written[meaning].includes(column)) ?? null

export const isShownOnly = (column: string): boolean => shownOnly.includes(column)
