import type { ExtractedLink, ExtractedPage } from '#data/records.ts'
import type { Url } from '#data/url/brand.ts'
import { borrowingsOf } from './borrowed/borrowings-of.ts'
import { framedTarget } from './facts/framed-target.ts'
import { pageCountry } from './facts/page-country.ts'
import { pageLanguage } from './facts/page-language.ts'
import { publishedDate } from './facts/published-date.ts'
import { refreshTarget } from './facts/refresh-target.ts'
import { isNofollow } from './facts/robots-directives.ts'
import { type HrefReader, hrefReader } from './href-reader.ts'
import { linkEvidence } from './link-evidence.ts'
import type { FoundLink, PageDocument } from './page-document.ts'
import { pageMatter } from './page-matter.ts'
import { readDocument } from './read-document.ts'
import { collapseSpaces } from './text/collapse-spaces.ts'
import { keptLimits } from './kept-limits.ts'
import { copyText } from './text/copy-text.ts'
import { withoutSharedSession } from './without-shared-session.ts'
import { countLinks, type KeptLink } from './zones/count-links.ts'
import { pageFrame } from './zones/page-frame.ts'

const maxTitle = 1000

/** What is known of a page beside its document. */
export interface PageAnswer {
  /** Final address of the page. */
  readonly url: Url
  /** X-Robots-Tag of the answer, several values joined with commas or line ends. Default: none. */
  readonly robotsTag?: string
  /** Refresh of the answer. Default: none. */
  readonly refresh?: string
  /** The document is XHTML sent as XML. Default false. */
  readonly isXml?: boolean
  /** Content-Language of the answer. Default: none. */
  readonly contentLanguage?: string
  /** The document's encoding (name of the Encoding standard, in lower case), which queries of its addresses are written in. Default 'utf-8'. */
  readonly charset?: string
  /** Names of the cookies that the answer set. Default: none. */
  readonly cookies?: readonly string[]
  /** Links to hosts of private networks are kept, too, for crawls on loopback. Default false. */
  readonly allowPrivate?: boolean
  /** The page's own text is wanted, too. Default false. */
  readonly texts?: boolean
}

/**
 * Everything the study takes from a page: its hyperlinks with their evidence, and what the document states of itself.
 * `html` is decoded text of any quality. A document is read as a reader without scripts sees it: links inside `noscript`
 * count (the trackers among them are marked, see mark-link.ts), those inside `template`, comments and scripts do not.
 * Never throws; time is linear in the length. What a limit cuts is named in `limits`.
 */
export function extractPage(html: string, page: PageAnswer): ExtractedPage {
  const document = readDocument(html, page.isXml, page.texts)
  const { url, charset = 'utf-8', allowPrivate = false, cookies = [] } = page
  const base = baseOf(document, page)
  const { resolve, read } = hrefReader({ url, base, allowPrivate, charset })
  const { kept, privateLinks, limits } = resolveLinks(document.links, read, url)
  const { borrowed, isCut } = borrowingsOf(document, { url, base: base ?? url, allowPrivate, cookies })
  return {
    title: copyText(collapseSpaces(document.title).trim().slice(0, maxTitle)),
    language: pageLanguage({
      declared: document.language,
      metas: document.metas,
      header: page.contentLanguage ?? '',
      sample: document.sample,
    }),
    ...publishedDate(document, url),
    ...pageCountry({
      jsonLd: document.jsonLd,
      metas: document.metas,
      address: document.address,
      ownHreflangs: document.alternates
        .filter(([, href]) => addressOf(href, resolve) === url)
        .map(([language]) => language),
    }),
    canonical: addressOf(document.canonical, resolve),
    nofollow: isNofollow(document.metas, page.robotsTag),
    refresh: addressOf(refreshOf(document, page), resolve) ?? framedTarget(kept, document, { url, html }),
    // In this order: zones depend on the links that a region holds.
    links: evidenceOf(kept, document, page),
    borrowed,
    ...(page.texts && { matter: pageMatter(document, pageFrame(document)) }),
    privateLinks,
    limits: [
      ...new Set([
        ...document.limits,
        ...limits,
        ...(base === null ? ['address'] : []),
        ...(isCut ? ['borrowed'] : []),
      ]),
    ].sort(),
  }
}

/**
 * The document's first <base>, itself relative to the page's address, or that; null when it is too long to go by. Its own query is in
 * UTF-8, as Chromium takes it (the HTML standard would have the document's charset), which only an empty href shows.
 */
function baseOf({ base }: PageDocument, { url }: PageAnswer): string | null {
  const stated = base === null ? null : URL.parse(base.trim(), url)
  if (stated === null || !/^https?:$/.test(stated.protocol)) return url
  return stated.href.length <= keptLimits.base ? stated.href : null
}

interface ResolvedLinks {
  readonly kept: KeptLink[]
  readonly privateLinks: number
  readonly limits: ReadonlySet<string>
}

function resolveLinks(links: readonly FoundLink[], read: HrefReader['read'], page: Url): ResolvedLinks {
  const kept: KeptLink[] = []
  const limits = new Set<string>()
  let privateLinks = 0
  let chars = 0
  for (const found of links) {
    if (chars > keptLimits.addresses) {
      limits.add('links')
      break
    }
    const { href, resolved } = read(found.href)
    chars += href.length + (resolved.kind === 'url' ? resolved.url.length : 0)
    if (resolved.kind === 'url') kept.push({ found, href, url: resolved.url })
    else if (resolved.kind === 'private') privateLinks += 1
    else if (resolved.kind === 'too-long') limits.add('address')
  }
  return { kept: withoutSharedSession(kept, page), privateLinks, limits }
}

/** Counts links per region first: zones depend on what a region holds. */
function evidenceOf(kept: readonly KeptLink[], document: PageDocument, page: PageAnswer): ExtractedLink[] {
  countLinks(kept, page.url)
  const evidence = linkEvidence(pageFrame(document))
  return kept.map(({ found, href, url }, ordinal) => evidence(found, href, url, ordinal))
}

function addressOf(href: string | null, resolve: HrefReader['resolve']): Url | null {
  if (href === null) return null
  const resolved = resolve(copyText(href))
  return resolved.kind === 'url' ? resolved.url : null
}

/** The header comes before the document, and the first counts (HTML standard, "shared declarative refresh steps"). */
function refreshOf({ metas }: PageDocument, { refresh }: PageAnswer): string | null {
  const stated = refresh === undefined ? null : refreshTarget(refresh)
  if (stated !== null) return stated
  for (const [name, content] of metas) if (name === 'refresh') return refreshTarget(content)
  return null
}
