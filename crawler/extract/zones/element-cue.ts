import { closest, massOf, type Region } from '../markup/region.ts'
import { namedCue } from './name-cue.ts'
import type { Frame } from './page-frame.ts'
import type { Cue } from './zone-words.ts'

const landmarks: ReadonlyMap<string, Cue> = new Map([
  ['nav', 'nav'],
  ['header', 'header'],
  ['footer', 'footer'],
  ['aside', 'sidebar'],
  ['main', 'content'],
  ['article', 'content'],
])
const roles: ReadonlyMap<string, Cue> = new Map([
  ['navigation', 'nav'],
  ['menu', 'nav'],
  ['menubar', 'nav'],
  ['tablist', 'nav'],
  ['banner', 'header'],
  ['contentinfo', 'footer'],
  ['complementary', 'sidebar'],
  ['main', 'content'],
  ['article', 'content'],
  ['dialog', 'other'],
  ['alertdialog', 'other'],
])
/** A header or footer inside these is theirs, not the page's. */
const sections: ReadonlySet<string> = new Set(['article', 'section', 'main', 'blockquote', 'figure', 'details'])
const slugged: ReadonlySet<string> = new Set(['html', 'body', 'a', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'])
/** Related articles close an article; an aside around them makes no column. */
const related = /(?:^|[\s_-])(?:read-?more|read-?next|related|more-?posts|a-lire-aussi|articles-lies)(?:[\s_-]|$)/i
const commentType = /^https?:\/\/schema\.org\/(?:User)?Comments?\/?$/
/** A wrapper holds more than this part of the page's text, and is none of its bands or boxes. */
const wrapperShare = 0.6
/** A name's word counts as navigation from so many links; of a list, from one. */
const minMenu = 2
const lists: ReadonlySet<string> = new Set(['ul', 'ol'])

/** What an element says of its zone by its tag, role and names, where that can be true; null when it says nothing. */
export function cueOfElement(region: Region, frame: Frame): Cue | null {
  const { name, attributes } = region
  if (slugged.has(name)) return null
  const { itemtype, role } = attributes
  if (itemtype !== undefined && commentType.test(itemtype)) return 'comment'
  const named = namedCue(region)
  const marked = (role === undefined ? undefined : roles.get(role.trim().toLowerCase())) ?? landmarks.get(name)
  return marked === undefined ? ofName(region, named, frame) : ofLandmark(region, marked, named, frame)
}

function ofLandmark(region: Region, marked: Cue, named: Cue | null, frame: Frame): Cue | null {
  if (named === 'other' || (named === 'comment' && marked !== 'nav')) return named
  if (named === 'blogroll' && (marked === 'sidebar' || marked === 'nav') && region.foreign >= 0.5 * region.links)
    return named
  if (marked === 'header')
    return isInSection(region) || !isAtTop(region, frame) ? null : isOpeningScreen(region) ? 'content' : marked
  if (marked === 'footer') return isInSection(region) || !isAtBottom(region, frame) ? null : marked
  if (marked === 'sidebar') return isPartOfArticle(region, named) ? null : marked
  if (marked === 'content' && named !== null && named !== 'menu')
    return region.name === 'main' ? 'content' : named === 'widget' ? 'content' : 'content'
  return marked
}

function isPartOfArticle(region: Region, named: Cue | null): boolean {
  if (named === 'sidebar') return false
  return related.test(region.attributes['class'] ?? '') || (region.prose >= 200 && isInSection(region))
}

function ofName(region: Region, named: Cue | null, frame: Frame): Cue | null {
  if (named === null || named === 'comment' || named === 'social') return named
  if (named === 'content') return isWholePage(region, frame) ? null : named
  if (named === 'blogroll' || named === 'links') return region.foreign >= 0.5 * region.links ? named : null
  if (region.holdsMain || isWrapper(region, frame)) return null
  if (named === 'menu') return ofMenu(region, frame)
  if (named === 'header') return isAtTop(region, frame) && !isInSection(region) ? named : null
  if (named === 'footer') return isAtBottom(region, frame) ? named : null
  return named
}

/** A name like 'navbar' around a real nav element is the band that holds it. */
function ofMenu(region: Region, frame: Frame): Cue | null {
  if (region.holdsNav) return isAtTop(region, frame) ? 'header' : null
  return region.links >= (lists.has(region.name) ? 1 : minMenu) && region.linkText >= 0.3 * region.text ? 'nav' : null
}

function isInSection({ parent }: Region): boolean {
  return closest(parent, ({ name, attributes }) => sections.has(name) || attributes['role'] === 'main') !== null
}

function isAtTop({ massBefore }: Region, { mass }: Frame): boolean {
  return massBefore <= Math.max(400, 0.1 * mass)
}

function isAtBottom(region: Region, { mass }: Frame): boolean {
  return mass - region.massBefore - massOf(region) <= Math.max(400, 0.25 * mass)
}

/** The first screen of a one-page site, with its message: its header has more to say than a name and a menu. */
function isOpeningScreen({ prose, holdsNav }: Region): boolean {
  return prose >= 120 && !holdsNav
}

function isWholePage({ text }: Region, { root }: Frame): boolean {
  return root !== null && text >= 0.95 * root.text
}

function isWrapper(region: Region, { mass }: Frame): boolean {
  return massOf(region) > Math.max(250, wrapperShare * mass)
}
