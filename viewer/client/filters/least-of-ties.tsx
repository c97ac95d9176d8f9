import { useId } from 'react'
import type { Model } from '../model/model.ts'
import type { Words } from '../words/format.ts'
import type { Filter, FormProps } from './filter.ts'

interface Measure {
  /** Its name in an address. */
  readonly address: string
  /** A whole number of at least 1 per tie. */
  readonly of: (model: Model) => readonly number[]
  readonly title: (words: Words) => string
  /** What the trail says of a least value. */
  readonly says: (words: Words, value: string) => string
}

/** A filter with a slider: ties that measure at least so much; 0: all. */
export const leastOfTies = ({ address, of, title, says }: Measure): Filter<number> => ({
  none: 0,
  isOn: least => least > 0,
  write: least => (least > 0 ? [[address, String(least)]] : []),
  read: parts => Math.max(0, Number(parts.get(address)) || 0),
  keepsTie: (least, model) => {
    const values = of(model)
    return tie => values[tie]! >= least
  },
  chips: (least, _, { words, number }) => (least > 0 ? [{ text: says(words, number(least)), without: 0 }] : []),
  control: {
    title,
    Form: ({ value, step, change, model, speech }: FormProps<number>) => {
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
    },
  },
})
