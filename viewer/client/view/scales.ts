import type { Column, NumberColumn } from '../../protocol/map.ts'
import { classesOf, classOf } from './classes.ts'
import type { Ink } from './view.ts'

/** Radius of a dot in pixels by its value: area grows with the value; unknown values get the least. */
export function sizeScale(column: NumberColumn | undefined, siteCount: number): (site: number) => number {
  const highest = highestOf(column)
  return site => radiusAt(highest <= 0 ? 0 : (column?.values[site] ?? 0) / highest, siteCount)
}

/** Dots that explain the sizes of a map: of nothing, of a quarter of the highest value, and of that. None without values. */
export function sizeSamples(column: NumberColumn, siteCount: number): readonly SizeSample[] {
  const highest = highestOf(column)
  if (highest <= 0) return []
  const isWhole = column.values.every(value => value === null || Number.isInteger(value))
  const values = [0, highest / 4, highest].map(value => (isWhole ? Math.round(value) : value))
  return [...new Set(values)].map(value => ({ value, radius: radiusAt(value / highest, siteCount) }))
}

export interface SizeSample {
  readonly value: number
  /** In pixels. */
  readonly radius: number
}

const highestOf = (column: NumberColumn | undefined): number =>
  column?.values.reduce<number>((top, value) => Math.max(top, value ?? 0), 0) ?? 0

/** `share` of the highest value. */
function radiusAt(share: number, siteCount: number): number {
  const [least, most] = radiusRange(siteCount)
  return Math.sqrt(least ** 2 + (most ** 2 - least ** 2) * Math.max(0, share))
}

/** Dots shrink as sites grow in number, so that the sum of their areas stays bearable. */
function radiusRange(siteCount: number): readonly [least: number, most: number] {
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

/** From few to much, dark enough at the end to survive greyscale (Tol 2021, YlOrBr). */
const amounts: Readonly<Record<Ink, readonly string[]>> = {
  colour: ['#fff1b8', '#fec44f', '#ec7014', '#b03a02', '#55220a'],
  print: ['#efefef', '#c9c9c9', '#989898', '#606060', '#222222'],
}

/** What a site's colour stands for: its category's rank, or the class of its value; -1: not known. */
export function groupOf(column: Column | undefined, site: number): number {
  if (column === undefined) return -1
  return column.kind === 'category' ? (column.values[site] ?? -1) : classOf(column, column.values[site] ?? null)
}

/** The fill of a category or a class; -1: not known. */
export function fillOf(column: Column | undefined, group: number, ink: Ink): string {
  if (group < 0 || column === undefined) return unknownColour[ink]
  if (column.kind === 'number') return amountColour(group, classesOf(column).length, ink)
  if (ink === 'print') return greys[group] ?? unknownColour.print
  return column.categories[group]?.colour ?? unknownColour.colour
}

/** Few classes take the ends and the middle of the range. */
const amountColour = (group: number, count: number, ink: Ink): string =>
  amounts[ink][count <= 1 ? 2 : Math.round((group * 4) / (count - 1))] ?? unknownColour[ink]

/** The number written in dots of a category: a community's own; in print, where greys don't suffice, each one's rank. */
export function numberIn(column: Column | undefined, group: number, ink: Ink): string {
  if (!column || group < 0) return ''
  if (column.kind === 'category' && column.name === 'community') return column.categories[group]?.value ?? ''
  return ink === 'print' ? String(group + 1) : ''
}
