import { inkOn } from '../draw/ink-on.ts'
import { categoryColumn } from '../model/model.ts'
import { Glyph } from '../parts/glyph.tsx'
import { unknownColour } from '../view/scales.ts'
import { useWorkbench } from '../workbench-context.ts'
import { CategoryKey, type KeyEntry } from './category-key.tsx'

/** As many as there are colours. */
const shown = 9

/** The colours with their names and counts; communities carry the number that is written in their dots. */
export function ColourKey() {
  const { model, view } = useWorkbench()
  const column = categoryColumn(model, view.colour)
  if (!column) return null
  const grey = <Glyph shape="disc" colour={unknownColour} size={15} />
  const entries: KeyEntry[] = column.categories.slice(0, shown).map(({ colour, value }, category) => ({
    category,
    glyph: (
      <Glyph
        shape="disc"
        colour={colour}
        size={15}
        text={column.name === 'community' ? value : ''}
        textColour={inkOn(colour)}
      />
    ),
  }))
  if (column.values.includes(-1)) entries.push({ category: column.categories.length, glyph: grey })
  const rest = column.categories.length > shown ? { from: shown, glyph: grey } : undefined
  return <CategoryKey column={column} entries={entries} {...(rest && { rest })} />
}
