import { useMemo, useState } from 'react'
import type { NumberColumn } from '#viewer/protocol/map.ts'
import { numberColumn } from '../model/model.ts'
import { Choice } from '../parts/choice.tsx'
import { columnTitle } from './column-title.ts'
import { Histogram, type Range } from './histogram.tsx'
import type { Filter, FormProps } from './filter.ts'

/** Number column → values kept, both ends included. A site without a value is left out. */
export type Ranges = Readonly<Record<string, Range>>

/** Sites whose measures lie between two values; columns that the corpus lacks leave nothing out. */
export const ranges: Filter<Ranges> = {
  none: {},
  isOn: value => Object.keys(value).length > 0,
  write: value => Object.entries(value).map(([name, { least, most }]) => [`r.${name}`, `${least}..${most}`]),
  read: (parts, isKnown) => {
    const value: Record<string, Range> = {}
    for (const [name, text] of parts) {
      const range = name.startsWith('r.') && isKnown(name.slice(2)) ? rangeOf(text) : null
      if (range) value[name.slice(2)] = range
    }
    return value
  },
  keepsSite: (value, model) => {
    const each = Object.entries(value).map(([name, { least, most }]) => {
      const values = numberColumn(model, name)?.values
      return (site: number): boolean =>
        values === undefined || (values[site] != null && values[site] >= least && values[site] <= most)
    })
    return site => each.every(keeps => keeps(site))
  },
  chips: (value, model, speech) =>
    Object.entries(value).map(([name, { least, most }]) => ({
      text: `${columnTitle(model, name, speech)}${speech.words.colon} ${speech.words.range(speech.number(least), speech.number(most))}`,
      without: keepRange(value, name, null),
    })),
  control: { title: words => words.filterRanges, Form },
}

export function keepRange(value: Ranges, column: string, range: Range | null): Ranges {
  const { [column]: _old, ...rest } = value
  return range === null ? rest : { ...rest, [column]: range }
}

function rangeOf(text: string): Range | null {
  const [least, most, ...rest] = text.split('..').map(Number)
  return rest.length === 0 && Number.isFinite(least) && Number.isFinite(most) ? { least: least!, most: most! } : null
}

function Form(props: FormProps<Ranges>) {
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
