import type { LabelBox } from './dot-grid.ts'

/** What may lie on a map: its buttons, its title, the trail of filters, the note of names that are left out. */
const kinds = '.zoom, .map-title, .trail > *, .left-out, .map-lost-plain'
const note = 'left-out'

/** The boxes of what lies on a stage and is no part of its drawing: names stand beside them. Measured once, not for every frame. */
export class Covers {
  readonly #container: HTMLElement
  readonly #watch: MutationObserver
  #boxes: readonly LabelBox[] | null = null
  #hasNote = false

  /** @param changed called when something new lies on the stage. */
  constructor(container: HTMLElement, changed: () => void) {
    this.#container = container
    this.#watch = new MutationObserver(records => {
      const added = records.flatMap(({ addedNodes }) => [...addedNodes]).filter(node => node instanceof Element)
      // The note comes and goes with each dot that is pointed at; its place is kept.
      if (added.length === 0 || (this.#hasNote && added.every(({ classList }) => classList.contains(note)))) return
      this.forget()
      changed()
    })
    if (container.parentElement) this.#watch.observe(container.parentElement, { childList: true })
  }

  /** In pixels of the stage. */
  get boxes(): readonly LabelBox[] {
    return (this.#boxes ??= this.#measure())
  }

  /** The stage has another size, or shows something else. */
  forget(): void {
    this.#boxes = null
  }

  stop(): void {
    this.#watch.disconnect()
  }

  #measure(): LabelBox[] {
    const stage = this.#container.getBoundingClientRect()
    const found = [...(this.#container.closest('main') ?? document).querySelectorAll(kinds)]
    this.#hasNote = found.some(({ classList, parentElement }) => classList.contains(note) && parentElement === this.#container.parentElement) // prettier-ignore
    return found
      .map(element => element.getBoundingClientRect())
      .filter(
        ({ left, right, top, bottom, width, height }) =>
          width > 0 &&
          height > 0 &&
          left < stage.right &&
          right > stage.left &&
          top < stage.bottom &&
          bottom > stage.top,
      )
      .map(({ left, right, top, bottom }) => ({
        left: left - stage.left,
        right: right - stage.left,
        top: top - stage.top,
        bottom: bottom - stage.top,
      }))
  }
}
