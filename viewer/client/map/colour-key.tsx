import { colourMarks } from '../view/scales.ts'
import { useWorkbench } from '../workbench-context.ts'
import { CategoryKey, type KeyEntry } from './category-key.tsx'
import { ClassKey } from './class-key.tsx'
import { ColourGlyph } from './colour-glyph.tsx'

/** The colours with their names and counts; communities carry the number that is written in their dots. */
export function ColourKey() {
  const { model, view } = useWorkbench()
  const column = model.columns.get(view.colour)
  if (!column) return null
  if (column.kind === 'number') return <ClassKey column={column} />
  const glyph = (category: number) => <ColourGlyph column={column} group={category} />
  const { own, rest: others } = colourMarks(column)
  const entries: KeyEntry[] = own.map(category => ({ category, glyph: glyph(category) }))
  if (column.values.includes(-1)) entries.push({ category: column.categories.length, glyph: glyph(-1) })
  const rest = others.length > 0 ? { categories: others, glyph: glyph(others[0]!) } : undefined
  return <CategoryKey column={column} entries={entries} {...(rest && { rest })} />
}
