import { colourMarks } from '../view/scales.ts'
import { useWorkbench } from '../workbench-context.ts'
import { CategoryKey } from './category-key.tsx'
import { ClassKey } from './class-key.tsx'
import { ColourGlyph } from './colour-glyph.tsx'

/** The colours with their names and counts; communities carry the number that is written in their dots. */
export function ColourKey() {
  const { model, view } = useWorkbench()
  const column = model.columns.get(view.colour)
  if (!column) return null
  if (column.kind === 'number') return <ClassKey column={column} />
  const glyph = (category: number) => <ColourGlyph column={column} group={category} />
  return <CategoryKey column={column} marks={colourMarks(column)} glyph={glyph} />
}
