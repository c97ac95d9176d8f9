import { numberColumn } from '../model/model.ts'
import { radiusScale, sizeSamples } from '../view/scales.ts'
import { useWorkbench } from '../workbench-context.ts'

/** Three dots of the sizes on the map, with the values that they stand for. */
export function SizeKey() {
  const { model, speech, view, dotScale } = useWorkbench()
  const column = numberColumn(model, view.size)
  const samples = column === undefined ? [] : sizeSamples(column)
  if (samples.length === 0) return null
  const scale = radiusScale(column, model.siteCount)
  const radius = (value: number): number => dotScale * scale(value)
  return (
    <ul className="key sizes">
      {samples.map(value => {
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
