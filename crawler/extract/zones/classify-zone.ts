import type { Zone } from '#data/vocabulary/zones.ts'
import { closest, massOf, type Region } from '../markup/region.ts'
import type { Block, FoundLink } from '../page-document.ts'
import { cueOfElement } from './element-cue.ts'
import { nameCue } from './name-cue.ts'
import { standingOf, type Frame, type Standing } from './page-frame.ts'
import type { Cue } from './zone-words.ts'

type Named = Zone | 'unnamed'

/** Other sites in a box that make it a list of them; two are enough where the page says that it is a list. */
const minBlogroll = 3
const minMarkedList = 2
const listElements: ReadonlySet<string> = new Set(['ul', 'ol', 'dl'])
/** These stand in a column, and are none. */
const textual: ReadonlySet<string> = new Set(['p', 'ul', 'ol', 'dl', 'table', 'blockquote', 'pre'])
const legal = /©|\(c\)|copyright/i
/** A closing band without a name is no longer than this. */
const maxClosing = 400
/** Only at the beginning of a name: style sheets that are put together by tools write 'Header-module--nav'. */
const widget = /(?:^|\s)(?:widget|gadget|module)(?:[\s_-]|$)/
/** Characters of link text per link, on average. */
const minTeaser = 40
const skips = /^(?:skip|jump to|aller (?:au|à)|passer (?:au|à)|accéder au|accès direct)/i

/** The zone of a hyperlink: that of the innermost region that names one, else of the box in which it stands on the page. */
export function zoneOf(link: FoundLink, frame: Frame): Zone {
  const region = link.region.parent
  const named = region === null ? 'unnamed' : regionZone(region, frame)
  if (named === 'header' && isSkipLink(link)) return 'nav'
  if (named === 'unnamed' || named === 'content')
    return ofLinkItself(link, named) ?? (named === 'content' ? named : ofBox(link, frame))
  if (named === 'nav' && isLegal(link.block) && closest(region, ({ name }) => name === 'footer') !== null)
    return 'footer'
  return named
}

/** Once per block: a block may hold all links of a page. */
const legalBlocks = new WeakMap<Block, boolean>()

function isLegal(block: Block): boolean {
  const known = legalBlocks.get(block)
  if (known !== undefined) return known
  const found = legal.test(block.text)
  legalBlocks.set(block, found)
  return found
}

function regionZone(region: Region, frame: Frame): Named {
  return (region.zone ??= innermostZone(region, frame))
}

function innermostZone(region: Region, frame: Frame): Named {
  const outer = region.parent === null ? 'unnamed' : regionZone(region.parent, frame)
  const cue = cueOfElement(region, frame)
  const zone = cue === null ? outer : within(outer, cue, region)
  if (zone === 'sidebar' && isListOfOtherSites(region)) return 'blogroll'
  return (zone === 'unnamed' || zone === 'content') && isTableOfContents(region) ? 'nav' : zone
}

/** What a region that says `cue` of itself is inside another. */
function within(outer: Named, cue: Cue, { name, parent }: Region): Named {
  if (cue === 'other') return 'other'
  if (cue === 'social') return outer === 'unnamed' && parent?.name === 'body' ? 'other' : outer
  if (cue === 'widget') return outer
  if (cue === 'links') return outer === 'sidebar' ? 'blogroll' : outer
  if (cue === 'nav' || cue === 'menu') return outer === 'other' ? outer : 'nav'
  if (cue === 'content') return outer === 'unnamed' || name === 'main' ? 'content' : outer
  if (cue === 'header' || cue === 'footer') return outer === 'unnamed' ? cue : outer
  if (outer === 'unnamed' || outer === 'content') return cue
  return cue === 'blogroll' && outer !== 'other' && outer !== 'comment' && outer !== 'nav' ? cue : outer
}

/** A list, or a box without lists, whose links mostly lead to several other sites. */
function isListOfOtherSites({ name, links, foreign, foreignSites, prose, lists }: Region): boolean {
  const least = listElements.has(name) ? minMarkedList : minBlogroll
  return lists === 0 && links >= least && foreignSites >= least && foreign >= 0.6 * links && prose === 0
}

/** Links to places of the same page and little else; footnotes have more to say. */
function isTableOfContents({ links, fragments, text, linkText }: Region): boolean {
  return fragments >= 3 && fragments >= 0.8 * links && linkText >= 0.6 * text
}

