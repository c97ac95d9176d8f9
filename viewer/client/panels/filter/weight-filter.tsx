import { useId } from 'react'
import { useWorkbench } from '#viewer/client/workbench-context.ts'

/** Leaves out ties below a weight. */
export function WeightFilter() {
  const { model, speech, view, step, change } = useWorkbench()
  const id = useId()
  const most = model.ties.weight.reduce((top, weight) => Math.max(top, weight), 1)
  const weight = Math.max(1, view.filters.weight)
  return (
    <p className="slider">
      <label className="unseen" htmlFor={id}>
        {speech.words.filterWeight}
      </label>
      <input
        id={id}
        type="range"
        min={1}
        max={Math.max(2, Math.ceil(most))}
        value={weight}
        onChange={event => {
          const next = Number(event.target.value)
          // One pull of the slider is one step of the trail.
          const show = view.filters.weight === 0 ? step : change
          show({ filters: { ...view.filters, weight: next <= 1 ? 0 : next } })
        }}
      />
      <output htmlFor={id}>{speech.number(weight)}</output>
    </p>
  )
}
