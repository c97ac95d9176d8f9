import { describe, expect, it } from 'vitest'
import { createRandom } from '#graph/analysis/random.ts'
import { SentNumbers } from '#viewer/client/draw/card/sent-numbers.ts'
import { Sheet } from '#viewer/client/draw/card/sheet.ts'
import type { Drawn } from '#viewer/client/draw/drawn.ts'
import { lookOf } from '#viewer/client/draw/look.ts'
import { tieForm, tieForms } from '#viewer/client/draw/tie-form.ts'
import { shownBy } from '#viewer/client/filters/shown-by.ts'
import { noFilters } from '#viewer/client/filters/filters.ts'
import { firstView } from '#viewer/client/view/view.ts'
import { speak } from '#viewer/client/words/format.ts'
import { tinyModel } from './tiny-model.ts'

const [sites, perDot, perTie] = [30, 6, 10]
const random = createRandom('sheet')
const model = tinyModel(
  Array.from({ length: sites }, (_, site) => `s${site}`),
  Array.from({ length: 700 }, (_, tie) => ({ from: tie % sites, to: (tie * 7 + 1) % sites, weight: 1 + (tie % 5) })),
)
const look = lookOf(model, firstView(model), speak('en'))
const all = shownBy(model, noFilters)
const drawnSets = (count: number, most: number): ReadonlySet<number> =>
  new Set(Array.from({ length: random.int(most) }, () => random.int(count)))

/** Of a buffer on the card, what WebGL says that these calls do to it. */
function card() {
  const state = { floats: new Float32Array(), whole: 0, parts: 0 }
  const gl = {
    ARRAY_BUFFER: 1, DYNAMIC_DRAW: 2, STATIC_DRAW: 3, bound: null as unknown,
    bindBuffer: (_: number, buffer: unknown) => void (gl.bound = buffer),
    bufferData: (_: number, array: Float32Array) => { if (gl.bound === 'items') { state.floats = array.slice(); state.whole += 1 } },
    bufferSubData: (_: number, at: number, part: Float32Array) => { state.floats.set(part, at / 4); state.parts += 1 },
  } // prettier-ignore
  return { state, program: { gl, buffer: 'items', constantBuffer: 'corners' } as unknown as Parameters<SentNumbers['bind']>[0] } // prettier-ignore
}

/** A sheet with its two drawing programs, as sigma lays them out, and their copies on the card. */
function stage(scene: Drawn) {
  const sheet = new Sheet(scene)
  const lay = (
    count: number,
    size: number,
    place: (item: number, drawing: Parameters<Sheet['placeTie']>[1], at: number) => void,
  ) => {
    const drawing = { array: new Float32Array(count * size), sent: new SentNumbers(), ATTRIBUTES: [], CONSTANT_ATTRIBUTES: [], constantArray: new Float32Array() } // prettier-ignore
    for (let item = 0; item < count; item++) {
      drawing.sent.allChanged()
      place(item, drawing, item * size)
    }
    const copy = card()
    return { drawing, copy, frame: () => drawing.sent.bind(copy.program, drawing, () => 0) }
  }
  const dots = lay(sites, perDot, (site, drawing, at) => {
    sheet.placeDot(site, { x: site / 8, y: -site / 4 }, drawing, at + 2)
    sheet.writeDot(site, drawing.array, at + 2)
  })
  const ties = lay(700, perTie, (tie, drawing, at) => sheet.placeTie(tie, drawing, at))
  return { sheet, dots, ties }
}

describe('Sheet and SentNumbers', () => {
  it('keep on the card what a stage made anew would have, whatever is filtered, lit and drawn in between', () => {
    const { sheet, dots, ties } = stage({ model, look, shown: all })
    let shown = all
    let lit = { sites: new Set<number>() as ReadonlySet<number>, ties: new Set<number>() as ReadonlySet<number> }
    for (let step = 0; step < 60; step++) {
      if (random.int(3) > 0) {
        lit = { sites: drawnSets(sites, 9), ties: drawnSets(700, 40) }
        sheet.light(lit)
      } else {
        const weight = random.int(6)
        shown = shownBy(model, { ...noFilters, weight })
        sheet.rewrite({ model, look, shown })
      }
      if (random.int(2) === 0) continue
      const anew = stage({ model, look, shown })
      anew.sheet.light(lit)
      for (const [own, other] of [
        [dots, anew.dots],
        [ties, anew.ties],
      ] as const) {
        own.frame()
        expect(own.copy.state.floats).toEqual(other.drawing.array)
      }
    }
    expect(ties.copy.state.parts).toBeGreaterThan(0)
    expect(ties.copy.state.whole).toBeLessThan(20)
  })

  it('send nothing when nothing has changed, and all when a program has taken another array', () => {
    const { ties } = stage({ model, look, shown: all })
    for (let frame = 0; frame < 3; frame++) ties.frame()
    expect(ties.copy.state).toMatchObject({ whole: 1, parts: 0 })
    ties.drawing.array = new Float32Array(5).fill(7)
    ties.frame()
    expect(ties.copy.state.floats).toEqual(new Float32Array(5).fill(7))
  })

  it('begin and end a tie where its dots lie, and deal every tie to one program', () => {
    const { sheet, ties } = stage({ model, look, shown: all })
    const { source, target } = model.ties
    for (const tie of [0, 1, 699]) {
      const [from, to] = [source[tie]!, target[tie]!]
      expect([...ties.drawing.array.subarray(tie * perTie, tie * perTie + 4)]).toEqual([from / 8, -from / 4, to / 8, -to / 4]) // prettier-ignore
    }
    expect(tieForms.flatMap(form => sheet.tiesOf(form)).toSorted((a, b) => a - b)).toEqual([...source.keys()])
    for (const form of tieForms) for (const tie of sheet.tiesOf(form)) expect(tieForm(model, tie)).toBe(form)
  })

  it('write another look everywhere', () => {
    const { sheet, dots } = stage({ model, look, shown: all })
    const larger = { ...look, radius: look.radius.map(radius => radius * 2) }
    sheet.rewrite({ model, look: larger, shown: all })
    expect(dots.drawing.array).toEqual(stage({ model, look: larger, shown: all }).dots.drawing.array)
  })
})
