import { keptLimits } from '#crawler/extract/kept-limits.ts'
import type { Attributes, Region } from '#crawler/extract/markup/region.ts'
import { walkMarkup } from '#crawler/extract/markup/walk-markup.ts'
import { couldBeHost } from '#data/url/could-be-host.ts'
import { xmlText } from '#data/table/xml-text.ts'

const set = (names: string): ReadonlySet<string> => new Set(names.split(' '))

/** Elements that arrange text and do nothing else. Of any other one only the content is kept. */
const plain = set(
  'p div span h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table caption thead tbody tfoot tr td th br hr wbr pre code kbd samp var ' +
    'blockquote q cite em strong b i u s small big sub sup del ins mark abbr dfn address time center article section ' +
    'header footer nav aside figure figcaption details summary fieldset legend',
)
/** Left out with all that is in them: what runs, what loads, what isn't text. */
const dropped = set(
  'script style template object embed applet audio video canvas svg math noembed noframes select datalist',
)
const withoutEnd = set('br hr wbr')
const keptAttributes = set('id lang dir title colspan rowspan start datetime')
/** Characters kept of an attribute: as much as a page of an address needs. */
const maxAttribute = 65_536
const wanted = new Map([...keptAttributes, 'href', 'src', 'alt'].map(name => [name, maxAttribute]))

/** A document's title, and its body as text that is arranged and linked, and can do nothing. */
export interface InertPage {
  readonly title: string
  readonly body: string
}

/**
 * Takes from a stranger's document what can be read. Elements and attributes are those of two short lists; links keep
 * their http(s) addresses, images become their descriptions, frames the addresses they show. Nothing that is left can
 * run, load, or send: no policy is needed to make it so. Never throws.
 */
export function inertPage(html: string, base: string): InertPage {
  const page = new Writer(base)
  walkMarkup(html, page, wanted)
  return { title: page.title.replace(/\s+/g, ' ').trim(), body: page.parts.join('') }
}

class Writer {
  readonly parts: string[] = []
  title = ''
  #base: string
  readonly mass = 0
  /** How many elements are open whose content is left out. */
  #hidden = 0
  #title: Region | null = null

  constructor(base: string) {
    this.#base = base
  }

  open(region: Region): void {
    const { name, attributes } = region
    if (name === 'base') this.#base = baseOf(attributes['href'], this.#base)
    if (name === 'title' && this.#hidden === 0 && this.title === '') this.#title = region
    if (dropped.has(name)) this.#hidden += 1
    if (this.#hidden > 0) return
    if (plain.has(name)) this.parts.push(`<${name}${attributesText(attributes)}>`)
    else if (name === 'a') this.#openLink(attributes)
    else if (name === 'area') this.#wholeLink(attributes['href'], attributes['alt'])
    else if (name === 'iframe' || name === 'frame') this.#wholeLink(attributes['src'], attributes['title'])
    else if (name === 'img' && attributes['alt']) this.parts.push(` [${xmlText(attributes['alt'])}] `)
  }

  close(region: Region): void {
    const { name } = region
    if (region === this.#title) this.#title = null
    if (dropped.has(name)) this.#hidden -= 1
    else if (this.#hidden === 0 && (name === 'a' || (plain.has(name) && !withoutEnd.has(name))))
      this.parts.push(`</${name}>`)
  }

  text(text: string): void {
    if (this.#title !== null) this.title += text
    else if (this.#hidden === 0) this.parts.push(xmlText(text).replaceAll('&#10;', '\n'))
  }

  #openLink(attributes: Attributes): void {
    const address = webAddress(attributes['href'], this.#base)
    const href = address === null ? '' : ` href="${xmlText(address)}" rel="noreferrer"`
    this.parts.push(`<a${href}${attributesText(attributes)}>`)
  }

  #wholeLink(href: string | undefined, text: string | undefined): void {
    const address = webAddress(href, this.#base)
    if (address === null) return
    this.parts.push(` [<a href="${xmlText(address)}" rel="noreferrer">${xmlText(text || address)}</a>] `)
  }
}

const attributesText = (attributes: Attributes): string =>
  Object.entries(attributes)
    .filter(([name]) => keptAttributes.has(name))
    .map(([name, value]) => ` ${name}="${xmlText(value)}"`)
    .join('')

/** An address in a base element that is too long would be written with each link. */
function baseOf(href: string | undefined, base: string): string {
  const stated = (couldBeHost(href ?? '') && URL.parse(href ?? '', base)?.href) || base
  return stated.length <= keptLimits.base ? stated : base
}

/** Absolute, http or https; null for anything else. */
function webAddress(href: string | undefined, base: string): string | null {
  const url = href === undefined || !couldBeHost(href.trim()) ? null : (URL.parse(href.trim(), base) ?? null)
  return url !== null && ['http:', 'https:'].includes(url.protocol) ? url.href : null
}
