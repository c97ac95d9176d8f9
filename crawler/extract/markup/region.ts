import type { Zone } from '../../../data/records.ts'

/** Attributes by lower-case name; only those that a later stage asks for. */
export type Attributes = Readonly<Record<string, string>>

/** An element of the document, with what its content amounts to once it is closed. Kept alive only by the links it holds. */
export interface Region {
  readonly name: string
  readonly attributes: Attributes
  readonly parent: Region | null
  /** Elements above it. */
  readonly depth: number
  /** Characters of the page's text before it. */
  readonly textBefore: number
  /** Characters of text inside, spaces collapsed, and how many of them are link text. */
  text: number
  linkText: number
  /** Characters inside paragraphs that are more than links. */
  prose: number
  /** Hyperlinks inside, and how many of them lead to another site. */
  links: number
  foreign: number
  closed: boolean
  /** Holds the document's main, or an article: a wrapper, whatever its name says. */
  holdsMain: boolean
  /** Memo of the classifier. */
  zone?: Zone
  /** Memo of the path. */
  place?: string
}

/** A new region without content. */
export function openRegion(name: string, attributes: Attributes, parent: Region | null, textBefore: number): Region {
  const depth = parent === null ? 0 : parent.depth + 1
  return {
    name,
    attributes,
    parent,
    depth,
    textBefore,
    text: 0,
    linkText: 0,
    prose: 0,
    links: 0,
    foreign: 0,
    closed: false,
    holdsMain: false,
  }
}
