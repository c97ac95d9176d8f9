import { categoryColumn } from '../model/model.ts'
import { Glyph } from '../parts/glyph.tsx'
import { shapeMarks, shapeOf } from '../view/scales.ts'
import { useWorkbench } from '../workbench-context.ts'
import { CategoryKey, type KeyEntry } from './category-key.tsx'

/** The shapes with their names and counts. */
export function ShapeKey() {
  const { model, view } = useWorkbench()
  const column = categoryColumn(model, view.shape)
  if (!column) return null
  const glyph = (category: number) => <Glyph shape={shapeOf(column, category)} colour="#50555f" size={13} open />
  const { own, rest: others } = shapeMarks(column)
  const entries: KeyEntry[] = own.map(category => ({ category, glyph: glyph(category) }))
  if (column.values.includes(-1)) entries.push({ category: column.categories.length, glyph: glyph(-1) })
  const rest = others.length > 0 ? { categories: others, glyph: glyph(others[0]!) } : undefined
  return <CategoryKey column={column} entries={entries} {...(rest && { rest })} />
}
