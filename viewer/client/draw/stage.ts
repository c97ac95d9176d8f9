import { DirectedGraph } from 'graphology'
import { Sigma } from 'sigma'
import { neighboursOf, type Model } from '../model/model.ts'
import { createDotProgram } from './dot-program.ts'
import { drawOverlay } from './draw-overlay.ts'
import { sameFocus, type Focus } from './focus.ts'
import type { Light } from './light.ts'
import type { Look } from './look.ts'
import { nearestTie, type Places } from './nearest-tie.ts'
import { createTieProgram } from './tie-program.ts'

export interface StageEvents {
  readonly hover: (focus: Focus) => void
  readonly choose: (focus: Focus) => void
}

export interface StageOptions {
  readonly reducedMotion: boolean
  readonly background: string
  readonly ink: string
}

/** The drawn map: owns sigma, the light that makes a part stand out, and the canvas with labels above it. */
export class Stage {
  readonly #model: Model
  readonly #options: StageOptions
  readonly #events: StageEvents
  readonly #light: Light
  readonly #sigma: Sigma
  readonly #words: CanvasRenderingContext2D
  readonly #places: Places
  readonly #litSites: Uint8Array
  readonly #litTies: Uint8Array
  #look: Look
  #placesAreOld = true
  #hovered: Focus = null
  #selected: Focus = null
  #fading = 0

  constructor(container: HTMLElement, model: Model, look: Look, events: StageEvents, options: StageOptions) {
    this.#model = model
    this.#look = look
    this.#events = events
    this.#options = options
    this.#light = { emphasis: 0, paper: rgb(options.background) }
    this.#places = new Float64Array(model.siteCount * 2)
    this.#litSites = new Uint8Array(model.siteCount)
    this.#litTies = new Uint8Array(model.tieCount)
    this.#sigma = new Sigma(graphOf(model, look), container, this.#settings())
    const canvas = this.#sigma.createCanvas('words', { afterLayer: 'hoverNodes', style: { pointerEvents: 'none' } })
    this.#words = canvas.getContext('2d')!
    this.#sigma.on('afterRender', () => this.#draw())
    this.#listen()
    this.#sigma.refresh()
  }

  paint(look: Look): void {
    this.#look = look
    // At once: a partial refresh that came before a scheduled one would find nothing to touch.
    this.#sigma.refresh()
  }

  select(focus: Focus): void {
    this.#selected = focus
    this.#lightUp()
  }

