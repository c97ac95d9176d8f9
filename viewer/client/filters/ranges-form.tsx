import { useMemo, useState } from 'react'
import type { NumberColumn } from '#viewer/protocol/map.ts'
import { numberColumn } from '../model/model.ts'
import { Choice } from '../parts/choice.tsx'
import type { FormProps } from './filter.ts'
import { Histogram } from './histogram.tsx'
import { keepRange, type Range, type Ranges } from './ranges.ts'

/** A measure, and the ends of what is kept of it. */
export function RangesForm(props: FormProps<Ranges>) {
  const { model, speech, value, size } = props
  const columns = model.data.columns.filter(column => column.kind === 'number')
  const [name, setName] = useState(Object.keys(value)[0] ?? size)
  const column = numberColumn(model, name)
  if (!column) return null
  return (
    <div className="boxed">
      <Choice
        title={speech.words.measures}
        value={name}
        options={columns.map(one => ({ value: one.name, text: speech.columnTitle(one) }))}
        onChoose={setName}
      />
      <Bounds key={name} column={column} {...props} />
    </div>
  )
}

function Bounds({ column, value, step, change, speech }: FormProps<Ranges> & { readonly column: NumberColumn }) {
  const { words } = speech
  const known = useMemo(() => column.values.filter(one => one !== null), [column])
  const whole = {
    least: known.reduce((low, one) => Math.min(low, one), Infinity),
    most: known.reduce((high, one) => Math.max(high, one), -Infinity),
  }
  const range = value[column.name] ?? whole
  const keep = (next: Range): void => {
    const isWhole = next.least <= whole.least && next.most >= whole.most
    const show = value[column.name] === undefined ? step : change
    show(keepRange(value, column.name, isWhole ? null : next))
  }
  const bound = (part: 'least' | 'most', label: string) => (
    <label>
      <span className="unseen">{label}</span>
      <input
        type="number"
        step="any"
        min={whole.least}
        max={whole.most}
        value={range[part]}
        onChange={event => {
          const next = event.target.valueAsNumber
          if (Number.isFinite(next)) keep({ ...range, [part]: next })
        }}
      />
    </label>
  )
  const title = speech.columnTitle(column)
  const unknown = column.values.length - known.length
  return (
    <>
      <Histogram values={known} title={title} onBrush={keep} {...{ range, speech }} />
      <p className="bounds">
        {bound('least', words.filterLeast(title))}
        <span aria-hidden="true">–</span>
        {bound('most', words.filterMost(title))}
      </p>
      {unknown > 0 && <p className="hint">{words.filterUnknown(words.sites(unknown))}</p>}
    </>
  )
}
