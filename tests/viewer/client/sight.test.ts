import { describe, expect, it } from 'vitest'
import { KeptInSight } from '#viewer/client/draw/sight/kept-in-sight.ts'
import { sightOf } from '#viewer/client/draw/sight/sight-of.ts'
import type { Camera } from '#viewer/client/view/view.ts'

/** Pixels of four sites, two by two. */
const places = Float64Array.of(100, 100, 140, 110, 390, 150, 900, 300)

const seen = (ratio: number, mayFrame = true) => ({ ratio, mayFrame })

describe('sightOf(sites, places, room, { ratio, mayFrame })', () => {
  const room = { width: 400, height: 400 }

  it('leaves what is seen where it is', () => {
    expect(sightOf([0], places, room, seen(1))).toBeNull()
    expect(sightOf([0, 1], places, room, seen(1))).toBeNull()
    expect(sightOf([], places, room, seen(1))).toBeNull()
    expect(sightOf([0, 1], places, { width: 0, height: 0 }, seen(1))).toBeNull()
  })

  it('brings to the middle what is not, in the same scale while that shows it whole', () => {
    expect(sightOf([2], places, room, seen(0.5))).toEqual({ x: 390, y: 150, ratio: 0.5 })
    expect(sightOf([0, 2], places, room, seen(0.5))).toEqual({ x: 245, y: 125, ratio: 0.5 })
    // 800 pixels in a room of 400, of which 40 stay free on either side.
    expect(sightOf([0, 3], places, room, seen(0.1))).toEqual({ x: 500, y: 200, ratio: 0.1 * (800 / 320) })
  })

  it('draws two sites as far apart as a low strip lets them, and no nearer than a frame goes', () => {
    const strip = { width: 360, height: 100 }
    const near = Float64Array.of(160, 40, 200, 60)
    const { ratio, ...middle } = sightOf([0, 1], near, strip, seen(1))!
    expect(middle).toEqual({ x: 180, y: 50 })
    // 100 / 4 pixels stay free above and below: 20 of 50 is more than 40 of 310.
    expect(ratio).toBeCloseTo(20 / 50, 6)
    // Who chose the camera is followed.
    expect(sightOf([0, 1], near, strip, seen(1, false))).toBeNull()
    expect(sightOf([0, 1], Float64Array.of(180, 49, 181, 50), strip, seen(1))!.ratio).toBe(0.2)
    expect(sightOf([0, 1], Float64Array.of(40, 50, 320, 52), strip, seen(1))).toBeNull()
    expect(sightOf([0], near, strip, seen(1))).toBeNull()
  })
})

describe('KeptInSight', () => {
  /** A stage of a layout whose two sites lie 0.1 apart, in parts of the map; a part is 300 pixels of a strip's width at a ratio of 1. */
  function stageOf(height: number) {
    const stage = { camera: { x: 0.5, y: 0.5, ratio: 1 } as Camera, height }
    const pixel = (x: number): number => 180 + ((x - stage.camera.x) * 300) / stage.camera.ratio
    const sight = new KeptInSight({
      places: () => Float64Array.of(pixel(0.5), stage.height / 2, pixel(0.6), stage.height / 2),
      room: () => ({ width: 360, height: stage.height }),
      camera: () => stage.camera,
      toParts: at => ({ x: stage.camera.x + ((at.x - 180) * stage.camera.ratio) / 300, y: 0.5 }),
      moveTo: camera => void (stage.camera = camera),
    })
    return { stage, sight }
  }

  it('goes near on a low stage, and back once nothing is kept', () => {
    const { stage, sight } = stageOf(100)
    sight.keep([0, 1])
    expect(stage.camera.x).toBeCloseTo(0.55, 6)
    expect(stage.camera.ratio).toBe(0.2)
    sight.keep([0])
    sight.keep([])
    expect(stage.camera).toEqual({ x: 0.5, y: 0.5, ratio: 1 })
  })

  it('goes near when the stage becomes low, and leaves the camera where a hand has put it', () => {
    const { stage, sight } = stageOf(400)
    sight.keep([0, 1])
    expect(stage.camera.ratio).toBe(1)
    stage.height = 100
    sight.again()
    expect(stage.camera.ratio).toBe(0.2)
    stage.camera = { x: 0.4, y: 0.5, ratio: 0.3 }
    sight.keep([])
    expect(stage.camera).toEqual({ x: 0.4, y: 0.5, ratio: 0.3 })
  })
})
