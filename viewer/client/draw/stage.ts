import type { AnyStage } from './any-stage.ts'
import type { Drawn } from './drawn.ts'
import { Sigma } from 'sigma'
import type { SigmaNodeEventPayload, SigmaStageEventPayload } from 'sigma/types'
import type { Camera } from '../view/view.ts'
import { densityLines } from './density/density-lines.ts'
import { drawDensity } from './density/draw-density.ts'
import { Drags } from './drags.ts'
import { drawOverlay } from './draw-overlay.ts'
import { sameFocus, sitesInSight, type Focus } from './focus.ts'
import { freeMargin, type Room } from './free-margin.ts'
import { Covers } from './labels/covers.ts'
import type { Light } from './light.ts'
import { litBy, type Lit } from './lit-by.ts'
import { channelsOf } from './luminance.ts'
import { nearestDot } from './nearest-dot.ts'
import { nearestTie, type Places } from './nearest-tie.ts'
import { Sheet } from './card/sheet.ts'
import { KeptInSight } from './sight/kept-in-sight.ts'
import type { MapPlace, StageEvents, StageOptions } from './stage-events.ts'
import { StageCamera } from './stage-camera.ts'
import { watchContexts, type ContextWatch } from './watch-contexts.ts'
import { boxOf, fitCanvas, frameMargin, graphOf, leastRatio, mostOfMap, roomOf } from './stage-parts.ts'
import { StagePlaces } from './stage-places.ts'
import { stageSettings } from './stage-settings.ts'

/** The drawn map: owns sigma, the light that makes a part stand out, and the canvas with labels above it. */
export class Stage implements AnyStage {
  readonly camera: StageCamera
  readonly #options: StageOptions
  readonly #events: StageEvents
  readonly #light: Light
  readonly #sigma: Sigma
  readonly #words: CanvasRenderingContext2D
  readonly #ground: CanvasRenderingContext2D
  readonly #sheet: Sheet
  #scene: Drawn
  readonly #places = new StagePlaces()
  #lit: Lit | null = null
  /** How much larger than in the look dots are drawn, as of the last frame. */
  #scale = 1
  #hovered: Focus = null
  #selected: Focus = null
  #fading = 0
  #analysis: number | undefined
  #leftOut = 0
  #hasGround = false
  #writing = 0
  #room: Room
  readonly #watch: ContextWatch
  readonly #drags: Drags
  readonly #radius = (site: number): number => this.#scale * this.#scene.look.radius[site]!
  readonly #covers: Covers
  readonly #sight: KeptInSight
  /** What is kept in sight is looked after once the next frame is drawn: until then sigma's places are those of the camera before. */
  #due: { readonly mayFrame: boolean } | null = null
  /** Sigma hears of the window's size only, not of panels that open beside the map. */
  readonly #resizing = new ResizeObserver(() => {
    const room = roomOf(this.#sigma.getContainer())
    // Whoever begins to watch is told at once: all would be drawn a second time.
    if (room.width === this.#room.width && room.height === this.#room.height) return
    this.#room = room
    this.#covers.forget()
    this.#keepFree()
    this.#due = { mayFrame: true }
    this.#sigma.scheduleRender()
  })

