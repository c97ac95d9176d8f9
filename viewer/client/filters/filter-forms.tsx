import { useMemo } from 'react'
import { useWorkbench } from '../workbench-context.ts'
import { eachFilter } from './filters.ts'
import { facetCounts } from './shown-by.ts'

/** The form of every filter that has one, under its title. */
export function FilterForms() {
  const { model, speech, view, step, change } = useWorkbench()
  const { filters, size } = view
  const facets = useMemo(() => (column: string) => facetCounts(model, filters, column), [model, filters])
  return eachFilter(filters, ({ control }, value, set) => {
    if (control === undefined) return null
    const title = control.title(speech.words)
    return (
      <section key={title}>
        <h2>{title}</h2>
        <control.Form
          {...{ value, model, speech, facets, size }}
          step={next => step({ filters: set(next) })}
          change={next => change({ filters: set(next) })}
        />
      </section>
    )
  })
}
