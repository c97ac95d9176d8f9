import { describe, expect, it } from 'vitest'
import { nearestTie } from '#viewer/client/draw/nearest-tie.ts'
import { tinyModel } from './tiny-model.ts'

const places = Float64Array.from([0, 0, 100, 0, 0, 100])
const all = (): boolean => true
const model = tinyModel(['a', 'b', 'c'], [
  { from: 0, to: 1 },
  { from: 0, to: 2 },
  { from: 2, to: 0 },
]) // prettier-ignore

describe('nearestTie(model, places, isShown, point, reach)', () => {
  it('finds a straight tie within reach, and nothing beyond', () => {
    expect(nearestTie(model, places, all, { x: 50, y: 4 }, 6)).toBe(0)
    expect(nearestTie(model, places, all, { x: 50, y: 7 }, 6)).toBeUndefined()
    expect(nearestTie(model, places, all, { x: 110, y: 0 }, 6)).toBeUndefined()
  })

  it('tells the two ties of a pair apart: each bows to the left of its direction, 13 % of its length', () => {
    // Down the stage, left is towards greater x; up, towards smaller x.
    expect(nearestTie(model, places, all, { x: 13, y: 50 }, 3)).toBe(1)
    expect(nearestTie(model, places, all, { x: -13, y: 50 }, 3)).toBe(2)
    expect(nearestTie(model, places, all, { x: 0, y: 50 }, 6)).toBeUndefined()
  })

  it('passes over ties that are not shown', () => {
    expect(nearestTie(model, places, tie => tie !== 0, { x: 50, y: 0 }, 6)).toBeUndefined()
  })
})
