import { categoryColumn } from '../model/model.ts'
import { Glyph } from '../parts/glyph.tsx'
import { shapeMarks, shapeOf } from '../view/scales.ts'
import { useWorkbench } from '../workbench-context.ts'
import { CategoryKey } from './category-key.tsx'

/** The shapes with their names and counts. */
export function ShapeKey() {
  const { model, view } = useWorkbench()
  const column = categoryColumn(model, view.shape)
  if (!column) return null
  const glyph = (category: number) => (
    <Glyph shape={shapeOf(column, category)} colour="var(--ink-soft)" size={13} open />
  )
  return <CategoryKey column={column} marks={shapeMarks(column)} glyph={glyph} />
}
