import { eachFilter, isFiltered, noFilters } from '../filters/filters.ts'
import { isWhole, wholeLayer, type View } from '../view/view.ts'
import { useWorkbench, type Workbench } from '../workbench-context.ts'
import { layerName } from '../words/layer-name.ts'

interface Step {
  readonly text: string
  /** The view without it. */
  readonly without: Partial<View>
}

/** What is left out at present, step by step: each can be taken away, the last undone, all cleared. */
export function Trail() {
  const bench = useWorkbench()
  const { model, shown, speech, view, step } = bench
  const { words } = speech
  if (!isFiltered(view.filters) && (isWhole(view.layer) || view.screen === 'change')) return null
  return (
    <div className="trail" role="group" aria-label={words.filters}>
      <p className="trail-count" role="status">
        {words.shownOf(words.sites(shown.siteCount), speech.count(model.siteCount), words.ties(shown.tieCount))}
      </p>
      <ul>
        {stepsOf(bench).map(({ text, without }) => (
          <li key={text}>
            <button type="button" className="chip" onClick={() => step(without)}>
              <span>{text}</span>
              <span aria-hidden="true">✕</span>
              <span className="unseen">: {words.removeFilter}</span>
            </button>
          </li>
        ))}
      </ul>
      <button type="button" className="plain" onClick={() => window.history.back()}>
        {words.undo}
      </button>
      <button type="button" className="plain" onClick={() => step({ filters: noFilters, layer: wholeLayer })}>
        {words.clearFilters}
      </button>
    </div>
  )
}

function stepsOf({ model, speech, view }: Workbench): Step[] {
  const steps = eachFilter(view.filters, (filter, value, set) =>
    filter.chips(value, model, speech).map(({ text, without }) => ({ text, without: { filters: set(without) } })),
  )
  const layer =
    isWhole(view.layer) || view.screen === 'change'
      ? []
      : [{ text: layerName(view.layer, speech), without: { layer: wholeLayer } }]
  return [...steps.flat(), ...layer]
}
