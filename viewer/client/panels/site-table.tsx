import { useState } from 'react'
import type { MapColumn } from '#viewer/protocol/map.ts'
import { Dot } from '../parts/dot.tsx'
import type { Selection } from '../view/view.ts'
import { useWorkbench } from '../workbench-context.ts'
import type { Speech } from '../words/format.ts'

interface Order {
  /** Empty: by name. */
  readonly column: string
  readonly descending: boolean
}

/** Sites × columns, sortable: the map's data for readers of tables and for screen readers. */
export function SiteTable() {
  const { model, shown, speech, view, select, point } = useWorkbench()
  const { words } = speech
  const [order, setOrder] = useState<Order>({ column: 'in_degree', descending: true })
  const columns = inReadingOrder(model.data.columns)
  const sorted = sortSites(
    Array.from({ length: model.siteCount }, (_, site) => site).filter(site => shown.sites[site] === 1),
    order,
    model.data.labels,
    columns,
    speech,
  )
  const sort = (column: string, descending: boolean): void =>
    setOrder(order.column === column ? { column, descending: !order.descending } : { column, descending })
  return (
    <div className="table-screen" tabIndex={0} role="region" aria-label={words.table}>
      <h1 className="unseen">{words.table}</h1>
      <table>
        <caption>{words.tableCaption(words.sites(shown.siteCount))}</caption>
        <thead>
          <tr>
            <Heading name="" title={words.tableSite} order={order} onSort={() => sort('', false)} />
            {columns.map(column => (
              <Heading
                key={column.name}
                name={column.name}
                title={speech.columnTitle(column)}
                order={order}
                onSort={() => sort(column.name, column.kind === 'number')}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted.map(site => (
            <tr
              key={site}
              aria-current={isSelected(view.selection, model.data.ids[site]!) ? 'true' : undefined}
              onPointerEnter={() => point({ site })}
              onPointerLeave={() => point(null)}
            >
              <th scope="row">
                <button
                  type="button"
                  className="row-link"
                  onClick={() => select({ kind: 'site', id: model.data.ids[site]! })}
                >
                  <Dot site={site} /> {model.data.labels[site]}
                </button>
                {model.unread.has(site) && <span className="tally"> {words.siteNotRead}</span>}
              </th>
              {columns.map(column => (
                <Cell key={column.name} column={column} site={site} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Empty where there is no value: why, when one asks. */
function Cell({ column, site }: { readonly column: MapColumn; readonly site: number }) {
  const { model, speech } = useWorkbench()
  const text = cell(column, site, speech)
  const isUnseen = text === '' && column.origin !== 'tag' && model.unread.has(site)
  return (
    <td
      className={column.kind === 'number' ? 'numeric' : ''}
      title={isUnseen ? speech.words.siteNotReadWhy : undefined}
    >
      {text}
    </td>
  )
}

/** A tag of numbers stands there once, by its amounts, unless some site has several. */
const isTwin = (column: MapColumn, columns: readonly MapColumn[]): boolean =>
  column.kind === 'category' &&
  column.more.length === 0 &&
  columns.some(({ name }) => name === column.name.replace(/^tag:/, 'number:') && name !== column.name)

const first = ['community', 'country', 'kind']

/** What a site is, then its measures, then what is left. */
function inReadingOrder(columns: readonly MapColumn[]): MapColumn[] {
  const place = ({ name, kind }: MapColumn): number =>
    first.includes(name) ? first.indexOf(name) : kind === 'number' ? 10 : 20
  return columns.filter(column => !isTwin(column, columns)).toSorted((a, b) => place(a) - place(b))
}

const isSelected = (selection: Selection, id: string): boolean =>
  (selection.kind === 'site' && selection.id === id) || (selection.kind === 'sites' && selection.ids.includes(id))

interface HeadingProps {
  readonly name: string
  readonly title: string
  readonly order: Order
  readonly onSort: () => void
}

function Heading({ name, title, order, onSort }: HeadingProps) {
  const isOrder = order.column === name
  const direction = order.descending ? 'descending' : 'ascending'
  return (
    <th scope="col" aria-sort={isOrder ? direction : 'none'}>
      <button type="button" onClick={onSort}>
        {title}
        <span aria-hidden="true">{isOrder ? (order.descending ? ' ↓' : ' ↑') : ''}</span>
      </button>
    </th>
  )
}

function cell(column: MapColumn, site: number, speech: Speech): string {
  if (column.kind === 'number') return speech.number(column.values[site] ?? null)
  const category = column.categories[column.values[site] ?? -1]
  if (!category) return ''
  if (category.alone) return speech.words.alone
  if (column.name === 'community') return category.value
  return category.label === '' ? speech.category(column.name, category.value) : category.label
}

function sortSites(
  sites: number[],
  { column: name, descending }: Order,
  labels: readonly string[],
  columns: readonly MapColumn[],
  speech: Speech,
): number[] {
  const collator = new Intl.Collator(speech.language, { numeric: true, sensitivity: 'base' })
  const column = columns.find(one => one.name === name)
  const byName = (a: number, b: number): number => collator.compare(labels[a]!, labels[b]!)
  const turn = descending ? -1 : 1
  if (!column) return sites.sort((a, b) => turn * byName(a, b))
  if (column.kind === 'number') {
    const value = (site: number): number => column.values[site] ?? -Infinity
    return sites.sort((a, b) => turn * (value(a) - value(b)) || byName(a, b))
  }
  return sites.sort((a, b) => turn * collator.compare(cell(column, a, speech), cell(column, b, speech)) || byName(a, b))
}
