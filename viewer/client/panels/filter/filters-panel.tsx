import { useState } from 'react'
import { CategoryKey } from '#viewer/client/map/category-key.tsx'
import { categoryColumn } from '#viewer/client/model/model.ts'
import { Choice } from '#viewer/client/parts/choice.tsx'
import { published } from '#viewer/client/published.ts'
import { compareWaves, startComparing, stopComparing } from '#viewer/client/view/compare.ts'
import { useWorkbench } from '#viewer/client/workbench-context.ts'
import { LayerEditor } from './layer-editor.tsx'
import { RangeFilter } from './range-filter.tsx'
import { WeightFilter } from './weight-filter.tsx'

/** Everything that can be left out, and the second map. */
export function FiltersPanel() {
  const { speech } = useWorkbench()
  const { words } = speech
  return (
    <>
      {published === null && <LayerSections />}
      <section>
        <h2>{words.filterWeight}</h2>
        <WeightFilter />
      </section>
      <section>
        <h2>{words.filterCategories}</h2>
        <CategoryFilter />
        <p className="hint">{words.filtersHint}</p>
      </section>
      <section>
        <h2>{words.filterRanges}</h2>
        <RangeFilter />
      </section>
    </>
  )
}

/** Which hyperlinks make the ties, on one map or two: only a server can count them anew. */
function LayerSections() {
  const { model, speech, view, step } = useWorkbench()
  const { words } = speech
  const [before, last] = (model.data.corpus.crawl?.waves ?? []).slice(-2)
  return (
    <>
      <section>
        <h2>{view.against === null ? words.filterTies : words.compareFirst}</h2>
        <LayerEditor layer={view.layer} onChange={layer => step({ layer })} />
      </section>
      {view.against !== null && (
        <section>
          <h2>{words.compareSecond}</h2>
          <LayerEditor layer={view.against} onChange={against => step({ against })} />
        </section>
      )}
      <section>
        <h2>{words.compare}</h2>
        <p className="hint">{words.compareHint}</p>
        <button
          type="button"
          className="button"
          onClick={() => step(view.against === null ? startComparing(model.data.ties) : stopComparing)}
        >
          {view.against === null ? words.compareStart : words.compareStop}
        </button>
        {view.against === null && before !== undefined && last !== undefined && (
          <button type="button" className="button" onClick={() => step(compareWaves(before, last))}>
            {words.compareWaves}
          </button>
        )}
      </section>
    </>
  )
}

function CategoryFilter() {
  const { model, speech } = useWorkbench()
  const columns = model.data.columns.filter(column => column.kind === 'category')
  const [name, setName] = useState(columns.find(column => column.name === 'kind')?.name ?? columns[0]?.name ?? '')
  const column = categoryColumn(model, name)
  if (!column) return null
  return (
    <div className="boxed">
      <Choice
        title={speech.words.matrixOf}
        value={name}
        options={columns.map(one => ({ value: one.name, text: speech.columnTitle(one) }))}
        onChoose={setName}
      />
      <CategoryKey column={column} marks={{ own: [...column.categories.keys()], rest: [] }} />
    </div>
  )
}
