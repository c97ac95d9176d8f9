import { useMemo } from 'react'
import type { CategoryColumn } from '#viewer/protocol/map.ts'
import { toggleCategory } from '../model/filters.ts'
import { facetCounts } from '../model/shown.ts'
import type { Marks } from '../view/scales.ts'
import { useWorkbench } from '../workbench-context.ts'
import { categoryName } from './category-name.ts'

interface CategoryKeyProps {
  readonly column: CategoryColumn
  /** The categories with a row of their own; the others are summed up in one. */
  readonly marks: Marks
  /** The mark of a category; -1: not known. */
  readonly glyph?: (category: number) => React.ReactNode
}

/** Categories with their marks and counts. Each is a switch: pressed, only the pressed ones are kept on the map. */
export function CategoryKey({ column, marks: { own, rest }, glyph = () => null }: CategoryKeyProps) {
  const { model, speech, view, step } = useWorkbench()
  const counts = useMemo(() => facetCounts(model, view.filters, column.name), [model, view.filters, column.name])
  const kept = view.filters.categories[column.name] ?? []
  const restCount = rest.reduce((sum, category) => sum + counts[category]!, 0)
  const unknown = column.categories.length
  return (
    <ul className="key">
      {[...own, ...(column.values.includes(-1) ? [unknown] : [])].map(category => {
        const entry = column.categories[category]
        const value = entry?.value ?? ''
        const name = categoryName(column, category, speech)
        const total = entry?.count ?? counts[unknown]!
        return (
          <li key={category}>
            <button
              type="button"
              className="key-row"
              aria-pressed={kept.includes(value)}
              title={name}
              onClick={() => step({ filters: toggleCategory(view.filters, column.name, value) })}
            >
              {glyph(category === unknown ? -1 : category)}
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
      {rest.length > 0 && (
        <li className="key-rest">
          {glyph(rest[0]!)}
          <span className="key-name">{speech.words.others(rest.length)}</span>
          <span className="key-count">{speech.count(restCount)}</span>
        </li>
      )}
    </ul>
  )
}
