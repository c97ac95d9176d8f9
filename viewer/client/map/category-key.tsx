import { useMemo } from 'react'
import type { CategoryColumn } from '#viewer/protocol/map.ts'
import { toggleCategory } from '../filters/categories.ts'
import { facetCounts } from '../filters/shown-by.ts'
import { CategoryRows } from '../parts/category-rows.tsx'
import type { Marks } from '../view/marks.ts'
import { useWorkbench } from '../workbench-context.ts'

interface CategoryKeyProps {
  readonly column: CategoryColumn
  readonly marks: Marks
  /** The mark of a category; -1: not known. */
  readonly glyph: (category: number) => React.ReactNode
}

/** The categories of the legend. Pressed, only the pressed ones are kept on the map. */
export function CategoryKey({ column, marks, glyph }: CategoryKeyProps) {
  const { model, speech, view, step } = useWorkbench()
  const { filters } = view
  const counts = useMemo(() => facetCounts(model, filters, column.name), [model, filters, column.name])
  const toggle = (value: string): void =>
    step({ filters: { ...filters, categories: toggleCategory(filters.categories, column.name, value) } })
  return (
    <CategoryRows
      {...{ column, marks, counts, speech, glyph }}
      kept={filters.categories[column.name] ?? []}
      onToggle={toggle}
    />
  )
}
