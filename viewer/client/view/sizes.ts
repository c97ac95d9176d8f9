import type { NumberColumn } from '#viewer/protocol/map.ts'

/** Radius of a site's dot in pixels by its value: area grows with the value; unknown values get the least. */
export function sizeScale(column: NumberColumn | undefined, siteCount: number): (site: number) => number {
  const share = shareOf(column)
  return site => radiusAt(share(column?.values[site] ?? null), siteCount)
}

/** Dots that explain the sizes of a map: the smallest, one between, the largest. None when nothing has a size. */
export function sizeSamples(column: NumberColumn, siteCount: number): readonly SizeSample[] {
  const [lowest, highest] = sizedRange(column)
  if (highest <= lowest) return []
  const isWhole = column.values.every(value => value === null || Number.isInteger(value))
  const values = [lowest, lowest + (highest - lowest) / 4, highest].map(value => (isWhole ? Math.round(value) : value))
  const share = shareOf(column)
  return [...new Set(values)].map(value => ({ value, radius: radiusAt(share(value), siteCount) }))
}

interface SizeSample {
  readonly value: number
  /** In pixels. */
  readonly radius: number
}

/** How far a value lies between the ends of the scale, in [0, 1]. */
function shareOf(column: NumberColumn | undefined): (value: number | null) => number {
  const [lowest, highest] = sizedRange(column)
  return value => (value === null || highest <= lowest ? 0 : Math.max(0, (value - lowest) / (highest - lowest)))
}

/** The smallest dot stands for 0, or for the least value where dots from 0 on would all look alike (years), or fall below it. */
function sizedRange(column: NumberColumn | undefined): readonly [lowest: number, highest: number] {
  let [least, most] = [Infinity, -Infinity]
  for (const value of column?.values ?? [])
    if (value !== null) [least, most] = [Math.min(least, value), Math.max(most, value)]
  if (least === Infinity) return [0, 0]
  return [least < 0 || (least > most / 2 && least < most) ? least : 0, most]
}

function radiusAt(share: number, siteCount: number): number {
  const [least, most] = radiusRange(siteCount)
  return Math.sqrt(least ** 2 + (most ** 2 - least ** 2) * share)
}

/** Dots shrink as sites grow in number, so that the sum of their areas stays bearable. */
function radiusRange(siteCount: number): readonly [least: number, most: number] {
  const crowd = Math.min(1, Math.sqrt(120 / Math.max(1, siteCount)))
  return [Math.max(1.6, 4.5 * crowd), Math.max(6, 18 * crowd)]
}
