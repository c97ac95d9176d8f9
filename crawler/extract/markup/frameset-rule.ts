import { unreadElements } from './element-kinds.ts'
import type { OpenElements } from './open-elements.ts'
import type { Region } from './region.ts'

/** Start tags after which no frameset may come ("frameset-ok" in the HTML standard, 13.2.6.4.7). */
const contents: ReadonlySet<string> = new Set(
  (
    'body pre listing li dd dt button applet marquee object table area br embed img keygen wbr input hr textarea xmp ' +
    'iframe select'
  ).split(' '),
)

/**
 * Whether a frameset stands where browsers take it: before any matter of the page, and a frame in a frameset. What doesn't is left out of
 * the document (HTML standard, 13.2.6.4.6 and 7), and nobody sees it.
 */
export class FramesetRule {
  #isOpen = true

  /** HTML's spaces alone are none of its matter: one that doesn't break is. */
  onText(text: string, inside: Region | null): void {
    if (this.#isOpen && /[^\t\n\f\r \0]/.test(text) && !isUnread(inside)) this.#isOpen = false
  }

  /** Whether the start tag `name` is taken. */
  takes(name: string, elements: OpenElements): boolean {
    if (name === 'frame') return elements.has('frameset')
    if (name === 'frameset') return this.#isOpen || elements.has('frameset')
    // Inside a frameset nothing but frames is read.
    if (this.#isOpen && contents.has(name) && !elements.has('frameset')) this.#isOpen = false
    return true
  }
}

const isUnread = (inside: Region | null): boolean =>
  inside !== null && (inside.name === 'noscript' || inside.name === 'frameset' || unreadElements.has(inside.name))
