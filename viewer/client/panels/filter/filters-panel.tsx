import { LayoutSection } from '#viewer/client/arrange/layout-section.tsx'
import { FilterForms } from '#viewer/client/filters/filter-forms.tsx'
import { published } from '#viewer/client/published.ts'
import { compareWaves, startComparing, stopComparing } from '#viewer/client/view/compare.ts'
import { useWorkbench } from '#viewer/client/workbench-context.ts'
import { ChangesSection } from './changes-section.tsx'
import { LayerEditor } from './layer-editor.tsx'

/** Everything that can be left out, and the second map. */
export function FiltersPanel() {
  return (
    <>
      {published === null && <LayerSections />}
      <FilterForms />
      <LayoutSection />
    </>
  )
}

/** Which hyperlinks make the ties, on one map or two: only a server can count them anew. */
function LayerSections() {
  const { model, speech, view, step, changes } = useWorkbench()
  const { words } = speech
  const [before, last] = (model.data.corpus.crawl?.waves ?? []).slice(-2)
  return (
    <>
      {changes !== null && <ChangesSection changes={changes} />}
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
      <section className="screen-only">
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
