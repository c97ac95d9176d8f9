import type { LinkElement } from '#data/records.ts'
import { FoundBorrowings } from './borrowed/found-borrowings.ts'
import { HeadFacts } from './head-facts.ts'
import { LinkedText } from './linked-text.ts'
import { keptLimits } from './kept-limits.ts'
import { blockElements, headings, unreadElements } from './markup/element-kinds.ts'
import { closest, massOf, type Region } from './markup/region.ts'
import { expandEntities } from './markup/internal-entities.ts'
import { walkMarkup, type MarkupReader } from './markup/walk-markup.ts'
import type { FoundLink, PageDocument } from './page-document.ts'
import { collapseSpaces } from './text/collapse-spaces.ts'
import { namedCue } from './zones/name-cue.ts'

/** More than any page read by people holds; what comes after is not read. */
export const maxLinks = 100_000
const maxHeading = 200
/** Characters as written after which no more text of a heading is read. */
const enoughHeading = 300
const maxAddress = 2_000

const lists: ReadonlySet<string> = new Set(['ul', 'ol', 'dl', 'select'])
/** An article shorter than this is a teaser. */
const minArticle = 200
/** In these, a heading of the page before them is not theirs. */
const ownHeadings: ReadonlySet<string> = new Set(['nav', 'aside', 'footer'])
const headingScopes: ReadonlySet<string> = new Set([...ownHeadings, 'article', 'section'])

const addressClass = /(?:^|\s)(?:adr|address|adresse|postal-address|street-address)(?:\s|$)/i
function isAddress({ name, attributes }: Region): boolean {
  if (name === 'address' || attributes['itemprop'] === 'address') return true
  const classes = attributes['class']
  return classes !== undefined && addressClass.test(classes)
}

/** Where an element leads, if it is one that does. */
function hrefOf({ name, attributes }: Region): string | undefined {
  if (name === 'a') return attributes['href'] ?? attributes['xlink:href']
  if (name === 'area') return attributes['href']
  return name === 'iframe' || name === 'frame' ? attributes['src'] : undefined
}

/** Reads a document once, from its first character to its last; with `keepsBlocks` its text, too. Never throws. O(length). */
export function readDocument(html: string, isXml = false, keepsBlocks = false): PageDocument {
  const reader = new DocumentReader(keepsBlocks)
  if (!isXml) return reader.document(walkMarkup(html, reader))
  const { xml, wasCut } = expandEntities(html)
  const walked = walkMarkup(xml, reader, undefined, true)
  return reader.document({ ...walked, wasCut: walked.wasCut || wasCut })
}

class DocumentReader implements MarkupReader {
  readonly #head = new HeadFacts()
  readonly #text: LinkedText
  readonly #links: FoundLink[] = []
  readonly #borrowed = new FoundBorrowings()
  #root: Region | null = null
  #main: Region | null = null
  #hasFooter = false
  /** How many templates are open: what is inside them is no part of the document. */
  #templates = 0
  #heading = ''
  #headingInProgress: string | null = null
  /** Elements of addresses that are open. */
  readonly #addresses = new Set<Region>()
  #address = ''
  readonly #outerHeadings: string[] = []

  constructor(keepsBlocks: boolean) {
    this.#text = new LinkedText(keepsBlocks)
  }

  get mass(): number {
    return this.#text.mass
  }