  constructor(container: HTMLElement, scene: Drawn, camera: Camera | null, events: StageEvents, options: StageOptions) {
    this.#scene = scene
    this.#analysis = scene.model.data.analysis?.id
    this.#events = events
    this.#options = options
    this.#light = { emphasis: 0, paper: channelsOf(options.paper.colour) }
    this.#sheet = new Sheet(scene)
    this.#room = roomOf(container)
    this.#sigma = new Sigma(
      graphOf(scene),
      container,
      stageSettings(this.#light, this.#sheet, options.reducedMotion, this.#room),
    )
    // Sigma would read the pixel under the pointer back from the graphics card.
    Object.assign(this.#sigma, { getNodeAtPosition: (point: MapPlace) => this.#dotAt(point) })
    if (camera !== null) this.#sigma.getCamera().setState({ ...camera, angle: 0 })
    const canvas = this.#sigma.createCanvas('words', { afterLayer: 'hoverNodes', style: { pointerEvents: 'none' } })
    this.#words = canvas.getContext('2d')!
    const ground = this.#sigma.createCanvas('ground', { beforeLayer: 'edges', style: { pointerEvents: 'none' } })
    this.#ground = ground.getContext('2d')!
    this.#sight = new KeptInSight({
      places: () => this.places(),
      room: () => this.#sigma.getDimensions(),
      camera: () => this.#sigma.getCamera().getState(),
      toParts: at => this.#sigma.viewportToFramedGraph(at),
      moveTo: seen => this.camera.moveTo({ ...seen }),
    })
    this.camera = new StageCamera(this.#sigma, options.reducedMotion, isWhole => {
      this.#due = { mayFrame: isWhole }
      this.#sigma.scheduleRender()
    })
    this.#drags = new Drags(this.#sigma, events.drop)
    this.#covers = new Covers(container, () => this.#writeAnew())
    this.#sigma.on('afterRender', () => this.#draw())
    this.#listen()
    this.#watch = watchContexts(container, isLost => events.lost(isLost ? 'gone' : null))
    this.#resizing.observe(container)
    // Sigma has drawn everything when it was made. The words above it come a frame later: finding their places takes as long as all else.
    this.#writeAnew()
  }

  /** Draws another look, other filters, or other ties between the same sites. */
  show(scene: Drawn): void {
    const hasOtherTies = scene.model !== this.#scene.model
    this.#scene = scene
    this.#covers.forget()
    if (hasOtherTies) {
      this.#hovered = null
      this.#drags.moved.clear()
      this.#sheet.begin(scene)
      // A map that grows stays where it is; a new analysis draws a new one.
      const isSameLayout = scene.model.data.analysis?.id === this.#analysis
      this.#sigma.setCustomBBox(isSameLayout ? (this.#sigma.getCustomBBox() ?? this.#sigma.getBBox()) : null)
      this.#analysis = scene.model.data.analysis?.id
      this.#sigma.setGraph(graphOf(scene))
    } else this.#sheet.rewrite(scene)
    this.#lightUp()
  }

  select(focus: Focus): void {
    if (focus === null && this.#selected === null) return
    if (!sameFocus(focus, this.#selected)) this.#sight.keep(sitesInSight(this.#scene.model, focus))
    this.#selected = focus
    this.#lightUp()
  }

  /** For what is hovered outside the map: rows of a table, neighbours in a panel. */
  hover(focus: Focus): void {
    if (sameFocus(focus, this.#hovered)) return
    this.#hovered = focus
    this.#lightUp()
  }

  /** Sites lie there instead. */
  move(x: ArrayLike<number>, y: ArrayLike<number>): void {
    this.#sigma.setCustomBBox(this.#sigma.getCustomBBox() ?? this.#sigma.getBBox())
    for (let site = 0; site < x.length; site++) this.#drags.moved.set(site, { x: x[site]!, y: y[site]! })
    this.#sigma
      .getGraph()
      .updateEachNodeAttributes((_, node) => ({ ...node, ...this.#drags.moved.get(node['site'] as number) }), {
        attributes: ['x', 'y'],
      })
  }

  reveal(site: number): void {
    this.#sight.bring([site])
  }

  /** Brings what is shown into sight, as large as the stage lets it: what a filter leaves should not lie in an empty page. */
  frameShown(): void {
    const { sites } = this.#scene.shown
    const places = this.places()
    const { width, height } = this.#sigma.getDimensions()
    const box = boxOf(sites, places)
    if (box === null) return
    const { ratio } = this.#sigma.getCamera().getState()
    const wanted = ratio * Math.max(box.width / (width - 2 * frameMargin), box.height / (height - 2 * frameMargin))
    if (wanted > mostOfMap) return this.camera.fit()
    const { x, y } = this.#sigma.viewportToFramedGraph({ x: box.x, y: box.y })
    this.camera.moveTo({ x, y, ratio: Math.max(leastRatio, wanted) })
  }

  /** Sites in pixels of the stage, as of the last frame. */
  places(): Places {
    const at = (x: number, y: number): MapPlace => this.#sigma.graphToViewport({ x, y })
    const frame = { origin: at(0, 0), right: at(1, 0), up: at(0, 1) }
    return this.#places.place(this.#scene.model, frame, this.#drags.moved)
  }

  close(): void {
    cancelAnimationFrame(this.#fading)
    cancelAnimationFrame(this.#writing)
    this.#resizing.disconnect()
    this.#covers.stop()
    // Sigma gives its contexts up when it is killed.
    this.#watch.stop()
    this.#sigma.kill()
  }

  #keepFree(): void {
    const margin = freeMargin(this.#room)
    if (margin !== this.#sigma.getSetting('stagePadding')) this.#sigma.setSetting('stagePadding', margin)
  }

  #listen(): void {
    const sigma = this.#sigma
    const isMore = ({ original }: { original: MouseEvent | TouchEvent }): boolean =>
      original.shiftKey || original.ctrlKey || original.metaKey
    sigma.on('enterNode', ({ node }) => this.#pointAt({ site: Number(node) }))
    sigma.on('leaveNode', () => this.#pointAt(null))
    sigma.on('leaveStage', () => this.#pointAt(null))
    sigma.on('moveBody', ({ event }) => {
      if (this.#drags.follow(event)) return
      if (this.#hovered !== null && 'site' in this.#hovered) return
      if (sigma.getMouseCaptor().isMouseDown) return
      // Of a dot sigma tells next: a tie beneath it would light up for nothing.
      if (this.#dotAt(event) === null) this.#pointAt(this.#tieAt(event))
    })
    const chooseSite = ({ node, event }: SigmaNodeEventPayload): unknown =>
      !this.#drags.wasDrop() && this.#events.choose({ site: Number(node) }, isMore(event))
    const chooseTie = ({ event }: SigmaStageEventPayload): void =>
      this.#events.choose(this.#tieAt(event), isMore(event))
    sigma.on('clickNode', chooseSite)
    sigma.on('clickStage', chooseTie)
    // A second click soon after a first is a click of its own, wherever the first one was: sigma makes a double click of the two.
    sigma.on('doubleClickNode', payload => (payload.preventSigmaDefault(), chooseSite(payload)))
    sigma.on('doubleClickStage', payload => (payload.preventSigmaDefault(), chooseTie(payload)))
    this.camera.watch(this.#events.camera)
  }

  #dotAt(point: MapPlace): string | null {
    const site = nearestDot({ ...this.#scene, places: this.places(), radius: this.#radius }, point)
    return site === undefined ? null : String(site)
  }

  #tieAt(point: MapPlace): Focus {
    const { model, shown } = this.#scene
    const tie = nearestTie(model, this.places(), one => shown.ties[one] === 1, point, 6)
    return tie === undefined ? null : { tie }
  }

  #pointAt(focus: Focus): void {
    if (sameFocus(focus, this.#hovered)) return
    this.hover(focus)
    this.#events.hover(focus)
    this.#sigma.getContainer().classList.toggle('is-over', focus !== null)
  }

  /** Only what changes is written again. */
  #lightUp(): void {
    const focus = this.#hovered ?? this.#selected
    // While the light goes out, what stood out keeps standing out.
    if (focus !== null) {
      const { model, shown } = this.#scene
      this.#lit = litBy(model, shown, focus)
      this.#sheet.light(this.#lit)
    }
    this.#fadeTo(focus === null ? 0 : 1)
  }

  #fadeTo(goal: number): void {
    cancelAnimationFrame(this.#fading)
    const jump = this.#options.reducedMotion || this.#scene.model.tieCount > 20_000
    const step = (): void => {
      const { emphasis } = this.#light
      const near = jump || Math.abs(goal - emphasis) < 0.04
      this.#light.emphasis = near ? goal : emphasis + (goal - emphasis) * 0.3
      this.#sigma.scheduleRender()
      if (!near) this.#fading = requestAnimationFrame(step)
    }
    step()
  }

  /** Names alone, dots and ties stay as they are: something lies on the map that did not, or they were not written yet. */
  #writeAnew(): void {
    cancelAnimationFrame(this.#writing)
    this.#writing = requestAnimationFrame(() => this.#draw())
  }

  #drawGround(width: number, height: number): void {
    const { model, shown, hasDensity = false } = this.#scene
    if (!hasDensity && !this.#hasGround) return
    this.#hasGround = hasDensity
    fitCanvas(this.#ground, width, height)
    const [o, u] = [this.#sigma.graphToViewport({ x: 0, y: 0 }), this.#sigma.graphToViewport({ x: 1, y: 0 })]
    const frame = { scale: u.x - o.x, left: o.x, top: o.y }
    drawDensity(this.#ground, hasDensity ? densityLines(model, shown) : [], frame, this.#options.paper)
  }

  #draw(): void {
    const focus = this.#hovered ?? this.#selected
    const { width, height } = this.#sigma.getDimensions()
    if (this.#due !== null) {
      const { mayFrame } = this.#due
      this.#due = null
      this.#sight.again(mayFrame)
    }
    this.#scale = this.#sigma.scaleSize(1)
    fitCanvas(this.#words, width, height)
    this.#drawGround(width, height)
    const lit = focus === null ? null : this.#lit
    const scene = {
      ...this.#scene,
      stage: { width, height, written: this.#covers.boxes },
      places: this.places(),
      radius: this.#radius,
    }
    const leftOut = drawOverlay(this.#words, {
      ...scene,
      grid: this.#places.grid(scene),
      lit,
      isPointed: this.#hovered !== null,
      paper: this.#options.paper,
      letters: this.#options.letters,
    })
    if (lit !== null || leftOut === this.#leftOut) return
    this.#leftOut = leftOut
    this.#events.leftOut(leftOut)
  }
}
