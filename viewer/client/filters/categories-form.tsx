import { useMemo, useState } from 'react'
import { categoryColumn } from '../model/model.ts'
import { CategoryRows } from '../parts/category-rows.tsx'
import { Choice } from '../parts/choice.tsx'
import { type Categories, toggleCategory } from './categories.ts'
import type { FormProps } from './filter.ts'

/** The categories of a column, each with what it would show. */
export function CategoriesForm({ value, step, model, speech, facets }: FormProps<Categories>) {
  const columns = model.data.columns.filter(column => column.kind === 'category')
  const [name, setName] = useState(columns.find(column => column.name === 'kind')?.name ?? columns[0]?.name ?? '')
  const counts = useMemo(() => facets(name), [facets, name])
  const column = categoryColumn(model, name)
  if (!column) return null
  return (
    <>
      <div className="boxed">
        <Choice
          title={speech.words.matrixOf}
          value={name}
          options={columns.map(one => ({ value: one.name, text: speech.columnTitle(one) }))}
          onChoose={setName}
        />
        <CategoryRows
          column={column}
          marks={{ own: [...column.categories.keys()], rest: [] }}
          counts={counts}
          kept={value[name] ?? []}
          speech={speech}
          onToggle={one => step(toggleCategory(value, name, one))}
        />
      </div>
      <p className="hint screen-only">{speech.words.filtersHint}</p>
    </>
  )
}
