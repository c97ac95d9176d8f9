import { numberColumn } from '../model/model.ts'
import { radiusRange } from '../view/scales.ts'
import { useWorkbench } from '../workbench-context.ts'

/** Three dots of the sizes on the map, with the values that they stand for. */
export function SizeKey() {
  const { model, speech, view, dotScale } = useWorkbench()
  const column = numberColumn(model, view.size)
  const highest = column?.values.reduce<number>((most, value) => Math.max(most, value ?? 0), 0) ?? 0
  if (!column || highest <= 0) return null
  const [least, most] = radiusRange(model.siteCount)
  const whole = column.values.every(value => value === null || Number.isInteger(value))
  const samples = [0, highest / 4, highest].map(value => (whole ? Math.round(value) : value))
  const radius = (value: number): number =>
    dotScale * Math.sqrt(least ** 2 + (most ** 2 - least ** 2) * (value / highest))
  return (
    <ul className="key sizes">
      {[...new Set(samples)].map(value => {
        const side = Math.ceil(radius(value) * 2) + 3
        return (
          <li key={value}>
            <svg width={side} height={side} aria-hidden="true" focusable="false">
              <circle cx={side / 2} cy={side / 2} r={radius(value)} fill="none" stroke="#565b66" strokeWidth="1.3" />
            </svg>
            <span>{speech.number(value)}</span>
          </li>
        )
      })}
    </ul>
  )
}
