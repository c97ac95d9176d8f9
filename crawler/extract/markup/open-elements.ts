import {
  endParagraph,
  formattingElements,
  headElements,
  headings,
  scopeBarriers,
  specialElements,
  tableParts,
  unreadElements,
} from './element-kinds.ts'
import { keptLimits } from '../kept-limits.ts'
import type { Region } from './region.ts'

/** Deeper elements are read, but stand in the document where the deepest kept one does (as in Chromium). */
export const maxDepth = 512

const tableScope: ReadonlySet<string> = new Set(['html', 'table', 'template'])
const itemScope: ReadonlySet<string> = new Set(['ol', 'ul', 'menu', 'dl', ...scopeBarriers])
const paragraphScope: ReadonlySet<string> = new Set(['button', ...scopeBarriers])
const nothing: ReadonlySet<string> = new Set()
const set = (...names: string[]): ReadonlySet<string> => new Set(names)

/** Start tag → [open elements that it ends, elements past which it does not look]. */
const impliedEnds = new Map<string, readonly [ReadonlySet<string>, ReadonlySet<string>]>([
  ['li', [set('li'), itemScope]],
  ['dd', [set('dd', 'dt'), itemScope]],
  ['dt', [set('dd', 'dt'), itemScope]],
  ['td', [set('td', 'th'), tableScope]],
  ['th', [set('td', 'th'), tableScope]],
  ['tr', [set('tr', 'caption', 'colgroup'), tableScope]],
  ['thead', [set('thead', 'tbody', 'tfoot', 'caption', 'colgroup'), tableScope]],
  ['tbody', [set('thead', 'tbody', 'tfoot', 'caption', 'colgroup'), tableScope]],
  ['tfoot', [set('thead', 'tbody', 'tfoot', 'caption', 'colgroup'), tableScope]],
  ['option', [set('option'), set('select', 'optgroup', 'datalist')]],
  ['optgroup', [set('option', 'optgroup'), set('select')]],
])

/** Links, and elements whose text is no text of the page, keep their bounds however deep they stand. */
const isKeptDeeper = (name: string): boolean => name === 'a' || unreadElements.has(name)

/**
 * The elements open at a point of the document, by the rules of the HTML specification that bear on where things stand:
 * implied ends, scopes, formatting elements closed across blocks. Every element opened is closed exactly once. One rule is
 * left out: formatting elements left open are not opened anew in the next block, or a link written once would be several.
 */
export class OpenElements {
  readonly #stack: Region[] = []
  readonly #onClose: (region: Region) => void
  readonly #counts = new Map<string, { open: number }>()
  #beyond = 0
  tooDeep = false

  constructor(onClose: (region: Region) => void) {
    this.#onClose = onClose
  }

  get top(): Region | null {
    return this.#stack.at(-1) ?? null
  }

  has(name: string): boolean {
    const count = this.#counts.get(name)
    return count !== undefined && count.open > 0
  }

  /** Ends what a start tag `name` ends without saying so; to be called before `push`. */
  beforeStart(name: string): void {
    if (this.top?.name === 'head' && !headElements.has(name)) this.#popThrough(this.#stack.length - 1)
    if (this.has('svg') && endParagraph.has(name) && !this.has('foreignObject')) this.#endOne('svg', nothing)
    if (endParagraph.has(name) && this.has('p')) this.#endOne('p', paragraphScope)
    if (name === 'a' && this.has('a')) this.end('a')
    if (headings.has(name) && headings.has(this.top?.name ?? '')) this.#popThrough(this.#stack.length - 1)
    const implied = impliedEnds.get(name)
    if (implied !== undefined) this.#endIn(implied[0], implied[1])
  }

  /** Returns false when the element is too deep to be kept open; its end tag is then ignored. */
  push(region: Region): boolean {
    const more = isKeptDeeper(region.name) ? 64 : 0
    if (this.#stack.length >= maxDepth + more || region.depth >= keptLimits.chain + more) {
      this.tooDeep = true
      this.#beyond += 1
      return false
    }
    this.#stack.push(region)
    const count = this.#counts.get(region.name)
    if (count === undefined) this.#counts.set(region.name, { open: 1 })
    else count.open += 1
    return true
  }

  /** What an end tag `name` does; one that matches nothing is ignored. */
  end(name: string): void {
    // As a rule it is the innermost one's: whatever its kind, that one ends, and nothing else.
    if (this.#beyond === 0 && this.top?.name === name && name !== 'body' && name !== 'html')
      return this.#closed(this.#stack.pop()!)
    if (this.#beyond > 0 && !isKeptDeeper(name)) this.#beyond -= 1
    else if (formattingElements.has(name)) this.#endFormatting(name)
    else if (headings.has(name)) this.#endIn(headings, scopeBarriers)
    else if (name === 'body' || name === 'html' || !this.has(name)) return
    else if (name === 'table' || tableParts.has(name)) this.#endOne(name, tableScope)
    else if (specialElements.has(name)) this.#endOne(name, scopeBarriers)
    else this.#endOne(name, specialElements)
  }

  endAll(): void {
    this.#popThrough(0)
  }

  #hasAny(names: ReadonlySet<string>): boolean {
    for (const name of names) if (this.has(name)) return true
    return false
  }

  /** Ends the innermost open element of `names`, and all inside it, unless one of `stops` comes first. */
  #endIn(names: ReadonlySet<string>, stops: ReadonlySet<string>): void {
    if (!this.#hasAny(names)) return
    const at = this.#stack.findLastIndex(({ name }) => names.has(name) || stops.has(name))
    if (at >= 0 && names.has(this.#stack[at]!.name)) this.#popThrough(at)
  }

  #endOne(sought: string, stops: ReadonlySet<string>): void {
    const at = this.#stack.findLastIndex(({ name }) => name === sought || stops.has(name))
    if (at >= 0 && this.#stack[at]!.name === sought) this.#popThrough(at)
  }

  /** Takes a formatting element off, leaving open the blocks inside it. */
  #endFormatting(name: string): void {
    if (!this.has(name)) return
    for (let at = this.#stack.length - 1; at >= 0; at -= 1) {
      const region = this.#stack[at]!
      if (region.name === name) {
        this.#stack.splice(at, 1)
        return this.#closed(region)
      }
      if (scopeBarriers.has(region.name)) return
    }
  }

  #popThrough(at: number): void {
    while (this.#stack.length > at) this.#closed(this.#stack.pop()!)
  }

  #closed(region: Region): void {
    this.#counts.get(region.name)!.open -= 1
    this.#onClose(region)
  }
}
