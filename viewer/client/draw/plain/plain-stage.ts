import type { AnyStage } from '../any-stage.ts'
import type { Drawn } from '../drawn.ts'
import { sameFocus, sitesInSight, type Focus } from '../focus.ts'
import { Covers } from '../labels/covers.ts'
import { litBy, type Lit } from '../lit-by.ts'
import { nearestDot } from '../nearest-dot.ts'
import { nearestTie, type Places } from '../nearest-tie.ts'
import type { MapPlace, StageEvents, StageOptions } from '../stage-events.ts'
import { boxOf, frameMargin, leastRatio, mostOfMap } from '../stage-parts.ts'
import type { Camera } from '#viewer/client/view/view.ts'
import { KeptInSight } from '../sight/kept-in-sight.ts'
import { PlainCamera } from './plain-camera.ts'
import { PlainFrame, spanOf, type LayoutSpan } from './plain-frame.ts'
import { hearHand } from './plain-hand.ts'
import type { PlainScene } from './plain-layers.ts'
import { PlainSheet } from './plain-sheet.ts'

/** Larger maps are shifted as they were drawn while the hand moves, and drawn anew when it rests. */
const atOnce = 1200
const restMs = 90

/**
 * The map as SVG, for browsers without WebGL: the same places, lines, names and answers to the hand as the map of the graphics
 * card. Meant for 2,000 sites at most: each drawing makes all of its elements anew.
 */
