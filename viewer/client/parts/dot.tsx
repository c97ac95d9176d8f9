import { inkOn } from '../draw/ink-on.ts'
import { categoryColumn } from '../model/model.ts'
import { fillOf, groupOf, numberIn, shapeOf } from '../view/scales.ts'
import { useWorkbench } from '../workbench-context.ts'
import { Glyph } from './glyph.tsx'

/** A site as the map draws it now: its colour, its shape and, for communities, its number. */
export function Dot({ site, size = 12 }: { readonly site: number | undefined; readonly size?: number }) {
  const { model, view } = useWorkbench()
  if (site === undefined) return <Glyph shape="ring" colour="#8a8f98" size={size} />
  const colours = model.columns.get(view.colour)
  const group = groupOf(colours, site)
  const shapes = categoryColumn(model, view.shape)
  const colour = fillOf(colours, group, view.ink)
  return (
    <Glyph
      shape={shapes ? shapeOf(shapes, shapes.values[site] ?? -1) : 'disc'}
      colour={colour}
      size={size}
      text={size >= 12 ? numberIn(colours, group, view.ink) : ''}
      textColour={inkOn(colour)}
    />
  )
}
