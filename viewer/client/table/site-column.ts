import type { Status } from '#data/vocabulary/statuses.ts'
import type { Category, CategoryColumn, MapColumn } from '#viewer/protocol/map.ts'
import type { Model } from '../model/model.ts'
import type { Speech } from '../words/format.ts'

/** What a person may write into a cell. */
export type Edit = { readonly field: 'label' | 'country' | 'kind' | 'note' | 'status' } | { readonly tag: string }

/** A column of the table: what it shows, sorts by, and lets people write. */
export interface SiteColumn {
  readonly id: string
  readonly title: string
  readonly isNumeric: boolean
  /** Rem. */
  readonly width: number
  readonly text: (site: number) => string
  /** Null: by its text. */
  readonly amount: ((site: number) => number | null) | null
  /** What an editor begins with, where it isn't what is shown. */
  readonly value: (site: number) => string
  readonly edit: Edit | null
  /** The map's column, by which it can be filtered. */
  readonly column: MapColumn | null
}

/** Answer of /api/judged, by id. */
export type Judged = Readonly<Record<string, { readonly status: Status; readonly note: string }>>

export const nameColumn = 'name'

/** Every column there is: the name first, then what a site is, its measures, and what is left. */
export function tableColumns(model: Model, speech: Speech, judged: Judged | null): SiteColumn[] {
  const { words } = speech
  const { ids, labels, columns } = model.data
  const plain = (id: string, title: string, width: number, text: (site: number) => string, edit: Edit | null): SiteColumn => ({ id, title, width, text, value: text, edit, isNumeric: false, amount: null, column: null }) // prettier-ignore
  const ofMap = inReadingOrder(columns).map(column => mapColumn(column, speech))
  const own = judged === null ? [] : [
    ...(ofMap.some(({ id }) => id === 'status') ? [] : [plain('status', words.status, 8, site => words.statuses[judged[ids[site]!]?.status ?? 'IN'], { field: 'status' })]),
    plain('note', words.note, 16, site => judged[ids[site]!]?.note ?? '', { field: 'note' }),
  ] // prettier-ignore
  return [
    plain(nameColumn, words.tableSite, 17, site => labels[site]!, { field: 'label' }),
    plain('address', words.labelAddresses, 14, site => ids[site]!, null),
    ...ofMap,
    ...own.map(column => (column.id === 'status' ? statusColumn(column, ids, judged) : column)),
  ]
}

/** A choice writes its own word of the study, not what is shown of it. */
const statusColumn = (column: SiteColumn, ids: readonly string[], judged: Judged | null): SiteColumn => ({
  ...column,
  value: site => judged?.[ids[site]!]?.status ?? '',
})

function mapColumn(column: MapColumn, speech: Speech): SiteColumn {
  const head = { id: column.name, title: speech.columnTitle(column), column, edit: editOf(column) }
  if (column.kind === 'number') {
    const amount = (site: number): number | null => column.values[site] ?? null
    const text = (site: number): string => speech.number(amount(site))
    return { ...head, isNumeric: true, width: 7.5, amount, text, value: site => String(amount(site) ?? '') }
  }
  const values = valuesOf(column)
  const text = (site: number): string => values(site).map(value => shownValue(column, value, speech)).join(', ') // prettier-ignore
  const value = (site: number): string => values(site).map(one => one.value).join(' | ') // prettier-ignore
  return { ...head, isNumeric: false, width: 10, amount: null, text, value }
}

function shownValue({ name }: CategoryColumn, { value, label, alone }: Category, speech: Speech): string {
  if (alone) return speech.words.alone
  if (name === 'community') return value
  return label === '' ? speech.category(name, value) : label
}

/** The categories of a site; of one with several, all. */
function valuesOf({ categories, values, more }: CategoryColumn): (site: number) => readonly Category[] {
  const further = Map.groupBy(more, ([site]) => site)
  return site =>
    [values[site] ?? -1, ...(further.get(site) ?? []).map(([, category]) => category)].flatMap(
      category => categories[category] ?? [],
    )
}

function editOf({ name, origin }: MapColumn): Edit | null {
  if (origin === 'tag') return { tag: name.replace(/^(?:tag|number):/, '') }
  return name === 'country' || name === 'kind' || name === 'status' ? { field: name } : null
}

/** A tag of numbers stands there once, by its amounts, unless some site has several. */
const isTwin = (column: MapColumn, columns: readonly MapColumn[]): boolean =>
  column.kind === 'category' &&
  column.more.length === 0 &&
  columns.some(({ name }) => name === column.name.replace(/^tag:/, 'number:') && name !== column.name)

const first = ['community', 'country', 'kind', 'status']

function inReadingOrder(columns: readonly MapColumn[]): MapColumn[] {
  const place = ({ name, kind }: MapColumn): number =>
    first.includes(name) ? first.indexOf(name) : kind === 'number' ? 10 : 20
  return columns.filter(column => !isTwin(column, columns)).toSorted((a, b) => place(a) - place(b))
}
