import { templateZones, type Zone } from '../../../data/records.ts'
import type { Region } from '../markup/region.ts'
import { nameCue } from './name-cue.ts'
import type { Cue } from './zone-words.ts'

const roles: Readonly<Record<string, Cue>> = {
  navigation: 'nav',
  menu: 'nav',
  menubar: 'nav',
  tablist: 'nav',
  banner: 'header',
  contentinfo: 'footer',
  complementary: 'sidebar',
  main: 'content',
  article: 'content',
}
const landmarks: Readonly<Record<string, Cue>> = {
  nav: 'nav',
  header: 'header',
  footer: 'footer',
  aside: 'sidebar',
  main: 'content',
  article: 'content',
}
const minBlogroll = 3

/** The zone of a link standing in `region`: that of the innermost region that has one. `other` when no region tells. */
export function zoneOf(region: Region): Zone {
  return (region.zone ??= innermostZone(region))
}

function innermostZone(region: Region): Zone {
  const outer = region.parent === null ? 'other' : zoneOf(region.parent)
  const cue = cueOf(region)
  return cue === null ? outer : inside(outer, cue, region)
}

function cueOf({ name, attributes, holdsMain }: Region): Cue | null {
  if (name === 'html' || name === 'body') return null
  const role = attributes['role']?.trim().toLowerCase() ?? ''
  const strong = roles[role] ?? landmarks[name]
  const named = nameCue(attributes['id'] ?? '', attributes['class'] ?? '')
  if (strong !== undefined && !(strong === 'sidebar' && named === 'comment'))
    return strong === 'content' && named !== null ? named : strong
  return holdsMain && named !== 'content' ? null : named
}

/** What a region that says `cue` of itself is, given the zone around it. */
function inside(outer: Zone, cue: Cue, region: Region): Zone {
  if (cue === 'content') return outer === 'other' || region.name === 'main' ? 'content' : outer
  if (cue === 'widget')
    return outer === 'sidebar' && isListOfOtherSites(region) ? 'blogroll' : outer === 'content' ? 'sidebar' : outer
  if (outer === 'comment' || outer === 'nav') return outer
  if (cue === 'header' || cue === 'footer') return outer === 'other' ? cue : outer
  if (cue === 'sidebar') return templateZones.includes(outer) ? outer : isListOfOtherSites(region) ? 'blogroll' : cue
  return cue
}

/** A list whose entries mostly lead to other sites. */
function isListOfOtherSites({ links, foreign, prose }: Region): boolean {
  return links >= minBlogroll && foreign > links / 2 && prose === 0
}