export class PlainStage implements AnyStage {
  readonly camera: PlainCamera
  readonly #container: HTMLElement
  readonly #events: StageEvents
  readonly #options: StageOptions
  readonly #sheet: PlainSheet
  readonly #stopHearing: () => void
  readonly #covers: Covers
  readonly #sight: KeptInSight
  readonly #resizing = new ResizeObserver(() => {
    this.#covers.forget()
    this.#draw()
    this.#sight.again()
  })
  #scene: Drawn
  #span: LayoutSpan
  #analysis: number | undefined
  #places: Places = new Float64Array()
  readonly #moved = new Map<number, MapPlace>()
  #carried: number | null = null
  #hovered: Focus = null
  #selected: Focus = null
  #leftOut = 0
  #waiting: ReturnType<typeof setTimeout> | undefined

  constructor(container: HTMLElement, scene: Drawn, camera: Camera | null, events: StageEvents, options: StageOptions) {
    this.#container = container
    this.#scene = scene
    this.#span = spanOf(scene.model.data)
    this.#analysis = scene.model.data.analysis?.id
    this.#events = events
    this.#options = options
    this.#sheet = new PlainSheet(container, options.paper)
    this.#sight = new KeptInSight({
      places: () => this.#placed(),
      room: () => this.#room(),
      camera: () => this.camera.state,
      toParts: at => this.#frame().toParts(at),
      moveTo: seen => this.camera.moveTo(seen),
    })
    this.camera = new PlainCamera(
      camera,
      () => this.#moveCamera(),
      isWhole => this.#sight.again(isWhole),
    )
    this.camera.watch(events.camera)
    this.#covers = new Covers(container, () => this.#draw())
    this.#stopHearing = this.#hearHand()
    this.#resizing.observe(container)
    this.#draw()
  }

  show(scene: Drawn): void {
    const { data } = scene.model
    if (scene.model !== this.#scene.model) {
      this.#hovered = null
      this.#moved.clear()
      // A map that grows stays where it is; a new analysis draws a new one.
      if (data.analysis?.id !== this.#analysis) this.#span = spanOf(data)
      this.#analysis = data.analysis?.id
    }
    this.#scene = scene
    this.#covers.forget()
    this.#draw()
  }

  select(focus: Focus): void {
    if (sameFocus(focus, this.#selected)) return
    this.#sight.keep(sitesInSight(this.#scene.model, focus))
    this.#selected = focus
    this.#light()
  }

  hover(focus: Focus): void {
    if (sameFocus(focus, this.#hovered)) return
    this.#hovered = focus
    this.#light()
  }

  move(x: ArrayLike<number>, y: ArrayLike<number>): void {
    for (let site = 0; site < x.length; site++) this.#moved.set(site, { x: x[site]!, y: y[site]! })
    this.#draw()
  }

  reveal(site: number): void {
    this.#sight.bring([site])
  }

  frameShown(): void {
    const { sites } = this.#scene.shown
    const { width, height } = this.#room()
    const box = boxOf(sites, this.#placed())
    if (box === null) return
    const { ratio } = this.camera.state
    const wanted = ratio * Math.max(box.width / (width - 2 * frameMargin), box.height / (height - 2 * frameMargin))
    if (wanted > mostOfMap) return this.camera.fit()
    this.camera.moveTo({ ...this.#frame().toParts(box), ratio: Math.max(leastRatio, wanted) })
  }

  places(): Places {
    return this.#placed()
  }

  close(): void {
    clearTimeout(this.#waiting)
    this.#resizing.disconnect()
    this.#covers.stop()
    this.#stopHearing()
    this.#sheet.close()
  }

  #room(): { readonly width: number; readonly height: number } {
    const { clientWidth, clientHeight } = this.#container
    return { width: clientWidth, height: clientHeight }
  }

  #frame(): PlainFrame {
    return new PlainFrame(this.#span, this.#room(), this.camera.state)
  }

  /** Where sites lie now, also while what is seen is only shifted. */
  #placed(): Places {
    const frame = this.#frame()
    const { x, y } = this.#scene.model.data
    if (this.#places.length !== x.length * 2) this.#places = new Float64Array(x.length * 2)
    for (let site = 0; site < x.length; site++) {
      const at = frame.toStage(this.#moved.get(site) ?? { x: x[site]!, y: y[site]! })
      this.#places[site * 2] = at.x
      this.#places[site * 2 + 1] = at.y
    }
    return this.#places
  }

  readonly #radius = (site: number): number => this.#scene.look.radius[site]! / Math.sqrt(this.camera.state.ratio)

  #lit(): Lit | null {
    const focus = this.#hovered ?? this.#selected
    return focus === null ? null : litBy(this.#scene.model, this.#scene.shown, focus)
  }

  #plainScene(): PlainScene {
    return {
      ...this.#scene,
      stage: { ...this.#room(), written: this.#covers.boxes },
      places: this.#placed(),
      radius: this.#radius,
      lit: this.#lit(),
      isPointed: this.#hovered !== null,
      paper: this.#options.paper,
      letters: this.#options.letters,
    }
  }

  #draw(): void {
    clearTimeout(this.#waiting)
    this.#waiting = undefined
    this.#tell(this.#sheet.draw(this.#plainScene(), this.#frame()))
  }

  #light(): void {
    // What waits to be drawn anew will be drawn with the new light.
    if (this.#waiting === undefined) this.#tell(this.#sheet.light(this.#plainScene()))
  }

  #tell(leftOut: number): void {
    if (this.#hovered !== null || this.#selected !== null || leftOut === this.#leftOut) return
    this.#leftOut = leftOut
    this.#events.leftOut(leftOut)
  }

  #moveCamera(): void {
    const { siteCount, tieCount } = this.#scene.shown
    if (siteCount + tieCount <= atOnce) return this.#draw()
    this.#sheet.move(this.#frame())
    clearTimeout(this.#waiting)
    this.#waiting = setTimeout(() => this.#draw(), restMs)
  }

  #hearHand(): () => void {
    const parts = (at: MapPlace): MapPlace => this.#frame().toParts(at)
    return hearHand(this.#container, {
      point: at => this.#pointAt(at === null ? null : this.#under(at)),
      click: (at, more) => this.#events.choose(this.#under(at), more),
      pan: (dx, dy) => {
        const [before, now] = [parts({ x: 0, y: 0 }), parts({ x: dx, y: dy })]
        const { x, y } = this.camera.state
        this.camera.moveTo({ x: x + before.x - now.x, y: y + before.y - now.y })
      },
      zoom: (at, factor) => this.camera.zoomAt(parts(at), factor),
      take: at => {
        this.#carried = this.#events.drop === undefined ? null : (this.#dotAt(at) ?? null)
        return this.#carried !== null
      },
      carry: at => {
        if (this.#carried === null) return
        this.#moved.set(this.#carried, this.#frame().toLayout(at))
        this.#draw()
      },
      drop: () => this.#drop(),
    })
  }

  #drop(): void {
    const place = this.#carried === null ? undefined : this.#moved.get(this.#carried)
    if (place === undefined) return
    this.#events.drop?.(this.#carried!, { x: Math.round(place.x * 100) / 100, y: Math.round(place.y * 100) / 100 })
  }

  #dotAt(point: MapPlace): number | undefined {
    return nearestDot({ ...this.#scene, places: this.#placed(), radius: this.#radius }, point)
  }

  #under(point: MapPlace): Focus {
    const site = this.#dotAt(point)
    if (site !== undefined) return { site }
    const { model, shown } = this.#scene
    const tie = nearestTie(model, this.#places, one => shown.ties[one] === 1, point, 6)
    return tie === undefined ? null : { tie }
  }

  #pointAt(focus: Focus): void {
    if (sameFocus(focus, this.#hovered)) return
    this.hover(focus)
    this.#events.hover(focus)
    this.#container.classList.toggle('is-over', focus !== null)
  }
}
