import type { MapColumn } from '#viewer/protocol/map.ts'
import { keepCategories } from '../filters/categories.ts'
import { keepRange } from '../filters/ranges.ts'
import { useWorkbench } from '../workbench-context.ts'

interface ColumnFilterProps {
  readonly column: MapColumn
  readonly title: string
}

/** One value of a category, or the least of an amount: the map's own filters, so that it follows. */
export function ColumnFilter({ column, title }: ColumnFilterProps) {
  const { speech, view, step } = useWorkbench()
  const { words } = speech
  const { filters } = view
  if (column.kind === 'number') {
    const range = filters.ranges[column.name]
    const most = Math.max(...column.values.filter(value => value !== null))
    return (
      <input
        key={range?.least ?? 'none'}
        type="number"
        step="any"
        aria-label={words.filterLeast(title)}
        placeholder="≥"
        defaultValue={range?.least ?? ''}
        onBlur={event => {
          const least = event.target.valueAsNumber
          const next = Number.isFinite(least) ? { least, most: Math.max(least, range?.most ?? most) } : null
          if ((next?.least ?? null) !== (range?.least ?? null))
            step({ filters: { ...filters, ranges: keepRange(filters.ranges, column.name, next) } })
        }}
        onKeyDown={event => event.key === 'Enter' && event.currentTarget.blur()}
      />
    )
  }
  const kept = filters.categories[column.name] ?? []
  return (
    <select
      aria-label={words.filterOnly(title)}
      value={kept.length === 1 ? kept[0] : ''}
      onChange={event => {
        const values = event.target.value === '' ? [] : [event.target.value]
        step({ filters: { ...filters, categories: keepCategories(filters.categories, column.name, values) } })
      }}
    >
      <option value="">{kept.length > 1 ? words.filterSome : words.filterAll}</option>
      {column.categories.map(({ value, label, alone }) => (
        <option key={value} value={value}>
          {alone ? words.alone : label === '' ? speech.category(column.name, value) : label}
        </option>
      ))}
    </select>
  )
}
