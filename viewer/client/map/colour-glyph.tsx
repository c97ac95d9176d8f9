import type { MapColumn } from '#viewer/protocol/map.ts'
import { inkOn } from '../draw/ink-on.ts'
import { Glyph } from '../parts/glyph.tsx'
import { fillOf, numberIn } from '../view/scales.ts'
import { useWorkbench } from '../workbench-context.ts'

/** The colour of a category or class of a column, with the number that is written in its dots; -1: not known. */
export function ColourGlyph({ column, group }: { readonly column: MapColumn; readonly group: number }) {
  const { ink } = useWorkbench().view
  const colour = fillOf(column, group, ink)
  return <Glyph shape="disc" colour={colour} size={15} text={numberIn(column, group, ink)} textColour={inkOn(colour)} />
}
