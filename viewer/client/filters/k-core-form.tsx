import { useId } from 'react'
import { mapCores } from '../model/map-cores.ts'
import type { FormProps } from './filter.ts'

/** How many neighbours in the core each of its sites has, and how many sites that leaves. */
export function KCoreForm({ value, step, change, model, speech }: FormProps<number>) {
  const id = useId()
  const cores = mapCores(model)
  const most = cores.reduce((top, one) => Math.max(top, one), 0)
  const left = cores.reduce((sum, one) => sum + (one >= value ? 1 : 0), 0)
  return (
    <>
      <p className="slider">
        <label className="unseen" htmlFor={id}>
          {speech.words.filterCore}
        </label>
        <input
          id={id}
          type="range"
          min={0}
          max={Math.max(1, most)}
          value={Math.min(value, Math.max(1, most))}
          onChange={event => {
            // One pull of the slider is one step of the trail.
            const show = value === 0 ? step : change
            show(Number(event.target.value))
          }}
        />
        <output htmlFor={id}>{speech.count(value)}</output>
      </p>
      <p className="hint">{speech.words.coreHint(speech.words.sites(left))}</p>
    </>
  )
}
