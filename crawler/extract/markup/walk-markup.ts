import { decodeHTML, decodeHTMLAttribute } from 'entities/decode'
import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2'
import { keptLimits } from '../kept-limits.ts'
import { copyText } from '../text/copy-text.ts'
import { voidElements } from './element-kinds.ts'
import { FramesetRule } from './frameset-rule.ts'
import { attributeName, elementName } from './known-names.ts'
import { OpenElements } from './open-elements.ts'
import { openRegion, type Attributes, type Region } from './region.ts'

/** Told of a document's elements and text, in document order. */
export interface MarkupReader {
  /** Characters of text read so far that are no link's, spaces collapsed. */
  readonly mass: number
  open(region: Region): void
  /** Once per element opened, void elements and those too deep to be kept included. */
  close(region: Region): void
  /** Text, entities decoded, spaces as written. `inside` is the element it stands in. */
  text(text: string, inside: Region | null): void
}

/** Attribute → how many characters of it are kept. */
type Wanted = ReadonlyMap<string, number>

const wantedNames = (names: string, most: number): [string, number][] => names.split(' ').map(name => [name, most])
const { attribute, content } = keptLimits
const pageAttributes: Wanted = new Map([
  ...wantedNames(
    'id class role aria-label rel lang xml:lang name property http-equiv itemprop itemtype datetime',
    attribute,
  ),
  ...wantedNames('hreflang pubdate type as', attribute),
  ...wantedNames('alt content title', content),
  ...wantedNames('href xlink:href src action formaction data', Infinity),
])
// Known before a page of other names comes.
for (const name of pageAttributes.keys()) attributeName(name)
const noAttributes: Attributes = Object.freeze({})

/**
 * Walks a document of any quality: htmlparser2's tokenizer cuts it into tags and text, OpenElements says what is inside
 * what. Only wanted attributes are cut out and decoded, which is what makes it quick. Never throws. O(length).
 * With `isXml` the document is XHTML: an element may end where it begins (`<script/>`), names may have a prefix, and `<A>` is no link.
 * Elements nested deeper than is kept, and values of attributes longer than `wanted` keeps, are told in what is returned.
 */
export function walkMarkup(
  html: string,
  reader: MarkupReader,
  wanted: Wanted = pageAttributes,
  isXml = false,
): WalkedMarkup {
  const walk = new Walk(html, reader, wanted, isXml)
  const tokenizer = new Tokenizer({ decodeEntities: false }, walk)
  tokenizer.write(html)
  tokenizer.end()
  return { tooDeep: walk.elements.tooDeep, wasCut: walk.wasCut }
}

interface WalkedMarkup {
  readonly tooDeep: boolean
  readonly wasCut: boolean
}

class Walk implements TokenizerCallbacks {
  readonly #html: string
  readonly #reader: MarkupReader
  readonly #wanted: Wanted
  readonly elements: OpenElements
  wasCut = false
  readonly #isXml: boolean
  readonly #framesets = new FramesetRule()
  readonly #prefixes: ReadonlySet<string>
  #tag = ''
  #attributes: Record<string, string> | null = null
  #attribute = ''
  /** Characters of its value that are kept. */
  #most = 0
  #valueStart = 0
  #valueEnd = 0

  constructor(html: string, reader: MarkupReader, wanted: Wanted, isXml: boolean) {
    this.#isXml = isXml
    this.#prefixes = isXml ? prefixesOf(html) : noPrefixes
    this.#wanted = wanted
    this.#html = html
    this.#reader = reader
    this.elements = new OpenElements(region => reader.close(region))
  }

  isInForeignContext(): boolean {
    if (this.#isXml) return true
    return (this.elements.has('svg') || this.elements.has('math')) && !this.elements.has('foreignObject')
  }

  onopentagname(start: number, end: number): void {
    this.#tag = this.#name(start, end)
    this.#attributes = null
  }

  onattribname(start: number, end: number): void {
    const written = this.#html.slice(start, end)
    // XML tells capitals from small letters (XML 1.0, 1.2).
    const name = this.#isXml ? written : attributeName(written)
    const most = this.#wanted.get(name)
    const isTaken = most !== undefined && !(this.#attributes !== null && Object.hasOwn(this.#attributes, name))
    this.#attribute = isTaken ? name : ''
    this.#most = most ?? 0
    this.#valueStart = 0
    this.#valueEnd = 0
  }

  onattribdata(start: number, end: number): void {
    this.#valueStart = start
    this.#valueEnd = end
  }

  onattribend(): void {
    if (this.#attribute === '') return
    const raw = this.#html.slice(this.#valueStart, this.#valueEnd)
    this.#attributes ??= {}
    const value = raw.includes('&') ? decodeHTMLAttribute(raw) : raw
    if (value.length > this.#most) this.wasCut = true
    this.#attributes[this.#attribute] = value.length > this.#most ? value.slice(0, this.#most) : value
  }

  onopentagend(): void {
    this.#open(voidElements.has(this.#tag))
  }

  onselfclosingtag(): void {
    this.#open(voidElements.has(this.#tag) || this.isInForeignContext())
  }

  onclosetag(start: number, end: number): void {
    const name = this.#name(start, end)
    if (name === 'br') this.#reader.text('\n', this.elements.top)
    else if (!voidElements.has(name)) this.elements.end(name)
  }

  ontext(start: number, end: number): void {
    const inside = this.elements.top
    const raw = this.#html.slice(start, end)
    const decoded = raw.includes('&') && inside?.name !== 'script' && inside?.name !== 'style' ? decodeHTML(raw) : raw
    this.#framesets.onText(decoded, inside)
    this.#reader.text(decoded, inside)
  }

  onend(): void {
    this.elements.endAll()
  }

  #open(childless: boolean): void {
    const name = this.#tag
    if ((name === 'html' || name === 'body' || name === 'head') && this.elements.has(name)) return
    if (!this.#isXml && !this.#framesets.takes(name, this.elements)) return
    this.elements.beforeStart(name)
    const region = openRegion(name, this.#attributes ?? noAttributes, this.elements.top, this.#reader.mass)
    this.#reader.open(region)
    if (childless || !this.elements.push(region)) this.#reader.close(region)
  }

  #name(start: number, end: number): string {
    const raw = this.#html.slice(start, Math.min(end, start + keptLimits.name))
    const colon = this.#prefixes.size === 0 ? -1 : raw.indexOf(':')
    const written = colon > 0 && this.#prefixes.has(raw.slice(0, colon)) ? raw.slice(colon + 1) : raw
    if (this.#isXml && /[A-Z]/.test(written)) return copyText(written)
    return elementName(written)
  }

  oncdata(start: number, end: number, endOffset: number): void {
    if (this.isInForeignContext()) this.#reader.text(this.#html.slice(start, end - endOffset), this.elements.top)
  }

  oncomment(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
  onattribentity(): void {}
  ontextentity(): void {}
}

const noPrefixes: ReadonlySet<string> = new Set()

/** Prefixes of the namespaces of XHTML and SVG ('h' of <h:a>). Whoever declares one late declares it for its own element: few do. */
function prefixesOf(xml: string): ReadonlySet<string> {
  const found = xml
    .slice(0, 65_536)
    .matchAll(/\sxmlns:([\w.-]{1,40})\s{0,9}=\s{0,9}["']http:\/\/www\.w3\.org\/(?:1999\/xhtml|2000\/svg)["']/g)
  return new Set(Array.from(found, ([, prefix]) => prefix!))
}
