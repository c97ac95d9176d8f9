import { neighboursOf } from '../model/model.ts'
import { useWorkbench } from '../workbench-context.ts'

/** What can be done with several sites: widen the choice by those tied to them, or look at them alone. */
export function SelectionTools({ ids }: { readonly ids: readonly string[] }) {
  const { model, shown, speech, view, step, select } = useWorkbench()
  const { words } = speech
  const sites = ids.map(id => model.indexOf.get(id)).filter(site => site !== undefined)
  const chosen = new Set(sites)
  const near = new Set(sites.flatMap(site => [...neighboursOf(model, site)]))
  const more = [...near].filter(site => !chosen.has(site) && shown.sites[site] === 1).sort((a, b) => a - b)
  return (
    <p className="button-row">
      <button
        type="button"
        className="button"
        disabled={more.length === 0}
        onClick={() => select({ kind: 'sites', ids: [...ids, ...more.map(site => model.data.ids[site]!)] })}
      >
        {words.withNeighbours} <span className="tally">{speech.count(more.length)}</span>
      </button>
      <button type="button" className="button" onClick={() => step({ filters: { ...view.filters, only: ids } })}>
        {words.onlyThese}
      </button>
    </p>
  )
}
