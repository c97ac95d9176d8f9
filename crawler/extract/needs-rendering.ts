import type { ExtractedPage } from '#data/records.ts'
import { walkMarkup } from './markup/walk-markup.ts'
import type { Region } from './markup/region.ts'

/**
 * What in a page's static form shows that scripts build it:
 * - `mount`: an element that applications are built into (id root, app, __next …, or <app-root>) stands empty;
 * - `noscript`: it tells readers without scripts that they need them;
 * - `empty`: it has scripts, and next to no text and links.
 */
export type RenderReason = 'mount' | 'noscript' | 'empty'

/** With as many links the page says enough by itself. */
const enoughLinks = 10
/** Characters of visible text: an application's frame has less, a page with almost nothing much less. */
const littleText = 500
const noText = 100
const noLinks = 3

const mountIds = new Set(
  'root app __next __nuxt ___gatsby app-root main-app q-app svelte react-root vue-app ember-app gatsby-focus-wrapper'.split(
    ' ',
  ),
)
const mountElements = new Set(['app-root', 'ion-app', 'my-app'])
const asksForScripts = /javascript|\bjs\b|scripts?\b/i

/**
 * Why a page should be rendered, from its static form alone; null if its links are there already. Costs nothing for
 * pages with ten links or without scripts, one pass of a tokenizer for the others.
 */
export function needsRendering(html: string, page: Pick<ExtractedPage, 'links' | 'refresh'>): RenderReason | null {
  if (page.links.length >= enoughLinks || page.refresh !== null || !/<script[\s>]/i.test(html)) return null
  const form = readForm(html)
  if (!form.hasScripts || form.isFrameset || form.text >= littleText) return null
  if (form.hasEmptyMount) return 'mount'
  if (asksForScripts.test(form.noscript)) return 'noscript'
  return form.text < noText && page.links.length < noLinks ? 'empty' : null
}

interface Form {
  /** Characters that a reader sees, spaces not counted. */
  text: number
  noscript: string
  /** Scripts that run; data (JSON, templates) aren't. */
  hasScripts: boolean
  isFrameset: boolean
  hasEmptyMount: boolean
}

const hidden = new Set('head script style template noscript title'.split(' '))
const runs = /^(?:|module|(?:text|application)\/(?:x-)?(?:java|ecma)script)$/i

function readForm(html: string): Form {
  const reader = new FormReader()
  // What comes later doesn't make a page emptier than this shows.
  walkMarkup(html.slice(0, 1_000_000), reader)
  return reader.form
}

class FormReader {
  readonly mass = 0
  readonly form: Form = { text: 0, noscript: '', hasScripts: false, isFrameset: false, hasEmptyMount: false }
  /** Mount elements that are open, and how much text stood before them. */
  readonly #mounts = new Map<Region, number>()
  #noscripts = 0

  open(region: Region): void {
    const { name, attributes } = region
    if (name === 'script') this.form.hasScripts ||= runs.test(attributes['type']?.trim() ?? '')
    if (name === 'frameset') this.form.isFrameset = true
    if (name === 'noscript') this.#noscripts += 1
    if (mountElements.has(name) || mountIds.has(attributes['id'] ?? '')) this.#mounts.set(region, this.form.text)
  }

  text(text: string, inside: Region | null): void {
    const { form } = this
    if (this.#noscripts > 0) form.noscript += text.slice(0, 1000 - form.noscript.length)
    else if (inside === null || !hidden.has(inside.name)) form.text += text.replace(/\s+/g, '').length
  }

  close(region: Region): void {
    if (region.name === 'noscript') this.#noscripts -= 1
    const before = this.#mounts.get(region)
    if (before !== undefined) this.form.hasEmptyMount ||= this.form.text - before < noText / 2
    this.#mounts.delete(region)
  }
}
