import type { Sigma } from 'sigma'

interface Place {
  readonly x: number
  readonly y: number
}

/** A site was dragged to a place of the layout. */
export type Drop = (site: number, place: Place) => void

/** A press that moves less is a click. */
const leastPixels = 5

/** Sites dragged by hand, from the press to the drop. Without `drop` none can be. */
export class Drags {
  /** Where sites lie that were dragged since the data were read. */
  readonly moved = new Map<number, Place>()
  readonly #sigma: Sigma
  #dragged: { readonly site: number; readonly from: Place; hasMoved: boolean } | null = null
  #hasDropped = false

  constructor(sigma: Sigma, drop: Drop | undefined) {
    this.#sigma = sigma
    if (drop === undefined) return
    sigma.on('downNode', ({ node, event, preventSigmaDefault }) => {
      const { original } = event
      if (original instanceof MouseEvent && original.button !== 0) return
      this.#dragged = { site: Number(node), from: { x: event.x, y: event.y }, hasMoved: false }
      preventSigmaDefault()
    })
    sigma.on('upNode', () => this.#end(drop))
    sigma.on('upStage', () => this.#end(drop))
  }

  /** Takes the dragged site along; false when there is none. */
  follow(event: Place & { readonly preventSigmaDefault: () => void }): boolean {
    const dragged = this.#dragged
    if (dragged === null) return false
    if (!dragged.hasMoved && Math.hypot(event.x - dragged.from.x, event.y - dragged.from.y) < leastPixels) return true
    dragged.hasMoved = true
    const place = this.#sigma.viewportToGraph(event)
    this.moved.set(dragged.site, place)
    this.#sigma.setCustomBBox(this.#sigma.getCustomBBox() ?? this.#sigma.getBBox())
    this.#sigma.getGraph().mergeNodeAttributes(String(dragged.site), place)
    event.preventSigmaDefault()
    return true
  }

  /** The click that ends a drag is none; asked once per click. */
  wasDrop(): boolean {
    const was = this.#hasDropped
    this.#hasDropped = false
    return was
  }

  #end(drop: Drop): void {
    if (this.#dragged?.hasMoved) {
      const { site } = this.#dragged
      const { x, y } = this.#sigma.getGraph().getNodeAttributes(String(site)) as Place
      drop(site, { x: Math.round(x * 100) / 100, y: Math.round(y * 100) / 100 })
      this.#hasDropped = true
    }
    this.#dragged = null
  }
}
