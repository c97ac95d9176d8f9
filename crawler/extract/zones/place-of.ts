import type { Region } from '../markup/region.ts'
import { PairMemory } from '../pair-memory.ts'
import { copyText } from '../text/copy-text.ts'

export const maxPlace = 160
/** Words of a class that tell the state or the item, not the kind: they differ between pages of one template. */
const varying =
  /^(?:active|actif|current|selected|open|closed|show|hide|hidden|visible|collapsed?|expanded|loaded|first|last|odd|even|sticky|animated|lazy\w*|(?:post|page|category|tag|author|format|status|type|menu-item|current|active|cat-item|page-item|id)-.*|ng-.*|js-.*|is-.*|has-.*)$/i
const plain: ReadonlySet<string> = new Set([
  'html',
  'body',
  'div',
  'span',
  'p',
  'b',
  'i',
  'em',
  'strong',
  'font',
  'small',
  'u',
  'center',
  'tbody',
])

/**
 * Where an element stands in the structure of its document: tags with id and classes, outermost first, as in
 * 'div#page>aside.sidebar>ul.widget>li>a'. Left out: what differs between two pages of one template (numbers, states,
 * hashed names) and elements that say nothing (a div without a name). At most 160 characters, cut at the outer end.
 *
 * For the site-level pass: a link is template when the same (place, target url) stands on most pages of its host, say on
 * at least half of the pages fetched and on four at least; compare pages only with those that have the place's outer end,
 * or pages of another template dilute the share. Take the zone from the first pass if that one is a template zone, else
 * the zone that most links of the same place have on other pages, else `nav` for a target inside the site and `footer`
 * or `blogroll` by what stands at the place. The reverse holds too: a place whose targets differ on nearly every page
 * holds the page's own matter, or a list of recent items. Place alone says nothing: all paragraphs of all articles share one.
 *
 * The text has memory of its own, and is one for all elements that stand there: pages of a template share it.
 */
export function placeOf(region: Region): string {
  return (region.place ??= longPlace(region))
}

/** Place around an element, its own step → its place. */
const places = new PairMemory<string>(10_000)

function longPlace(region: Region): string {
  const own = stepOf(region)
  const above = region.parent === null ? '' : placeOf(region.parent)
  return own === '' ? above : (places.get(above, own) ?? places.keep(above, copyText(own), placeBelow(above, own)))
}

const placeBelow = (above: string, own: string): string => copyText(cutPlace(above === '' ? own : `${above}>${own}`))

function cutPlace(whole: string): string {
  if (whole.length <= maxPlace) return whole
  const cut = whole.indexOf('>', whole.length - maxPlace - 1)
  return cut === -1 ? whole.slice(-maxPlace) : whole.slice(cut + 1)
}

/** Name, class → step of an element without an id. */
const steps = new PairMemory<string>(10_000)

function stepOf({ name, attributes }: Region): string {
  const id = attributes['id'] ?? ''
  const classes = attributes['class'] ?? ''
  if (name === 'html' || name === 'body') return ''
  if (id !== '') return namedStep(name, id, classes)
  return steps.get(name, classes) ?? steps.keep(name, copyText(classes), copyText(namedStep(name, id, classes)))
}

function namedStep(name: string, id: string, classes: string): string {
  const named = [
    id === '' || isVarying(id) ? '' : `#${id}`,
    ...classes.split(/\s+/).filter(isKept).slice(0, 3).map(dotted),
  ]
  const tail = named.join('').slice(0, 60)
  return tail === '' && plain.has(name) ? '' : name + tail
}

const dotted = (word: string): string => `.${word}`
const isKept = (word: string): boolean => word !== '' && !isVarying(word)

/** Holds a number or what looks like a hash, or names a state. */
function isVarying(word: string): boolean {
  return (
    /\d/.test(word) ||
    word.length > 40 ||
    varying.test(word) ||
    (/[a-z][A-Z]/.test(word) && /^[A-Za-z]{5,7}$/.test(word))
  )
}
