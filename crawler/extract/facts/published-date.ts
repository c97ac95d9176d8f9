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
  const found = [
    [jsonLdDate(document.jsonLd), 'json-ld'],
    [metaDate(document.metas), 'meta'],
    [listing.test(address) ? '' : bodyDate(document.times), 'time'],
    [addressDate(address), 'url'],
  ] as const
  const [published, publishedFrom] = found.find(([date]) => date !== '') ?? (['', ''] as const)
  return { published, publishedFrom }
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
  const own = times.filter(({ region }) => !isAside(region))
  const marked = own.filter(
    ({ region: { attributes } }) => 'pubdate' in attributes || attributes['itemprop'] === 'datePublished',
  )
  for (const candidates of [marked, own]) {
    const articles = new Set(candidates.map(({ region }) => enclosing(region, 'article')))
    const dates = new Set(candidates.map(({ value }) => isoDate(value)))
    const isOne = articles.size === 1 && ![...articles].includes(null)
    if (isOne || dates.size === 1) return isoDate(candidates[0]!.value)
  }
  return ''
}

function isAside(region: Region): boolean {
  for (let at: Region | null = region; at !== null; at = at.parent) {
    if (asides.has(at.name) && enclosing(at, 'article') === null) return true
    if (/comment/i.test(`${at.attributes['class'] ?? ''} ${at.attributes['id'] ?? ''}`) && at.name !== 'body')
      return true
  }
  return false
}

function enclosing(region: Region, name: string): Region | null {
  for (let at: Region | null = region; at !== null; at = at.parent) if (at.name === name) return at
  return null
}

function addressDate(address: string): string {
  const match = pathDate.exec(address.replace(/[?#].*$/, '').replace(/^\w+:\/\/[^/]*/, ''))
  return match === null ? '' : isoDate([match[1], match[2], match[3]].filter(Boolean).join('-'))
}
