import { useWorkbench } from '../workbench-context.ts'
import { CategoryKey, type KeyEntry } from './category-key.tsx'
import { ClassKey } from './class-key.tsx'
import { ColourGlyph } from './colour-glyph.tsx'

/** As many as there are colours. */
const shown = 9

/** The colours with their names and counts; communities carry the number that is written in their dots. */
export function ColourKey() {
  const { model, view } = useWorkbench()
  const column = model.columns.get(view.colour)
  if (!column) return null
  if (column.kind === 'number') return <ClassKey column={column} />
  const glyph = (category: number) => <ColourGlyph column={column} group={category} />
  const entries: KeyEntry[] = column.categories
    .slice(0, shown)
    .map((_, category) => ({ category, glyph: glyph(category) }))
  if (column.values.includes(-1)) entries.push({ category: column.categories.length, glyph: glyph(-1) })
  const rest = column.categories.length > shown ? { from: shown, glyph: glyph(-1) } : undefined
  return <CategoryKey column={column} entries={entries} {...(rest && { rest })} />
}
