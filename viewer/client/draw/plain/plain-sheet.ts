import type { Paper } from '../paper.ts'
import { fontFamily } from '../labels/choose-labels.ts'
import { densityLayer, dotLayer, nameLayer, ringLayer, tieLayer, type PlainScene } from './plain-layers.ts'
import type { PlainFrame } from './plain-frame.ts'
import { svgElement } from './svg-element.ts'

/** What is not pointed at or selected is drawn so faintly. */
const faded = 0.16

/** The SVG element of a map without WebGL: all ties and dots, above them those that stand out, then rings and names. */
export class PlainSheet {
  readonly #svg = svgElement('svg', { class: 'plain-map', 'aria-hidden': 'true', 'font-family': fontFamily })
  readonly #ground = svgElement('g')
  readonly #all = svgElement('g')
  readonly #lit = svgElement('g')
  readonly #names = svgElement('g')
  readonly #layers = [this.#ground, this.#all, this.#lit, this.#names]
  #drawn: PlainFrame | null = null

  constructor(container: HTMLElement, paper: Paper) {
    this.#svg.style.background = paper.colour
    this.#svg.append(...this.#layers)
    container.append(this.#svg)
  }

  /** Draws everything at its place. */
  draw(scene: PlainScene, frame: PlainFrame): number {
    this.#drawn = frame
    for (const layer of this.#layers) layer.removeAttribute('transform')
    this.#ground.replaceChildren(...densityLayer(scene, frame))
    this.#all.replaceChildren(...tieLayer(scene, null), ...dotLayer(scene, null))
    return this.light(scene)
  }

  /** Draws what stands out, and the names; returns how many found no place. Places as of the last whole drawing. */
  light(scene: PlainScene): number {
    const { lit } = scene
    this.#all.setAttribute('opacity', lit === null ? '1' : String(faded))
    this.#lit.replaceChildren(...(lit === null ? [] : [...tieLayer(scene, lit.ties), ...dotLayer(scene, lit.sites)]))
    const { names, leftOut } = nameLayer(scene)
    this.#names.replaceChildren(...ringLayer(scene), ...names)
    return leftOut
  }

  /** Shifts and scales what was drawn, until it is drawn anew. */
  move(frame: PlainFrame): void {
    if (this.#drawn === null) return
    const transform = frame.movedFrom(this.#drawn)
    for (const layer of this.#layers) layer.setAttribute('transform', transform)
  }

  close(): void {
    this.#svg.remove()
  }
}
