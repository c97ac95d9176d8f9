import { useMemo } from 'react'
import { numberColumn } from '../model/model.ts'
import { sizeSamples } from '../view/sizes.ts'
import { useWorkbench } from '../workbench-context.ts'

/** Three dots of the sizes on the map, with the values that they stand for. */
export function SizeKey() {
  const { model, speech, view, dotScale } = useWorkbench()
  const column = numberColumn(model, view.size)
  const samples = useMemo(() => (column ? sizeSamples(column, model.siteCount) : []), [column, model.siteCount])
  if (samples.length === 0) return null
  return (
    <ul className="key sizes">
      {samples.map(({ value, radius }) => {
        const r = dotScale * radius
        const side = Math.ceil(r * 2) + 3
        return (
          <li key={value}>
            <svg width={side} height={side} aria-hidden="true" focusable="false">
              <circle cx={side / 2} cy={side / 2} r={r} fill="none" stroke="var(--ink-soft)" strokeWidth="1.3" />
            </svg>
            <span>{speech.number(value)}</span>
          </li>
        )
      })}
    </ul>
  )
}
