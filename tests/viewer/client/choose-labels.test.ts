import { describe, expect, it } from 'vitest'
import { chooseLabels, type LabelScene } from '#viewer/client/draw/labels/choose-labels.ts'
import { loneNote } from '#viewer/client/draw/labels/lone-note.ts'
import type { Shape } from '#viewer/client/view/scales.ts'
import { tinyModel } from './tiny-model.ts'

/** Dots of radius 5 on a stage of 400 × 300, all of them discs unless said otherwise; a letter is 6 pixels wide. */
function scene(
  sites: readonly { readonly name: string; readonly x: number; readonly y: number }[],
  more: Partial<Pick<LabelScene, 'lit' | 'stage'>> & {
    readonly shapes?: readonly Shape[]
    readonly hidden?: readonly number[]
  } = {},
): LabelScene {
  const { lit = null, stage = { width: 400, height: 300 }, shapes = [], hidden = [] } = more
  return {
    model: tinyModel(sites.map(({ name }) => name)),
    look: {
      colour: sites.map(() => '#332288'), shape: sites.map((_, site) => shapes[site] ?? 'disc'),
      radius: Float32Array.from(sites, () => 5), number: sites.map(() => ''), label: sites.map(({ name }) => name),
      tieInk: [], tiePeriod: new Float32Array(), tieShare: new Float32Array(), tieWidth: new Float32Array(), tieOpacity: new Float32Array(), rank: [...sites.keys()], loneText: () => '',
    },
    shown: { sites: Uint8Array.from(sites, (_, site) => (hidden.includes(site) ? 0 : 1)), ties: new Uint8Array(), siteCount: sites.length, tieCount: 0 },
    places: Float64Array.from(sites.flatMap(({ x, y }) => [x, y])),
    radius: () => 5, lit, stage,
  } // prettier-ignore
}

const choose = (of: LabelScene) => chooseLabels(of, text => text.length * 6, { areaPerLabel: 1000, letters: 1 })
const lit = (...sites: number[]) => ({ sites: new Set(sites), ties: new Set<number>(), heads: new Set<number>() })

describe('loneNote(scene, width)', () => {
  it('stands above sites without a tie, but on no dot: a small stage has no room for it', () => {
    const at = (x: number) => {
      const drawn = scene([{ name: 'lone', x: 20, y: 250 }, { name: 'alone', x: 34, y: 250 }, { name: 'one', x, y: 232 }, { name: 'two', x: 380, y: 20 }]) // prettier-ignore
      const model = tinyModel(['lone', 'alone', 'one', 'two'], [{ from: 2, to: 3 }])
      return loneNote(
        { ...drawn, model, look: { ...drawn.look, loneText: sites => `${sites} without` } },
        text => text.length * 6,
      )
    }
    expect(at(200)).toMatchObject({ text: '2 without', x: 15, y: 232 })
    expect(at(60)).toBeNull()
  })
})

describe('chooseLabels(scene)', () => {
  it('keeps names off dots that are dimmed, and off no dot that a filter hides', () => {
    const sites = [{ name: 'first', x: 100, y: 150 }, { name: 'second', x: 125, y: 150 }] // prettier-ignore
    expect(choose(scene(sites, { lit: lit(0) })).labels.map(({ x }) => x)).toEqual([100 - 10 - 30])
    expect(choose(scene(sites, { lit: lit(0), hidden: [1] })).labels.map(({ x }) => x)).toEqual([110])
  })

  it('names nothing whose dot is out of sight, but keeps off dots at the edge', () => {
    const beyond = [{ name: 'beyond', x: -8, y: 150 }, { name: 'edge', x: 370, y: 150 }, { name: 'cut', x: 403, y: 150 }] // prettier-ignore
    const { labels, leftOut } = choose(scene(beyond))
    expect(labels.map(({ text, x }) => [text, x])).toEqual([['edge', 370 - 10 - 24]])
    expect(leftOut).toBe(0)
    const frame = { left: 200, width: 400, height: 300 }
    expect(choose(scene([{ name: 'left of it', x: 190, y: 150 }, { name: 'a name at the edge', x: 205, y: 150 }], { stage: frame })).labels) // prettier-ignore
      .toMatchObject([{ site: 1, x: 215 }])
  })

  it('counts the names that find no place', () => {
    const row = Array.from({ length: 9 }, (_, site) => ({ name: 'a long name', x: 100 + site * 14, y: 150 }))
    const { labels, leftOut } = choose(scene(row))
    expect(labels.map(({ site }) => site)).toEqual([0, 8])
    expect(leftOut).toBe(7)
    // Nor are those of a community that stands out set over each other; the two ends of a tie are named in any case.
    const heads = (...sites: number[]) => ({ ...lit(...sites), heads: new Set(sites) })
    expect(choose(scene(row, { lit: heads(3, 4, 5) })).leftOut).toBeGreaterThan(0)
    expect(choose(scene(row, { lit: heads(3, 4) })).leftOut).toBe(0)
  })

  it('goes by the width of shapes: a diamond is wider than a disc', () => {
    const one = [{ name: 'one', x: 100, y: 150 }]
    const [disc, diamond] = [choose(scene(one)), choose(scene(one, { shapes: ['diamond'] }))]
    expect(diamond.labels[0]!.x - disc.labels[0]!.x).toBeCloseTo(1.25)
  })
})
