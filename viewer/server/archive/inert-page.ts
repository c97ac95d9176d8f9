import { Parser } from 'htmlparser2'
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
  const parser = new Parser(page, { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true })
  parser.end(html)
  return { title: page.title.replace(/\s+/g, ' ').trim(), body: page.parts.join('') }
}

type Attributes = Readonly<Record<string, string>>

class Writer {
  readonly parts: string[] = []
  title = ''
  #base: string
  /** Elements open now whose content is left out. */
  readonly #hidden: string[] = []
  #inTitle = false

  constructor(base: string) {
    this.#base = base
  }

  onopentag(name: string, attributes: Attributes): void {
    if (name === 'base') this.#base = URL.parse(attributes['href'] ?? '', this.#base)?.href ?? this.#base
    if (name === 'title') this.#inTitle = this.#hidden.length === 0 && this.title === ''
    if (dropped.has(name)) this.#hidden.push(name)
    if (this.#hidden.length > 0) return
    if (plain.has(name)) this.parts.push(`<${name}${attributesText(attributes)}>`)
    else if (name === 'a') this.#openLink(attributes)
    else if (name === 'area') this.#wholeLink(attributes['href'], attributes['alt'])
    else if (name === 'iframe' || name === 'frame') this.#wholeLink(attributes['src'], attributes['title'])
    else if (name === 'img' && attributes['alt']) this.parts.push(` [${xmlText(attributes['alt'])}] `)
  }

  onclosetag(name: string): void {
    if (name === 'title') this.#inTitle = false
    if (this.#hidden.length > 0) return this.#show(name)
    if (name === 'a' || (plain.has(name) && !withoutEnd.has(name))) this.parts.push(`</${name}>`)
  }

  ontext(text: string): void {
    if (this.#inTitle) this.title += text
    else if (this.#hidden.length === 0) this.parts.push(xmlText(text).replaceAll('&#10;', '\n'))
  }

  #show(name: string): void {
    const at = this.#hidden.lastIndexOf(name)
    if (at >= 0) this.#hidden.splice(at)
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

/** Absolute, http or https; null for anything else. */
function webAddress(href: string | undefined, base: string): string | null {
  const url = href === undefined ? null : (URL.parse(href.trim(), base) ?? null)
  return url !== null && ['http:', 'https:'].includes(url.protocol) ? url.href : null
}
