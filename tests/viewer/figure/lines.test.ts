import { describe, expect, it } from 'vitest'
import { type LineOnSheet, readableLines } from '#viewer/figure/lines/readable-lines.ts'

/** Dots at the ends of all lines, 4 pixels wide each way. */
const radius = 4
const line = (x0: number, y0: number, x1: number, y1: number, more: Partial<LineOnSheet> = {}): LineOnSheet => ({
  ends: [x0, y0, x1, y1],
  isBowed: false,
  width: 1.5,
  radii: [radius, radius],
  ...more,
})
const read = (...lines: readonly LineOnSheet[]): boolean[] =>
  readableLines(
    lines,
    lines.flatMap(({ ends: [x0, y0, x1, y1] }) => [{ x: x0, y: y0, radius }, { x: x1, y: y1, radius }]), // prettier-ignore
  )

describe('readableLines(lines, dots)', () => {
  it('reads a line that runs alone, straight or bowed, and two that answer each other', () => {
    expect(read(line(0, 0, 200, 0))).toEqual([true])
    expect(read(line(0, 0, 200, 90, { isBowed: true }), line(200, 90, 0, 0, { isBowed: true }))).toEqual([true, true])
  })

  it('reads none whose ends are as wide as each other, or of which less than a millimetre is seen', () => {
    // 0.45 pixels where it begins, a third of that where it ends: 0.08 mm apart.
    expect(read(line(0, 0, 200, 0, { width: 0.45 }))).toEqual([false])
    expect(read(line(0, 0, 12, 0))).toEqual([false])
  })

  it('reads none whose wide end lies under others, and does where they cross farther on', () => {
    const across = (from: number): LineOnSheet[] =>
      Array.from({ length: 60 }, (_, at) => line(from + at * 0.5, -80, from + at * 0.5, 80))
    expect(read(line(0, 0, 200, 0), ...across(0))[0]).toBe(false)
    expect(read(line(0, 0, 200, 0), ...across(100))[0]).toBe(true)
  })

  it('reads none whose wide end runs under the dot of another site', () => {
    const own = line(0, 0, 200, 0)
    const dots = [0, 200, 12].map(x => ({ x, y: 0, radius: x === 12 ? 8 : radius }))
    expect(readableLines([own], dots)).toEqual([false])
  })
})
