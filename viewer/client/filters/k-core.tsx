import { useId } from 'react'
import { mapCores } from '../model/map-cores.ts'
import type { Filter, FormProps } from './filter.ts'

/** Only the core of the map in which each site has so many neighbours within it; 0: all. Of all ties of the map. */
export const kCore: Filter<number> = {
  none: 0,
  isOn: k => k > 0,
  write: k => (k > 0 ? [['core', String(k)]] : []),
  read: parts => Math.min(1e6, Math.max(0, Math.floor(Number(parts.get('core')) || 0))),
  keepsSite: (k, model) => {
    const cores = mapCores(model)
    return site => cores[site]! >= k
  },
  chips: (k, _, { words, count }) => (k > 0 ? [{ text: words.coreOf(count(k)), without: 0 }] : []),
  control: { title: words => words.filterCore, Form },
}

function Form({ value, step, change, model, speech }: FormProps<number>) {
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
