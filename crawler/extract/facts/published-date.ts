import type { Region } from '../markup/region.ts'
import type { PageDocument, StatedTime } from '../page-document.ts'
import { isoDate } from './iso-date.ts'
import { jsonLdDate } from './json-ld-date.ts'

export interface Published {
  /** ISO 8601, as precise as stated; empty when the page states none. */
  readonly published: string
  readonly publishedFrom: '' | 'json-ld' | 'meta' | 'time' | 'url'
}

/** Meta elements that state when a page was published, best first. */
const dateMetas =
  'article:published_time og:article:published_time datepublished citation_publication_date citation_date dcterms.issued ' +
  'dc.date.issued dcterms.created dc.date.created parsely-pub-date sailthru.date pubdate publish-date publication_date ' +
  'dcterms.date dc.date date'
const pathDate = /\/((?:19|20)\d{2})[/-](\d{2})(?:[/-](\d{2}))?(?=[/_.-]|$)/
/** Addresses of lists, in which a single article may stand with its own date. */
const listing =
  /\/(?:tags?|categor(?:y|ies|ie)|categories|rubriques?|topics?|authors?|auteurs?|archives?|page|search)(?:\/|\.\w+$|$)/i
const asides: ReadonlySet<string> = new Set(['aside', 'nav', 'footer'])

/**
 * When a page was published, as it says itself: JSON-LD, else meta elements, else a date in its own article, else its
 * address. Lists of articles state many dates, hence none of their own.
 */
export function publishedDate(document: PageDocument, address: string): Published {
  const ways = [
    ['json-ld', () => jsonLdDate(document.jsonLd)],
    ['meta', () => metaDate(document.metas)],
    ['time', () => (listing.test(address) ? '' : bodyDate(document.times))],
    ['url', () => addressDate(address)],
  ] as const
  for (const [publishedFrom, dateBy] of ways) {
    const published = dateBy()
    if (published !== '') return { published, publishedFrom }
  }
  return { published: '', publishedFrom: '' }
}

function metaDate(metas: PageDocument['metas']): string {
  for (const name of dateMetas.split(' ')) {
    const date = isoDate(metas.find(([key]) => key === name)?.[1] ?? '')
    if (date !== '') return date
  }
  return ''
}

/** The date of the only article, or the only date; those marked as publication first. */
function bodyDate(times: readonly StatedTime[]): string {
  const known = new Map<Region, boolean>()
  const own = times.filter(({ region }) => !isAside(region, known))
  const marked = own.filter(
    ({ region: { attributes } }) => 'pubdate' in attributes || attributes['itemprop'] === 'datePublished',
  )
  for (const candidates of [marked, own]) {
    const articles = new Set(candidates.map(({ region }) => enclosing(region, 'article')))
    const isOne = articles.size === 1 && !articles.has(null)
    if (isOne || isOneDate(candidates)) return isoDate(candidates[0]!.value)
  }
  return ''
}

/** Lists of articles write the same day many times. */
function isOneDate(candidates: readonly StatedTime[]): boolean {
  const written = new Set(candidates.map(({ value }) => value))
  return new Set([...written].map(isoDate)).size === 1
}

/** Whether it stands beside the page's matter, or among comments; `known` remembers it of the elements around. */
function isAside(region: Region, known: Map<Region, boolean>): boolean {
  const before = known.get(region)
  if (before !== undefined) return before
  const isIt = isAsideItself(region) || (region.parent !== null && isAside(region.parent, known))
  known.set(region, isIt)
  return isIt
}

function isAsideItself(region: Region): boolean {
  const { name, attributes } = region
  if (asides.has(name) && enclosing(region, 'article') === null) return true
  return name !== 'body' && /comment/i.test(`${attributes['class'] ?? ''} ${attributes['id'] ?? ''}`)
}

function enclosing(region: Region, name: string): Region | null {
  for (let at: Region | null = region; at !== null; at = at.parent) if (at.name === name) return at
  return null
}

function addressDate(address: string): string {
  const match = pathDate.exec(address.replace(/[?#].*$/, '').replace(/^\w+:\/\/[^/]*/, ''))
  return match === null ? '' : isoDate([match[1], match[2], match[3]].filter(Boolean).join('-'))
}
