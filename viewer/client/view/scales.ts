import type { CategoryColumn, MapColumn } from '#viewer/protocol/map.ts'
import { classesOf, classOf } from './classes.ts'
import type { Marks } from './marks.ts'
import type { Ink } from './view.ts'

/** In the order of places, which the corpus gives to categories. A ring means "not known". */
export const shapes = ['disc', 'square', 'triangle', 'diamond', 'pentagon', 'hexagon', 'ring'] as const
export type Shape = (typeof shapes)[number]

/** Places beyond these share the last shape. */
const ownShapes = 5

export function shapeOf(column: CategoryColumn, category: number): Shape {
  if (category < 0) return 'ring'
  const place = column.categories[category]?.place ?? 0
  return shapes[place >= 1 && place <= ownShapes ? place - 1 : ownShapes]!
}

const marksUpTo = ({ categories }: CategoryColumn, places: number): Marks => {
  const hasOwn = (category: number): boolean =>
    categories[category]!.alone === true || (categories[category]!.place >= 1 && categories[category]!.place <= places)
  const all = [...categories.keys()]
  return { own: all.filter(hasOwn), rest: all.filter(category => !hasOwn(category)) }
}

export const colourMarks = (column: CategoryColumn): Marks => marksUpTo(column, greys.length)

/** One category alone has the shared shape to itself. */
export function shapeMarks(column: CategoryColumn): Marks {
  const { own, rest } = marksUpTo(column, ownShapes)
  return rest.length === 1 ? { own: [...own, ...rest].sort((a, b) => a - b), rest: [] } : { own, rest }
}

const unknownColour: Readonly<Record<Ink, string>> = { colour: '#bbbbbb', print: '#ffffff' }

/** By place; far enough apart to be told from their neighbours in the list; the numbers in the dots decide. */
const greys = ['#ffffff', '#4d4d4d', '#c4c4c4', '#7d7d7d', '#e6e6e6', '#1a1a1a', '#a3a3a3', '#646464', '#d6d6d6']

/** From few to much, dark enough at the end to survive greyscale (Tol 2021, YlOrBr). */
const amounts: Readonly<Record<Ink, readonly string[]>> = {
  colour: ['#fff1b8', '#fec44f', '#ec7014', '#b03a02', '#55220a'],
  print: ['#efefef', '#c9c9c9', '#989898', '#606060', '#222222'],
}

/** What a site's colour stands for: its category's rank, or the class of its value; -1: not known. */
export function groupOf(column: MapColumn | undefined, site: number): number {
  if (column === undefined) return -1
  return column.kind === 'category' ? (column.values[site] ?? -1) : classOf(column, column.values[site] ?? null)
}

/** The fill of a category or a class; -1: not known. */
export function fillOf(column: MapColumn | undefined, group: number, ink: Ink): string {
  if (group < 0 || column === undefined) return unknownColour[ink]
  if (column.kind === 'number') return amountColour(group, classesOf(column).length, ink)
  const category = column.categories[group]
  if (ink === 'print') return greys[(category?.place ?? 0) - 1] ?? unknownColour.print
  return category?.colour ?? unknownColour.colour
}

/** Few classes take the ends and the middle of the range. */
const amountColour = (group: number, count: number, ink: Ink): string =>
  amounts[ink][count <= 1 ? 2 : Math.round((group * 4) / (count - 1))] ?? unknownColour[ink]

/** The number written in dots of a category: a community's own; in print, where greys don't suffice, that of its place. */
export function numberIn(column: MapColumn | undefined, group: number, ink: Ink): string {
  if (!column || group < 0) return ''
  if (column.kind === 'number') return ink === 'print' ? String(group + 1) : ''
  const { value = '', place = 0, alone = false } = column.categories[group] ?? {}
  if (column.name === 'community') return alone ? '' : value
  return ink === 'print' && place > 0 ? String(place) : ''
}
