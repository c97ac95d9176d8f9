import type { CategoryColumn, NumberColumn } from '../../protocol.ts'

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

export const unknownColour = '#bbbbbb'

export const colourOf = (column: CategoryColumn | undefined, site: number): string =>
  column?.categories[column.values[site] ?? -1]?.colour ?? unknownColour
