import { bringsPage } from '#data/store/base/was-read.ts'
import type { PartRow } from '#data/table/part-columns.ts'
import { writeBorrowings } from '#data/tools/borrowing.ts'
import type { ExtractedLink, ExtractedPage } from '#data/records.ts'
import type { EntityId, Url } from '#data/url/brand.ts'
import { normalizeUrl } from '#data/url/normalize-url.ts'
import { needsRendering } from '../extract/needs-rendering.ts'
import type { Answer, FetchOutcome } from '../fetch/outcome.ts'
import { worthOf } from '../fetch/past/choose-capture.ts'
import { knownShorteners } from '#data/url/known-shorteners.ts'
import { couldBeDetour } from '../turn/could-be-detour.ts'
import { extractForm, readPage } from '../turn/read-page.ts'
import type { SiteFinder } from './site-finder.ts'

/** A page as its scripts had left it, and what its links resolve against. */
export interface RenderedForm {
  readonly html: string
  readonly base: string
}

/** A capture that was read, and where its record begins. */
export interface HarvestedCapture {
  readonly url: Url
  readonly at: number | null
  readonly record: number
  readonly outcome: FetchOutcome
  /** Null: the archive has none. */
  readonly rendered: (() => Promise<RenderedForm>) | null
}

/** A notice that a page has moved holds fewer; see store-visit.ts. */
const fewLinks = 10

const shorteners: ReadonlySet<string> = new Set(knownShorteners)

/** Whether captures of an address of this site give rows: pages of sites that are `wanted` are read, and where shorteners lead. */
export const isOfUse = (url: Url, site: EntityId, wanted: (site: EntityId) => boolean): boolean =>
  wanted(site) || shorteners.has(new URL(url).hostname.replace(/^www\./, ''))

/**
 * The rows of a capture, as a crawl of its archive decides: of the sites that are `wanted` pages with their links, redirects, and what is
 * neither; of shorteners where they lead; of others nothing.
 */
export async function rowsOfCapture(
  capture: HarvestedCapture,
  sites: SiteFinder,
  wanted: (site: EntityId) => boolean,
): Promise<PartRow[]> {
  const { url, at, record, outcome } = capture
  const site = sites.find(url, at)
  const isWanted = wanted(site)
  if (outcome.status === 304 || !isOfUse(url, site, wanted)) return []
  const to = outcome.kind === 'answer' && outcome.redirect?.kind === 'to' ? outcome.redirect.url : null
  const worth = worthOf({ status: outcome.status, redirectTo: to }, url)
  const common: PartRow = { ...nothing, kind: 'other', record, capturedAt: at, url, site }
  const told: PartRow = { ...common, status: outcome.status, worth }
  const leads = (target: Url): PartRow => ({ ...told, kind: 'redirect', target, targetSite: sites.find(target, at) })
  if (to !== null) return [isWayRound(url, to, isWanted) ? told : leads(to)]
  if (!isWanted || outcome.kind !== 'answer' || !isPage(outcome)) return [told]
  const page = await pageOf(outcome, capture)
  const links = page.links.map(link => linkRow(common, link, sites.find(link.url, at)))
  const isElsewhere = (target: Url): boolean => sites.find(target, at) !== site
  const moved = movedTo(outcome, page, isElsewhere)
  const head: PartRow =
    moved === null
      ? { ...told, kind: 'page', title: page.title, language: page.language, borrowed: writeBorrowings(page.borrowed) }
      : leads(moved)
  return [head, ...links]
}

const isPage = ({ redirect, status, bytes }: Answer): boolean => redirect === null && bringsPage(status, bytes)

/** A way over a host that asks for consent comes back, or ends at a wall: the address leads nowhere else. See pass-detour.ts, resolve-links.ts. */
function isWayRound(url: Url, to: Url, isWanted: boolean): boolean {
  const detour = couldBeDetour(url, to)
  return isWanted ? detour === 'named' : detour !== null
}

/** The form that a crawl reads: what scripts had made of it, where the archive has that and the static form lacks it. */
async function pageOf(answer: Answer, { rendered }: HarvestedCapture): Promise<ExtractedPage> {
  const { page, text, charset } = readPage(answer, { allowPrivate: false })
  if (rendered === null || needsRendering(text, page) === null) return page
  const form = await rendered()
  const url = normalizeUrl(form.base) ?? answer.url
  const made = extractForm({ text: form.html, charset }, { url, headers: answer.headers }, { allowPrivate: false })
  return { ...made, refresh: made.refresh ?? page.refresh }
}

const nothing = {
  ...{ status: null, worth: null, target: null, targetSite: null, title: null, language: null, ordinal: null },
  ...{
    element: null,
    zone: null,
    rel: null,
    href: null,
    anchor: null,
    context: null,
    heading: null,
    place: null,
    borrowed: null,
  },
} as const

/** One object made at once: two that are poured into a third are much slower, for every hyperlink of an archive. */
function linkRow(page: PartRow, link: ExtractedLink, targetSite: EntityId): PartRow {
  const { url, ordinal, element, zone, rel, href, anchor, place, context, heading } = link
  const isInside = targetSite === page.site
  return {
    ...page,
    kind: 'link',
    target: url,
    targetSite,
    ordinal,
    element,
    zone,
    rel,
    href: href === url ? null : href,
    anchor,
    context: isInside ? null : context,
    heading: isInside ? null : heading,
    place,
  }
}

/** A notice whose refresh leaves its site has moved there, as by a redirect. */
function movedTo(answer: Answer, { refresh, links }: ExtractedPage, isElsewhere: (target: Url) => boolean): Url | null {
  const hasMoved =
    refresh !== null && links.length < fewLinks && isElsewhere(refresh) && couldBeDetour(answer.url, refresh) === null
  return hasMoved ? refresh : null
}
