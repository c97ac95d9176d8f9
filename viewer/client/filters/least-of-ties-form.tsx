import { useId } from 'react'
import type { FormProps } from './filter.ts'
import type { TieMeasure } from './least-of-ties.ts'

/** The form of leastOfTies: a slider. */
export const leastOfTiesForm = ({ of, title }: TieMeasure) =>
  function LeastOfTies({ value, step, change, model, speech }: FormProps<number>) {
    const id = useId()
    const most = of(model).reduce((top, one) => Math.max(top, one), 1)
    const least = Math.max(1, value)
    return (
      <p className="slider">
        <label className="unseen" htmlFor={id}>
          {title(speech.words)}
        </label>
        <input
          id={id}
          type="range"
          min={1}
          max={Math.max(2, Math.ceil(most))}
          value={least}
          onChange={event => {
            const next = Number(event.target.value)
            // One pull of the slider is one step of the trail.
            const show = value === 0 ? step : change
            show(next <= 1 ? 0 : next)
          }}
        />
        <output htmlFor={id}>{speech.number(least)}</output>
      </p>
    )
  }
