import type { SiteLink } from './site-link.ts'
import { templateZones, type Zone } from '../vocabulary/zones.ts'
import { sideOfMatter, type Side } from './side-of-matter.ts'

/** Fewer pages don't tell a template from a habit. */
const leastPages = 4
/** Share of the frame's pages on which a link must stand. What a page showed as its own matter must stand on nearly all:
 *  this year's speakers stand on many. */
const mostPages = 0.5
const nearlyAllPages = 0.8
/** A place may be cut at its outer end when it is about as long as the longest; its frame can't be told then. */
const surelyWhole = 96
const leastList = 3

/**
 * The second pass of the zones, over the pages of one site: what repeats on most of them at the same place is template,
 * whatever its markup. Returns the zones of links to other entities that the first pass saw otherwise; those inside the
 * entity make no edge. Comments stay comments: a friend who comments on every post is no template. `links` in the order
 * of page and ordinal; O(links).
 *
 * A link is the same on two pages when place, target, anchor and sentence are. Pages are compared only with those that
 * have the place's outermost element, since a site may have several frames.
 */
export function zonesBySite(links: readonly SiteLink[]): Map<number, Zone> {
  const groups = repeatedGroups(links)
  const repeated = new Set(groups.flat())
  const places = Map.groupBy(repeated, ({ place }) => place)
  const sideOf = sideOfMatter(links, repeated)
  const zones = new Map<string, Zone>()
  /** Once per place: all links of a page may stand at one. */
  const zoneAt = (place: string): Zone => {
    const known = zones.get(place) ?? zoneOfPlace(places.get(place)!, sideOf)
    zones.set(place, known)
    return known
  }
  const changed = new Map<number, Zone>()
  for (const group of groups) {
    const zone = zoneOfGroup(group, zoneAt)
    for (const link of group) if (link.isForeign && link.zone !== zone) changed.set(link.id, zone)
  }
  return changed
}

/** Links that stand on most pages of their frame, the same on each. */
function repeatedGroups(links: readonly SiteLink[]): readonly (readonly SiteLink[])[] {
  const all = bodiesOf(links)
  const frames = new Map([...Map.groupBy(links, frameOf)].map(([frame, own]) => [frame, bodiesOf(own)]))
  return [...Map.groupBy(links, sameness).values()].filter(group => {
    const bodies = bodiesOf(group)
    if (bodies < leastPages) return false
    const zone = mostFrequent(group.map(link => link.zone))
    const frame = frameOf(group[0]!)
    const pages = frame === '' ? all : frames.get(frame)!
    if (zone === 'comment') return false
    return zone === 'content' ? bodies > nearlyAllPages * pages : bodies >= mostPages * pages
  })
}

const bodiesOf = (links: readonly SiteLink[]): number => new Set(links.map(({ body }) => body)).size

const sameness = ({ place, targetId, anchor, context }: SiteLink): string => `${targetId} ${anchor} ${context} ${place}`

/** The outermost element of the place; '' where it can't be told. */
function frameOf({ place }: SiteLink): string {
  const end = place.indexOf('>')
  return place.length >= surelyWhole ? '' : end < 0 ? place : place.slice(0, end)
}

/** The zone of links that repeat: as the page showed it, if that was a template zone; else as at the same place; else by where they stand. */
function zoneOfGroup(group: readonly SiteLink[], zoneAt: (place: string) => Zone): Zone {
  const seen = mostFrequent(group.map(({ zone }) => zone))
  return templateZones.includes(seen) ? seen : zoneAt(group[0]!.place)
}

function zoneOfPlace(atPlace: readonly SiteLink[], sideOf: (links: readonly SiteLink[]) => Side): Zone {
  const template = atPlace.map(({ zone }) => zone).filter(zone => templateZones.includes(zone))
  if (template.length * 2 >= atPlace.length) return mostFrequent(template)
  return zoneOfSide(sideOf(atPlace), atPlace)
}

/** A list of other sites is a blogroll but at the page's end, where partners and credits stand; one of the site's own pages at its beginning is its navigation. */
function zoneOfSide(side: Side, atPlace: readonly SiteLink[]): Zone {
  if (side === 'after') return 'footer'
  const isList =
    new Set(atPlace.map(({ targetId }) => targetId)).size >= leastList && atPlace.every(({ context }) => context === 0)
  const foreign = atPlace.filter(({ isForeign }) => isForeign).length * 2 > atPlace.length
  if (isList && foreign) return 'blogroll'
  if (side === 'between') return 'sidebar'
  return isList ? 'nav' : 'header'
}

/** The value that comes most often, of several the first met. */
function mostFrequent(zones: readonly Zone[]): Zone {
  const counts = new Map<Zone, number>()
  for (const zone of zones) counts.set(zone, (counts.get(zone) ?? 0) + 1)
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best))[0]
}