  /** For what is hovered outside the map: rows of a table, neighbours in a panel. */
  hover(focus: Focus): void {
    if (sameFocus(focus, this.#hovered)) return
    this.#hovered = focus
    this.#lightUp()
  }

  /** Brings a site into sight without changing the scale, unless it is far out. */
  reveal(site: number): void {
    const { width, height } = this.#sigma.getDimensions()
    const [x, y] = [this.places()[site * 2]!, this.places()[site * 2 + 1]!]
    const margin = 60
    if (x > margin && y > margin && x < width - margin && y < height - margin) return
    const data = this.#sigma.getNodeDisplayData(String(site))
    if (data) this.#move({ x: data.x, y: data.y })
  }

  zoom(factor: number): void {
    const camera = this.#sigma.getCamera()
    this.#move({ ratio: camera.getBoundedRatio(camera.ratio / factor) })
  }

  /** Shifts what is seen by parts of the stage's width. */
  pan(dx: number, dy: number): void {
    const { x, y, ratio } = this.#sigma.getCamera().getState()
    this.#move({ x: x + dx * ratio, y: y - dy * ratio })
  }

  fit(): void {
    this.#move({ x: 0.5, y: 0.5, ratio: 1, angle: 0 })
  }

  /** Sites in pixels of the stage, as of the last frame. */
  places(): Places {
    if (!this.#placesAreOld) return this.#places
    const at = (x: number, y: number): { x: number; y: number } => this.#sigma.graphToViewport({ x, y })
    const [o, u, v] = [at(0, 0), at(1, 0), at(0, 1)]
    const { x: xs, y: ys } = this.#model.data
    for (let site = 0; site < xs.length; site++) {
      this.#places[site * 2] = o.x + (u.x - o.x) * xs[site]! + (v.x - o.x) * ys[site]!
      this.#places[site * 2 + 1] = o.y + (u.y - o.y) * xs[site]! + (v.y - o.y) * ys[site]!
    }
    this.#placesAreOld = false
    return this.#places
  }

  close(): void {
    cancelAnimationFrame(this.#fading)
    this.#sigma.kill()
  }

  #settings(): ConstructorParameters<typeof Sigma>[2] {
    return {
      allowInvalidContainer: true,
      renderLabels: false,
      stagePadding: 46,
      minCameraRatio: 0.02,
      maxCameraRatio: 4,
      zoomDuration: this.#options.reducedMotion ? 1 : 180,
      inertiaDuration: this.#options.reducedMotion ? 1 : 200,
      doubleClickZoomingDuration: this.#options.reducedMotion ? 1 : 180,
      defaultNodeType: 'dot',
      defaultEdgeType: 'tie',
      nodeProgramClasses: { dot: createDotProgram(this.#light) },
      edgeProgramClasses: { tie: createTieProgram(this.#light, false), bowed: createTieProgram(this.#light, true) },
      defaultDrawNodeHover: () => undefined,
      nodeReducer: key => this.#dot(Number(key)),
      edgeReducer: key => this.#tie(Number(key)),
    }
  }

  #dot(site: number): Record<string, unknown> {
    const { x, y } = this.#model.data
    const { colour, shape, radius } = this.#look
    return {
      x: x[site],
      y: y[site],
      size: radius[site],
      color: colour[site],
      shape: shape[site],
      lit: this.#litSites[site],
    }
  }

  #tie(tie: number): Record<string, unknown> {
    const { colour, tieWidth, tieOpacity } = this.#look
    return {
      type: this.#model.reverse[tie] === -1 ? 'tie' : 'bowed',
      size: tieWidth[tie],
      color: colour[this.#model.data.ties.source[tie]!],
      opacity: tieOpacity[tie],
      lit: this.#litTies[tie],
    }
  }

  #listen(): void {
    const { hover, choose } = this.#events
    const hovered = (focus: Focus): void => {
      if (sameFocus(focus, this.#hovered)) return
      this.hover(focus)
      hover(focus)
      this.#sigma.getContainer().classList.toggle('is-over', focus !== null)
    }
    const tieAt = (point: { x: number; y: number }): Focus => {
      const tie = nearestTie(this.#model, this.places(), () => true, point, 6)
      return tie === undefined ? null : { tie }
    }
    this.#sigma.on('enterNode', ({ node }) => hovered({ site: Number(node) }))
    this.#sigma.on('leaveNode', () => hovered(null))
    this.#sigma.on('clickNode', ({ node }) => choose({ site: Number(node) }))
    this.#sigma.on('clickStage', ({ event }) => choose(tieAt(event)))
    this.#sigma.on('moveBody', ({ event }) => {
      if (this.#hovered !== null && 'site' in this.#hovered) return
      if (!this.#sigma.getMouseCaptor().isMouseDown) hovered(tieAt(event))
    })
    this.#sigma.on('leaveStage', () => hovered(null))
    this.#sigma.on('doubleClickStage', payload => payload.preventSigmaDefault())
  }

  /** Only what changes is told to sigma again: a hover costs the same on a small map and on a large one. */
  #lightUp(): void {
    const focus = this.#hovered ?? this.#selected
    const changed = { nodes: new Set<number>(), edges: new Set<number>() }
    const lit = focus ? litBy(this.#model, focus) : { sites: new Set<number>(), ties: new Set<number>() }
    // While the light goes out, what stood out keeps standing out.
    if (focus !== null) {
      relight(this.#litSites, lit.sites, changed.nodes)
      relight(this.#litTies, lit.ties, changed.edges)
      this.#sigma.refresh({
        partialGraph: { nodes: Array.from(changed.nodes, String), edges: Array.from(changed.edges, String) },
        skipIndexation: true,
        schedule: true,
      })
    }
    this.#fadeTo(focus === null ? 0 : 1)
  }

  #fadeTo(goal: number): void {
    cancelAnimationFrame(this.#fading)
    const jump = this.#options.reducedMotion || this.#model.tieCount > 20_000
    const step = (): void => {
      const { emphasis } = this.#light
      const near = jump || Math.abs(goal - emphasis) < 0.04
      this.#light.emphasis = near ? goal : emphasis + (goal - emphasis) * 0.3
      this.#sigma.scheduleRender()
      if (!near) this.#fading = requestAnimationFrame(step)
    }
    step()
  }

  #move(state: { x?: number; y?: number; ratio?: number; angle?: number }): void {
    const camera = this.#sigma.getCamera()
    if (this.#options.reducedMotion) camera.setState({ ...camera.getState(), ...state })
    else void camera.animate(state, { duration: 240 })
  }

  #draw(): void {
    this.#placesAreOld = true
    const focus = this.#hovered ?? this.#selected
    const { width, height } = this.#sigma.getDimensions()
    fitCanvas(this.#words, width, height)
    drawOverlay(this.#words, {
      stage: { width, height },
      model: this.#model,
      look: this.#look,
      places: this.places(),
      radius: site => this.#sigma.scaleSize(this.#look.radius[site]!),
      focus,
      selected: this.#selected,
      lit: this.#light.emphasis > 0.02 && focus !== null ? this.#litSites : null,
      colours: { paper: this.#options.background, ink: this.#options.ink },
    })
  }
}

/** Sigma resizes only its own canvases. */
function fitCanvas(context: CanvasRenderingContext2D, width: number, height: number): void {
  const { canvas } = context
  const ratio = window.devicePixelRatio || 1
  if (canvas.width === Math.round(width * ratio) && canvas.height === Math.round(height * ratio)) return
  canvas.width = Math.round(width * ratio)
  canvas.height = Math.round(height * ratio)
  canvas.style.width = `${width}px`
  canvas.style.height = `${height}px`
  context.scale(ratio, ratio)
}

function graphOf({ data, siteCount, tieCount }: Model, look: Look): DirectedGraph {
  const graph = new DirectedGraph({ allowSelfLoops: false })
  // Large dots first, so that small ones lie above them and can be reached.
  const bySize = Array.from({ length: siteCount }, (_, site) => site).sort((a, b) => look.radius[b]! - look.radius[a]!)
  for (const site of bySize) graph.addNode(String(site), { x: data.x[site], y: data.y[site] })
  for (let tie = 0; tie < tieCount; tie++)
    graph.addDirectedEdgeWithKey(String(tie), String(data.ties.source[tie]), String(data.ties.target[tie]))
  return graph
}

function litBy(model: Model, focus: NonNullable<Focus>): { sites: Set<number>; ties: Set<number> } {
  if ('tie' in focus) {
    const { source, target } = model.data.ties
    return { sites: new Set([source[focus.tie]!, target[focus.tie]!]), ties: new Set([focus.tie]) }
  }
  const ties = new Set([...(model.tiesOut[focus.site] ?? []), ...(model.tiesIn[focus.site] ?? [])])
  return { sites: neighboursOf(model, focus.site).add(focus.site), ties }
}

function relight(flags: Uint8Array, lit: ReadonlySet<number>, changed: Set<number>): void {
  for (const [index, flag] of flags.entries()) {
    const next = lit.has(index) ? 1 : 0
    if (flag === next) continue
    flags[index] = next
    changed.add(index)
  }
}

const rgb = (hex: string): [number, number, number] =>
  [1, 3, 5].map(at => parseInt(hex.slice(at, at + 2), 16) / 255) as [number, number, number]
