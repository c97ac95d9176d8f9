import { Chips } from '#viewer/client/parts/chips.tsx'
import { SearchBox } from '#viewer/client/parts/search-box.tsx'
import type { Ego } from '#viewer/client/filters/ego.ts'
import { useWorkbench } from '#viewer/client/workbench-context.ts'

/** What can be done with a site of the map: look at its surroundings alone, or find the way to another. */
export function SiteTools({ id }: { readonly id: string }) {
  const { model, speech, view, step, select } = useWorkbench()
  const { words } = speech
  const { ego } = view.filters
  const own = ego !== null && ego.id === id ? ego.steps : 0
  const toggle = (steps: 1 | 2): void => {
    const next: Ego = own === steps ? null : { id, steps }
    step({ filters: { ...view.filters, ego: next } })
  }
  return (
    <div className="tools">
      <Chips
        title={words.egoTitle}
        values={[1, 2] as const}
        isOn={steps => own === steps}
        onChoose={toggle}
        name={words.egoSteps}
      />
      <SearchBox
        label={words.pathTo}
        onChoose={site => select({ kind: 'path', source: id, target: model.data.ids[site]! })}
      />
    </div>
  )
}
