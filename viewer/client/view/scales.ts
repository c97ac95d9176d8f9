import type { CategoryColumn, NumberColumn } from '../../protocol.ts'
import type { Ink } from './view.ts'

/** Radius of a dot in pixels by its value: area grows with the value; unknown values get the least. */
export function sizeScale(column: NumberColumn | undefined, siteCount: number): (site: number) => number {
  const [least, most] = radiusRange(siteCount)
  const highest = column?.values.reduce<number>((top, value) => Math.max(top, value ?? 0), 0) ?? 0
  return site => {
    const value = column?.values[site] ?? 0
    return highest <= 0 ? least : Math.sqrt(least ** 2 + (most ** 2 - least ** 2) * Math.max(0, value / highest))
  }
}

/** Dots shrink as sites grow in number, so that the sum of their areas stays bearable. */
export function radiusRange(siteCount: number): readonly [least: number, most: number] {
  const crowd = Math.min(1, Math.sqrt(120 / Math.max(1, siteCount)))
  return [Math.max(1.6, 4.5 * crowd), Math.max(6, 18 * crowd)]
}

/** In the order in which categories get them. A ring means "not known". */
export const shapes = ['disc', 'square', 'triangle', 'diamond', 'pentagon', 'hexagon', 'ring'] as const
export type Shape = (typeof shapes)[number]

/** Categories from this rank on share the last shape. */
export const lastShape = 5

export const shapeOf = (category: number): Shape => (category < 0 ? 'ring' : shapes[Math.min(category, lastShape)]!)

const unknownColour: Readonly<Record<Ink, string>> = { colour: '#bbbbbb', print: '#ffffff' }

/** Greys far enough apart to be told from their neighbours in the list; the numbers in the dots decide. */
const greys = ['#ffffff', '#4d4d4d', '#c4c4c4', '#7d7d7d', '#e6e6e6', '#1a1a1a', '#a3a3a3', '#646464', '#d6d6d6']

/** The fill of a category; -1: not known. */
export function fillOf(column: CategoryColumn | undefined, category: number, ink: Ink): string {
  if (ink === 'print') return greys[category] ?? unknownColour.print
  return column?.categories[category]?.colour ?? unknownColour.colour
}

export const colourOf = (column: CategoryColumn | undefined, site: number, ink: Ink = 'colour'): string =>
  fillOf(column, column?.values[site] ?? -1, ink)

/** The number written in dots of a category: a community's own; in print, where greys don't suffice, each one's rank. */
export function numberIn(column: CategoryColumn | undefined, category: number, ink: Ink): string {
  if (!column || category < 0) return ''
  if (column.name === 'community') return column.categories[category]?.value ?? ''
  return ink === 'print' ? String(category + 1) : ''
}
