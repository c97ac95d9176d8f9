import { closest, massOf, type Region } from '../markup/region.ts'
import type { PageDocument } from '../page-document.ts'

/** What of a page is its own matter, found without regard to names. */
export interface Frame {
  readonly root: Region | null
  /** From the root down to `matter`, each the heart of the one before. */
  readonly spine: ReadonlySet<Region>
  /** Region around one of the spine → that one; the root, which none is around, under null. */
  readonly hearts: ReadonlyMap<Region | null, Region>
  /** The region that holds the page's own text; null when there is too little of it to tell. */
  readonly matter: Region | null
  /** Characters of the page's text that are no link's. */
  readonly mass: number
  readonly hasFooter: boolean
}

/** Below this a page has too little text to tell its matter from what frames it. */
const minMass = 250
/** The part of a region's text that makes a child its heart. */
const heartShare = 0.55
/** A region with so many characters more than the next inside has something beside it. */
const minBeside = 30

/** Finds the page's own matter: its main element, or else the region in which most of the text stands. O(depth). */
export function pageFrame({ root, main, mass, hasFooter }: PageDocument): Frame {
  const spine = main === null ? (mass < minMass ? [] : hearts(root)) : ancestors(main)
  const inside = new Map(spine.toReversed().map(region => [region.parent, region]))
  return { root, spine: new Set(spine), hearts: inside, matter: spine.at(-1) ?? null, mass, hasFooter }
}

function hearts(root: Region | null): Region[] {
  const spine: Region[] = []
  for (let at = root; at !== null; at = heartOf(at)) spine.push(at)
  return spine
}

function heartOf(region: Region): Region | null {
  const { heaviest } = region
  return heaviest !== null && massOf(heaviest) >= heartShare * massOf(region) ? heaviest : null
}

function ancestors(region: Region): Region[] {
  const path: Region[] = []
  for (let at: Region | null = region; at !== null; at = at.parent) path.push(at)
  return path.reverse()
}

/** How a region that is not of the spine stands to the page's matter. */
export interface Standing {
  readonly side: 'before' | 'inside' | 'after'
  /** The whole box that stands there. */
  readonly box: Region
  /** Nothing stands further out: the box is of the bands that open and close the page, not of its columns. */
  readonly isOutermost: boolean
  /** No text comes after it. */
  readonly isLast: boolean
}

/** Null when nothing tells: too little text, or a region that holds the matter itself. */
export function standingOf(region: Region, { spine, hearts, matter, mass }: Frame): Standing | null {
  const box = closest(region, ({ parent }) => parent !== null && spine.has(parent))
  if (box === null || matter === null || spine.has(box)) return null
  const parent = box.parent!
  const end = box.massBefore + massOf(box)
  const heart = hearts.get(parent)
  return {
    side: heart === undefined ? 'inside' : end <= heart.massBefore ? 'before' : 'after',
    box,
    isOutermost: closest(parent.parent, ({ text }) => text > parent.text + minBeside) === null,
    isLast: end >= mass - minBeside,
  }
}
