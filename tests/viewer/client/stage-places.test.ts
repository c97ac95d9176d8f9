import { describe, expect, it } from 'vitest'
import { StagePlaces } from '#viewer/client/draw/stage-places.ts'
import type { LabelScene } from '#viewer/client/draw/labels/choose-labels.ts'
import { lookOf } from '#viewer/client/draw/look.ts'
import { noFilters } from '#viewer/client/filters/filters.ts'
import { shownBy } from '#viewer/client/filters/shown-by.ts'
import { firstView } from '#viewer/client/view/view.ts'
import { speak } from '#viewer/client/words/format.ts'
import { tinyModel } from './tiny-model.ts'

/** At 0, 100 and 200 of the layout. */
const model = tinyModel(['a', 'b', 'c'])
const look = lookOf(model, firstView(model), speak('en'))
/** Half as large, upside down, with the origin in the middle of the stage. */
const frame = { origin: { x: 200, y: 150 }, right: { x: 200.5, y: 150 }, up: { x: 200, y: 149.5 } }
const still = new Map<number, { x: number; y: number }>()

function sceneOf(places: StagePlaces, of: Partial<LabelScene> = {}): LabelScene {
  return {
    model, look, shown: shownBy(model, noFilters), stage: { width: 400, height: 300 }, lit: null,
    places: places.place(model, frame, still), radius: site => look.radius[site]!, ...of,
  } // prettier-ignore
}

describe('StagePlaces', () => {
  it('puts sites where the frame says, those that were dragged where they are now', () => {
    const places = new StagePlaces()
    expect([...places.place(model, frame, still)]).toEqual([200, 150, 250, 150, 300, 150])
    const dragged = new Map([[1, { x: 10, y: 20 }]])
    expect([...places.place(model, frame, dragged)]).toEqual([200, 150, 205, 140, 300, 150])
    dragged.set(1, { x: 20, y: 20 })
    expect(places.place(model, frame, dragged)[2]).toBe(210)
    expect(places.place(model, frame, still)[2]).toBe(250)
    const larger = { ...frame, right: { x: 201, y: 150 } }
    expect([...places.place(model, larger, still)]).toEqual([200, 150, 300, 150, 400, 150])
  })

  it('keeps the dots by squares until a site, a size, a filter or the stage changes', () => {
    const places = new StagePlaces()
    const scene = sceneOf(places)
    const first = places.grid(scene)
    expect(places.grid(sceneOf(places, { shown: scene.shown, lit: { sites: new Set([0]), ties: new Set(), heads: new Set() } }))).toBe(first) // prettier-ignore
    const kept = { ...noFilters, only: [model.data.ids[1]!] }
    for (const change of [
      { shown: shownBy(model, kept) },
      { shown: scene.shown, look: { ...look } },
      { shown: scene.shown, radius: (site: number) => look.radius[site]! * 2 },
      { shown: scene.shown, stage: { width: 390, height: 300 } },
    ])
      expect(places.grid({ ...scene, ...change })).not.toBe(places.grid(scene))
    const before = places.grid(scene)
    places.place(model, frame, new Map([[0, { x: 1, y: 1 }]]))
    expect(places.grid(scene)).not.toBe(before)
    expect(places.grid({ ...scene, shown: shownBy(model, kept) }).count).toBe(1)
  })
})
