import type { Cue } from '../zones/zone-words.ts'
import type { Zone } from '#data/vocabulary/zones.ts'

/** Attributes by lower-case name; only those that a later stage asks for. */
export type Attributes = Readonly<Record<string, string>>

/** An element of the document, with what its content amounts to once it is closed. Kept alive only by the links it holds. */
export interface Region {
  readonly name: string
  readonly attributes: Attributes
  readonly parent: Region | null
  /** Elements around it, closed ones included: its parents. */
  readonly depth: number
  /** Characters of text that is no link's, before it. */
  readonly massBefore: number
  /** Characters of text inside, spaces collapsed, and how many of them are link text. */
  text: number
  linkText: number
  /** Characters inside paragraphs that are more than links. */
  prose: number
  /** Hyperlinks inside; those to another site that no mark explains, and how often that site changes; those to a place on the same page. */
  links: number
  foreign: number
  foreignSites: number
  lastForeignSite: string
  fragments: number
  closed: boolean
  /** Holds the document's main, or an article with text: a wrapper, whatever its name says. */
  holdsMain: boolean
  /** Holds an element that says it is navigation. */
  holdsNav: boolean
  /** Lists inside. */
  lists: number
  /** The element inside with most text that is no link's. */
  heaviest: Region | null
  /** Holds words that close a site's pages: a copyright, legal notices, credits. */
  holdsLegal: boolean
  /** Memo of the classifier, of its words, and of the path. */
  zone: Zone | 'unnamed' | null
  named: Cue | null | undefined
  inWidget: boolean | null
  place: string | null
}

/** A new region without content. */
export function openRegion(name: string, attributes: Attributes, parent: Region | null, massBefore: number): Region {
  return {
    name,
    attributes,
    parent,
    depth: parent === null ? 0 : parent.depth + 1,
    massBefore,
    text: 0,
    linkText: 0,
    prose: 0,
    links: 0,
    foreign: 0,
    foreignSites: 0,
    lastForeignSite: '',
    fragments: 0,
    closed: false,
    holdsMain: false,
    holdsNav: false,
    lists: 0,
    holdsLegal: false,
    heaviest: null,
    zone: null,
    named: undefined,
    inWidget: null,
    place: null,
  }
}

/** Characters of text that is no link's. */
export function massOf({ text, linkText }: Region): number {
  return text - linkText
}

/** The innermost of `region` and the elements around it that `fits`; null if there is none. */
export function closest(region: Region | null, fits: (region: Region) => boolean): Region | null {
  for (let at = region; at !== null; at = at.parent) if (fits(at)) return at
  return null
}
