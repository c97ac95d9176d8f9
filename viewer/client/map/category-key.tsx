import { useMemo } from 'react'
import type { CategoryColumn } from '../../protocol/map.ts'
import { toggleCategory } from '../model/filters.ts'
import { facetCounts } from '../model/shown.ts'
import { useWorkbench } from '../workbench-context.ts'
import { categoryName } from './category-name.ts'

export interface KeyEntry {
  /** Index in the column; the number of categories: not known. */
  readonly category: number
  readonly glyph: React.ReactNode
}

interface CategoryKeyProps {
  readonly column: CategoryColumn
  /** The rows shown; the other categories are summed up in `rest`. */
  readonly entries: readonly KeyEntry[]
  readonly rest?: { readonly categories: readonly number[]; readonly glyph: React.ReactNode }
}

/** Categories with their marks and counts. Each is a switch: pressed, only the pressed ones are kept on the map. */
export function CategoryKey({ column, entries, rest }: CategoryKeyProps) {
  const { model, speech, view, step } = useWorkbench()
  const counts = useMemo(() => facetCounts(model, view.filters, column.name), [model, view.filters, column.name])
  const kept = view.filters.categories[column.name] ?? []
  const restCount = (rest?.categories ?? []).reduce((sum, category) => sum + counts[category]!, 0)
  return (
    <ul className="key">
      {entries.map(({ category, glyph }) => {
        const entry = column.categories[category]
        const value = entry?.value ?? ''
        const name = categoryName(column, category, speech)
        const total = entry?.count ?? counts[column.categories.length]!
        return (
          <li key={category}>
            <button
              type="button"
              className="key-row"
              aria-pressed={kept.includes(value)}
              title={name}
              onClick={() => step({ filters: toggleCategory(view.filters, column.name, value) })}
            >
              {glyph}
              <span className="key-name">{name}</span>
              <span className="key-count">
                {counts[category] === total
                  ? speech.count(total)
                  : speech.words.countOf(speech.count(counts[category]!), speech.count(total))}
              </span>
            </button>
          </li>
        )
      })}
      {rest && (
        <li className="key-rest">
          {rest.glyph}
          <span className="key-name">{speech.words.others(rest.categories.length)}</span>
          <span className="key-count">{speech.count(restCount)}</span>
        </li>
      )}
    </ul>
  )
}
