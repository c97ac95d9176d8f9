import type { LinkElement } from '#data/records.ts'
import type { FoundBorrowings } from './borrowed/found-borrowings.ts'
import type { Region } from './markup/region.ts'

/** A run of text that no block boundary cuts. Kept only when a link stands in it. */
export interface Block {
  /** Spaces collapsed; '\n' for a line break. */
  text: string
  /** Links in it. */
  links: number
  /** Words stand in it beside those of links: a row of links is no sentence. */
  hasWords: boolean
}

/** An `a`, `area` or `iframe` with an address, as found; not yet known to be a hyperlink. */
export interface FoundLink {
  readonly element: LinkElement
  readonly href: string
  readonly rel: string
  /** The link's own element. */
  readonly region: Region
  readonly heading: string
  /** Visible text, spaces collapsed, not trimmed. */
  text: string
  /** The alt of its images, one space between. */
  alt: string
  block: Block
  /** Where its text stands in `block.text`, spaces around it included. */
  start: number
  end: number
  /** Text of it stands in further blocks. */
  spans: boolean
}

/** A date that some element of the page's body states. */
export interface StatedTime {
  readonly region: Region
  readonly value: string
}

/** What one reading of the markup yields. Addresses are as written. */
export interface PageDocument {
  readonly title: string
  readonly language: string
  /** The first <base href>; null if there is none. */
  readonly base: string | null
  readonly canonical: string | null
  /** [hreflang, href] of each <link rel="alternate"> in a language. */
  readonly alternates: readonly (readonly [string, string])[]
  /** Beginning of the text in its address elements. */
  readonly address: string
  /** [name, property, http-equiv or itemprop in lower case, content], in document order. */
  readonly metas: readonly (readonly [string, string])[]
  readonly jsonLd: readonly string[]
  readonly times: readonly StatedTime[]
  readonly links: readonly FoundLink[]
  /** Scripts, styles, images, frames and form targets. */
  readonly borrowed: FoundBorrowings
  readonly root: Region | null
  /** The first main element. */
  readonly main: Region | null
  readonly hasFooter: boolean
  /** Characters of text that is no link's. */
  readonly mass: number
  /** Beginning of the page's prose, for the detection of its language. */
  readonly sample: string
  readonly limits: readonly string[]
  /** Every block of text and the element that it stands in; empty unless they were asked for. */
  readonly blocks: readonly TextBlock[]
}

/** A block of the page's text, in the order of the document. */
export interface TextBlock {
  readonly block: Block
  readonly region: Region | null
}