/** What a link outside the page's bands and boxes says of itself. */
function ofLinkItself(link: FoundLink, named: Named): Zone | null {
  const { rel, element, region } = link
  if (/(?:^|\s)(?:prev|previous|next)(?:\s|$)/i.test(rel)) return 'nav'
  if (isSkipLink(link)) return 'nav'
  const isHidden = element === 'iframe' && closest(region, ({ name }) => name === 'noscript') !== null
  return isHidden && named === 'unnamed' ? 'other' : null
}

function isSkipLink({ href, text }: FoundLink): boolean {
  return href.startsWith('#') && skips.test(text.trim())
}

function ofBox(link: FoundLink, frame: Frame): Zone {
  const standing = link.region.parent === null ? null : standingOf(link.region.parent, frame)
  if (standing === null) return ofPlaceOnSpine(link, frame)
  const { box, side, isLast } = standing
  if (side !== 'inside' && (isInWidget(link) || isCellBeside(box, frame))) return column(link, box)
  const isClosing = isLast && box.holdsLegal && massOf(box) <= maxClosing
  if (isClosing && side !== 'before' && !frame.hasFooter) return 'footer'
  if (side === 'inside' || box.prose > 0) return 'content'
  if (isButton(link) && box.parent?.name === 'body') return 'other'
  return side === 'before' ? ofBoxBefore(link, standing) : ofBoxAfter(link, standing)
}

/** A box that the engine calls a widget or module stands in a column, even where the column has no name. */
const isInWidget = ({ region }: FoundLink): boolean => region.parent !== null && isOfWidget(region.parent)

function isOfWidget(region: Region): boolean {
  return (region.inWidget ??=
    widget.test(region.attributes['class'] ?? '') || (region.parent !== null && isOfWidget(region.parent)))
}

/** A narrower cell in the row of the page's matter: a column of a layout table. */
function isCellBeside(box: Region, { hearts }: Frame): boolean {
  const heart = box.parent === null ? undefined : hearts.get(box.parent)
  return box.name === 'td' && heart?.name === 'td' && massOf(box) <= massOf(heart) / 2
}

/** Its own name says that it shares the page or leads to a profile. */
function isButton({ region: { attributes } }: FoundLink): boolean {
  return nameCue('', attributes['class'] ?? '') === 'social'
}

/** A picture that leads somewhere, alone among the page's parts: a name at the top, a ribbon elsewhere. */
function ofPlaceOnSpine({ region, block, text, element }: FoundLink, { spine, matter, mass }: Frame): Zone {
  const isAlone =
    element === 'a' &&
    region.parent !== null &&
    (region.parent.name === 'body' || (spine.has(region.parent) && region.parent !== matter))
  if (!isAlone || block.hasWords) return 'content'
  if (region.massBefore <= Math.min(40, mass / 10)) return 'header'
  return text.trim() === '' ? 'other' : 'content'
}

function ofBoxBefore(link: FoundLink, { box, isOutermost }: Standing): Zone {
  if (isOutermost && isTeasers(box)) return 'content'
  if (isOutermost) return isRowOfLinks(link) ? 'nav' : 'header'
  return isColumn(box) ? column(link, box) : 'content'
}

/** Cards of a front page: each link says a whole sentence of what is behind it. */
const isTeasers = ({ links, linkText }: Region): boolean => links >= 2 && linkText >= minTeaser * links

function ofBoxAfter(link: FoundLink, { box, isOutermost, isLast }: Standing): Zone {
  if (isOutermost && isLast) return box.links >= 3 && isMostlyLinks(box) ? 'footer' : 'content'
  return isColumn(box) ? column(link, box) : 'content'
}

/** Lists of links beside the text: a cell of a layout table, several lists, or one of other sites. */
function isColumn(box: Region): boolean {
  if (textual.has(box.name)) return false
  const isSeveral = box.name === 'td' || box.lists >= 2 || (box.foreignSites >= minBlogroll && box.links >= 5)
  return isSeveral && box.links >= 3 && isMostlyLinks(box)
}

const column = ({ region }: FoundLink, box: Region): Zone => {
  const list = closest(region.parent, at => isListOfOtherSites(at) || at === box)
  return list !== null && isListOfOtherSites(list) ? 'blogroll' : 'sidebar'
}

const isMostlyLinks = (region: Region): boolean => region.linkText >= massOf(region)

/** One of at least three links in a list or a line that says nothing else. */
function isRowOfLinks({ block, region }: FoundLink): boolean {
  if (block.links >= 3 && !block.hasWords) return true
  const list = closest(region.parent, ({ name }) => name === 'ul' || name === 'ol' || name === 'table')
  return list !== null && list.links >= 3 && isMostlyLinks(list)
}
