import { memo, useEffect, useRef } from 'react'
import { useWorkbench } from '../workbench-context.ts'
import { ColumnFilter } from './column-filter.tsx'
import type { SiteColumn } from './site-column.ts'
import type { TableView } from './table-view.ts'
import type { Checked } from './use-checked.ts'

interface TableHeadProps {
  readonly view: TableView
  readonly checked: Checked | null
  readonly hasFilters: boolean
}

/** Titles that sort; below them, where they are asked for, the filters that the map follows. */
export const TableHead = memo(function TableHead({ view, checked, hasFilters }: TableHeadProps) {
  return (
    <thead>
      <tr aria-rowindex={1}>
        {checked !== null && (
          <th scope="col" className="check">
            <CheckAll checked={checked} />
          </th>
        )}
        {view.shown.map(column => (
          <Heading key={column.id} column={column} view={view} />
        ))}
      </tr>
      {hasFilters && (
        <tr className="filter-row">
          {checked !== null && <td />}
          {view.shown.map(({ id, title, column }) => (
            <td key={id}>{column !== null && <ColumnFilter column={column} title={title} />}</td>
          ))}
        </tr>
      )}
    </thead>
  )
})

function Heading({ column, view }: { readonly column: SiteColumn; readonly view: TableView }) {
  const { order, sort } = view
  const isOrder = order.column === column.id
  return (
    <th scope="col" aria-sort={isOrder ? (order.descending ? 'descending' : 'ascending') : 'none'}>
      <button type="button" title={column.title} onClick={() => sort(column)}>
        {column.title}
        <span aria-hidden="true">{isOrder ? (order.descending ? ' ↓' : ' ↑') : ''}</span>
      </button>
    </th>
  )
}

function CheckAll({ checked }: { readonly checked: Checked }) {
  const { words } = useWorkbench().speech
  const box = useRef<HTMLInputElement>(null)
  const count = checked.sites.length
  useEffect(() => {
    if (box.current) box.current.indeterminate = count > 0
  }, [count])
  return (
    <label className="tick">
      <input
        ref={box}
        type="checkbox"
        aria-label={words.checkAll}
        checked={false}
        onChange={() => checked.setAll(count === 0)}
      />
    </label>
  )
}
