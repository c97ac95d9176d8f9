import { categoryColumn } from '../model/model.ts'
import { Glyph } from '../parts/glyph.tsx'
import { lastShape, shapeOf } from '../view/scales.ts'
import { useWorkbench } from '../workbench-context.ts'

/** The shapes with their names and counts. */
export function ShapeKey() {
  const { model, speech, view } = useWorkbench()
  const column = categoryColumn(model, view.shape)
  if (!column) return null
  const own = column.categories.length <= lastShape + 1 ? column.categories : column.categories.slice(0, lastShape)
  const rest = column.categories.slice(own.length)
  const unknown = column.values.filter(value => value === -1).length
  const rows = own.map((category, rank) => ({
    shape: shapeOf(rank),
    name: category.label === '' ? speech.category(column.name, category.value) : category.label,
    count: category.count,
  }))
  if (rest.length > 0) {
    const count = rest.reduce((sum, category) => sum + category.count, 0)
    rows.push({ shape: shapeOf(lastShape), name: speech.words.others(rest.length), count })
  }
  if (unknown > 0) rows.push({ shape: 'ring', name: speech.words.unknown, count: unknown })
  return (
    <ul className="key">
      {rows.map(({ shape, name, count }) => (
        <li key={name}>
          <Glyph shape={shape} colour="#565b66" size={13} open />
          <span className="key-name" title={name}>
            {name}
          </span>
          <span className="key-count">{speech.count(count)}</span>
        </li>
      ))}
    </ul>
  )
}
