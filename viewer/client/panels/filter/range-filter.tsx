import { useState } from 'react'
import type { NumberColumn } from '#viewer/protocol/map.ts'
import { keepRange } from '#viewer/client/model/filters.ts'
import { numberColumn } from '#viewer/client/model/model.ts'
import { Choice } from '#viewer/client/parts/choice.tsx'
import { useWorkbench } from '#viewer/client/workbench-context.ts'

/** Keeps the sites whose measure lies between two values. */
export function RangeFilter() {
  const { model, speech, view } = useWorkbench()
  const columns = model.data.columns.filter(column => column.kind === 'number')
  const [name, setName] = useState(Object.keys(view.filters.ranges)[0] ?? view.size)
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
      <RangeBounds key={name} column={column} />
    </div>
  )
}

function RangeBounds({ column }: { readonly column: NumberColumn }) {
  const { speech, view, step, change } = useWorkbench()
  const { words } = speech
  const known = column.values.filter(value => value !== null)
  const whole = { least: Math.min(...known), most: Math.max(...known) }
  const range = view.filters.ranges[column.name] ?? whole
  const keep = (next: typeof whole): void => {
    const isWhole = next.least <= whole.least && next.most >= whole.most
    const show = view.filters.ranges[column.name] === undefined ? step : change
    show({ filters: keepRange(view.filters, column.name, isWhole ? null : next) })
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
          const value = event.target.valueAsNumber
          if (Number.isFinite(value)) keep({ ...range, [part]: value })
        }}
      />
    </label>
  )
  const title = speech.columnTitle(column)
  const unknown = column.values.length - known.length
  return (
    <>
      <p className="bounds">
        {bound('least', words.filterLeast(title))}
        <span aria-hidden="true">–</span>
        {bound('most', words.filterMost(title))}
      </p>
      {unknown > 0 && <p className="hint">{words.filterUnknown(words.sites(unknown))}</p>}
    </>
  )
}
