import { inkOn } from '../draw/ink-on.ts'
import { categoryColumn } from '../model/model.ts'
import { colourOf, numberIn, shapeOf } from '../view/scales.ts'
import { useWorkbench } from '../workbench-context.ts'
import { Glyph } from './glyph.tsx'

/** A site as the map draws it now: its colour, its shape and, for communities, its number. */
export function Dot({ site, size = 12 }: { readonly site: number | undefined; readonly size?: number }) {
  const { model, view } = useWorkbench()
  if (site === undefined) return <Glyph shape="ring" colour="#8a8f98" size={size} />
  const colours = categoryColumn(model, view.colour)
  const shapes = categoryColumn(model, view.shape)
  const colour = colourOf(colours, site, view.ink)
  return (
    <Glyph
      shape={shapes ? shapeOf(shapes.values[site] ?? -1) : 'disc'}
      colour={colour}
      size={size}
      text={size >= 12 ? numberIn(colours, colours?.values[site] ?? -1, view.ink) : ''}
      textColour={inkOn(colour)}
    />
  )
}