  open(region: Region): void {
    this.#root ??= region
    if (region.name === 'template') this.#templates += 1
    if (this.#templates > 0) return
    if (blockElements.has(region.name)) this.#text.endBlock(region.parent)
    if (region.name === 'br') this.#text.appendLineBreak()
    else if (region.name === 'img') this.#text.addAlt(region.attributes['alt'] ?? '')
    if (isAddress(region)) this.#addresses.add(region)
    this.#head.onElement(region)
    this.#borrowed.onElement(region)
    this.#beginLink(region)
    this.#beginSection(region)
  }

  close(region: Region): void {
    region.closed = true
    if (region.name === 'template') this.#templates -= 1
    if (this.#templates > 0) return
    if (this.#addresses.size > 0) this.#addresses.delete(region)
    if (blockElements.has(region.name)) this.#text.endBlock(region)
    this.#text.endLink(region)
    this.#endSection(region)
    const isArticle = region.name === 'article' && region.prose >= minArticle
    if (isArticle && closest(region, isComment) === null) mark(region.parent, 'holdsMain')
    addToParent(region)
  }

  text(text: string, inside: Region | null): void {
    if (this.#templates > 0) return
    if (inside !== null && unreadElements.has(inside.name)) return this.#head.onUnread(text, inside)
    const added = this.#text.append(text)
    if (this.#addresses.size > 0 && this.#address.length < maxAddress) this.#address += `${text.slice(0, maxAddress)} `
    if (this.#headingInProgress !== null && this.#headingInProgress.length < enoughHeading) this.#addToHeading(text)
    if (inside === null) return
    inside.text += added
    if (this.#text.isInLink) inside.linkText += added
  }

  document({ tooDeep, wasCut }: { readonly tooDeep: boolean; readonly wasCut: boolean }): PageDocument {
    this.#text.endBlock(this.#root)
    if (this.#text.anchorWasCut || this.#text.blocksWereCut || wasCut) this.#head.limits.add('text')
    if (tooDeep) this.#head.limits.add('depth')
    const { title, language, base, canonical, alternates, metas, jsonLd, times, limits } = this.#head
    const { mass, sample, blocks } = this.#text
    const found = {
      links: this.#links,
      borrowed: this.#borrowed,
      root: this.#root,
      main: this.#main,
      hasFooter: this.#hasFooter,
      mass,
      sample,
    }
    const stated = { title, language, base, canonical, alternates, address: this.#address, metas, jsonLd, times }
    return { ...stated, ...found, blocks, limits: [...limits].sort() }
  }

  #beginLink(region: Region): void {
    const href = hrefOf(region)
    if (href === undefined) return
    if (this.#links.length >= maxLinks) return void this.#head.limits.add('links')
    // A frame is an iframe that a frameset holds.
    const element = (region.name === 'frame' ? 'iframe' : region.name) as LinkElement
    const rel = region.attributes['rel'] ?? ''
    const alt = element === 'area' ? (region.attributes['alt'] ?? '') : ''
    const link = {
      element,
      href,
      rel,
      region,
      heading: this.#heading,
      text: '',
      alt,
      ...this.#text.here(),
      spans: false,
    }
    this.#links.push(link)
    if (element === 'a') this.#text.beginLink(link)
  }

  #beginSection(region: Region): void {
    if (headings.has(region.name)) this.#headingInProgress = ''
    if (headingScopes.has(region.name)) this.#outerHeadings.push(this.#heading)
    if (ownHeadings.has(region.name)) this.#heading = ''
    if (region.name === 'main' || region.attributes['role'] === 'main') this.#beginMain(region)
    else if (region.name === 'nav' || region.attributes['role'] === 'navigation') mark(region.parent, 'holdsNav')
    else if (region.name === 'footer') this.#hasFooter = true
  }

  #addToHeading(text: string): void {
    if (text.length > keptLimits.heading) this.#head.limits.add('text')
    this.#headingInProgress += text.slice(0, keptLimits.heading)
  }

  #beginMain(region: Region): void {
    this.#main ??= region
    mark(region.parent, 'holdsMain')
  }

  #endSection(region: Region): void {
    if (headings.has(region.name) && this.#headingInProgress !== null) {
      this.#heading = collapseSpaces(this.#headingInProgress).trim().slice(0, maxHeading)
      this.#headingInProgress = null
    }
    if (headingScopes.has(region.name)) this.#heading = this.#outerHeadings.pop() ?? ''
  }
}

/** Marks a region and those around it; those already marked have been marked outwards. */
function mark(region: Region | null, what: 'holdsMain' | 'holdsNav'): void {
  for (let at = region; at !== null && !at[what]; at = at.parent) at[what] = true
}

/** What a region amounts to is part of the innermost one still open around it. */
function addToParent(region: Region): void {
  let { parent } = region
  while (parent?.closed === true) parent = parent.parent
  if (parent === null) return
  parent.text += region.text
  parent.linkText += region.linkText
  parent.prose += region.prose
  parent.lists += region.lists + (lists.has(region.name) ? 1 : 0)
  if (massOf(region) > (parent.heaviest === null ? 0 : massOf(parent.heaviest))) parent.heaviest = region
}

function isComment(region: Region): boolean {
  return namedCue(region) === 'comment'
}
