import { type ComponentType, useMemo } from 'react'
import type { Words } from '../words/format.ts'
import { useWorkbench } from '../workbench-context.ts'
import { BackboneForm } from './backbone-form.tsx'
import { CategoriesForm } from './categories-form.tsx'
import type { FormProps } from './filter.ts'
import { filterKeys, type Filters } from './filters.ts'
import { KCoreForm } from './k-core-form.tsx'
import { LargestPartForm } from './largest-part-form.tsx'
import { tieWeight } from './least-of-ties.ts'
import { leastOfTiesForm } from './least-of-ties-form.tsx'
import { RangesForm } from './ranges-form.tsx'
import { SearchedForm } from './searched-form.tsx'
import { facetCounts } from './shown-by.ts'

interface Control<Value> {
  readonly title: (words: Words) => string
  readonly Form: ComponentType<FormProps<Value>>
}

/** The form of each filter that is set in the panel of filters; the others are set elsewhere. */
const controls: { readonly [Key in keyof Filters]?: Control<Filters[Key]> } = {
  weight: { title: tieWeight.title, Form: leastOfTiesForm(tieWeight) },
  backbone: { title: words => words.filterBackbone, Form: BackboneForm },
  words: { title: words => words.filterWords, Form: SearchedForm },
  categories: { title: words => words.filterCategories, Form: CategoriesForm },
  ranges: { title: words => words.filterRanges, Form: RangesForm },
  part: { title: words => words.filterPart, Form: LargestPartForm },
  core: { title: words => words.filterCore, Form: KCoreForm },
}

/** The form of every filter that has one, under its title. */
export function FilterForms() {
  const { model, speech, view, step, change } = useWorkbench()
  const { filters, size } = view
  const facets = useMemo(() => (column: string) => facetCounts(model, filters, column), [model, filters])
  const formOf = <Key extends keyof Filters>(key: Key, control: Control<Filters[Key]> | undefined) => {
    if (control === undefined) return null
    const title = control.title(speech.words)
    return (
      <section key={title}>
        <h2>{title}</h2>
        <control.Form
          {...{ model, speech, facets, size }}
          value={filters[key]}
          step={next => step({ filters: { ...filters, [key]: next } })}
          change={next => change({ filters: { ...filters, [key]: next } })}
        />
      </section>
    )
  }
  return filterKeys.map(key => formOf(key, controls[key] as Control<Filters[typeof key]> | undefined))
}
