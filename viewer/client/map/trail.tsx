import { isFiltered, keepCategories, keepRange, noFilters, type Filters } from '../model/filters.ts'
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
  if (!isFiltered(view.filters) && isWhole(view.layer)) return null
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
  const { words } = speech
  const { filters } = view
  const title = (name: string): string => {
    const column = model.columns.get(name)
    return column ? speech.columnTitle(column) : name
  }
  const filter = (text: string, next: Filters): Step => ({ text, without: { filters: next } })
  return [
    ...Object.entries(filters.categories).map(([name, values]) => {
      const names = values.map(value => (value === '' ? words.unknown : speech.category(name, value)))
      return filter(`${title(name)}${words.colon} ${names.join(', ')}`, keepCategories(filters, name, []))
    }),
    ...Object.entries(filters.ranges).map(([name, { least, most }]) =>
      filter(
        `${title(name)}${words.colon} ${words.range(speech.number(least), speech.number(most))}`,
        keepRange(filters, name, null),
      ),
    ),
    ...(filters.weight > 0
      ? [filter(words.weightAtLeast(speech.number(filters.weight)), { ...filters, weight: 0 })]
      : []),
    ...(filters.ego === null
      ? []
      : [
          filter(
            words.around(
              model.data.labels[model.indexOf.get(filters.ego.id) ?? -1] ?? filters.ego.id,
              filters.ego.steps,
            ),
            { ...filters, ego: null },
          ),
        ]),
    ...(isWhole(view.layer) ? [] : [{ text: layerName(view.layer, speech), without: { layer: wholeLayer } }]),
  ]
}
