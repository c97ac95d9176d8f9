import { describe, expect, it } from 'vitest'
import { kindsOfChange } from '#data/vocabulary/kinds-of-change.ts'
import { changeLook } from '#viewer/client/draw/change-look.ts'
import { papers } from '#viewer/client/draw/paper.ts'
import { inkFor } from '#viewer/client/draw/tie-ink.ts'
import { tieLook } from '#viewer/client/draw/tie-look.ts'
import { tinyModel } from './tiny-model.ts'

type Rgb = readonly [number, number, number]
const rgb = (hex: string): Rgb => [1, 3, 5].map(at => parseInt(hex.slice(at, at + 2), 16)) as unknown as Rgb

/** WCAG 2: (lighter + 0.05) / (darker + 0.05) of relative luminance, of ink of some opacity on paper. */
function contrast(ink: string, opacity: number, paper: string): number {
  const luminance = (channels: readonly number[]): number => {
    const [r, g, b] = channels.map(value => {
      const share = value / 255
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
  }
  const seen = rgb(ink).map((value, at) => value * opacity + rgb(paper)[at]! * (1 - opacity))
  const [dark, light] = [luminance(rgb(paper)), luminance(seen)].sort((a, b) => a - b) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

/** Colours of communities, the palest and the darkest among them, a pure one, and the grey of print. */
const colours = ['#ddcc77', '#88ccee', '#332288', '#cc6677', '#ffff00', '#bbbbbb', '#ffffff', '#000000', '#6a6a6a']

/** `count` ties from sites of all colours, of weights that grow. */
const network = (count: number, weightOf: (tie: number) => number) =>
  tinyModel(
    Array.from({ length: colours.length + 1 }, (_, site) => `s${site}`),
    Array.from({ length: count }, (_, tie) => ({
      from: tie % colours.length,
      to: colours.length,
      weight: weightOf(tie),
    })),
  )

describe('tieLook(model, colours)', () => {
  it.each<[string, number, (tie: number) => number]>([
    ['a small map', 40, tie => 1 + (tie % 7)],
    ['as many ties as can be told apart', 1500, tie => 1 + (tie % 97)],
    ['equal weights', 40, () => 1],
    ['one tie far heavier than all', 60, tie => (tie === 0 ? 5000 : 1)],
    ['fractions', 40, tie => 0.01 + (tie % 5) / 10],
  ])('draws lines that are seen on white and on the screen’s paper: %s', (_, count, weightOf) => {
    const model = network(count, weightOf)
    const { tieInk, tieOpacity } = tieLook(model, [...colours, '#ddcc77'])
    const sorted = model.ties.weight.toSorted((a, b) => a - b)
    const median = (sorted[Math.ceil(count / 2) - 1]! + sorted[Math.floor(count / 2)]!) / 2
    for (const paper of ['#ffffff', '#fcfbf9'])
      for (let tie = 0; tie < count; tie++) {
        const seen = contrast(tieInk[tie]!, tieOpacity[tie]!, paper)
        expect(seen).toBeGreaterThanOrEqual(model.ties.weight[tie]! > median ? 3 : 1.5)
      }
  })

  it('draws by night lines that are seen on the dark ground', () => {
    const model = network(40, tie => 1 + (tie % 7))
    const { tieInk, tieOpacity } = tieLook(model, [...colours, '#ddcc77'], undefined, papers.dark)
    for (let tie = 0; tie < 40; tie++) {
      const seen = contrast(tieInk[tie]!, tieOpacity[tie]!, papers.dark.colour)
      expect(seen).toBeGreaterThanOrEqual(model.ties.weight[tie]! > 4 ? 3 : 1.5)
    }
  })

  it('writes by night what is read on the dark ground, whatever becomes of a tie', () => {
    const { colour, ink, leader } = papers.dark
    expect(contrast(ink, 1, colour)).toBeGreaterThan(7)
    expect(contrast(leader, 1, colour)).toBeGreaterThan(4.5)
    for (const kind of kindsOfChange)
      expect(contrast(changeLook(kind, 'colour', papers.dark).ink, 1, colour), kind).toBeGreaterThan(3)
  })

  it('fades the lighter ties of a crowd, and keeps the heaviest in sight', () => {
    const model = network(20_000, tie => 1 + tie)
    const { tieInk, tieOpacity } = tieLook(model, colours)
    const seen = (tie: number): number => contrast(tieInk[tie]!, tieOpacity[tie]!, '#fcfbf9')
    for (let tie = 20_000 - 750; tie < 20_000; tie++) expect(seen(tie)).toBeGreaterThanOrEqual(3)
    expect(seen(20_000 - 751)).toBeLessThan(1.5)
  })

  it('draws heavier ties stronger, and all paler the more there are', () => {
    const few = tieLook(
      network(400, tie => 1 + (tie % 7)),
      colours,
    ).tieOpacity
    const many = tieLook(
      network(40_000, tie => 1 + (tie % 7)),
      colours,
    ).tieOpacity
    // Ties 1, 10 and 64 leave sites of one colour; their weights are 2, 4 and 2.
    expect(few[10]).toBeGreaterThan(few[1]!)
    expect(few[64]).toBe(few[1])
    expect(many[10]).toBeLessThan(few[10]!)
  })
})

describe('inkFor(colour)', () => {
  it.each(colours.filter(colour => colour !== '#000000'))('is darker than %s', colour => {
    const sum = (hex: string): number => rgb(hex).reduce((total, value) => total + value, 0)
    expect(sum(inkFor(colour))).toBeLessThan(sum(colour))
  })
})
