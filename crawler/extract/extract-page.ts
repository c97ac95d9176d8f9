import type { ExtractedLink, ExtractedPage } from '#data/records.ts'
import type { Url } from '#data/url/brand.ts'
import { resolveHref, type Resolved } from '#data/url/resolve-href.ts'
import { pageCountry } from './facts/page-country.ts'
import { pageLanguage } from './facts/page-language.ts'
import { publishedDate } from './facts/published-date.ts'
import { refreshTarget } from './facts/refresh-target.ts'
import { isNofollow } from './facts/robots-directives.ts'
import { linkEvidence } from './link-evidence.ts'
import type { FoundLink, PageDocument } from './page-document.ts'
import { readDocument } from './read-document.ts'
import { collapseSpaces } from './text/collapse-spaces.ts'
import { copyText } from './text/copy-text.ts'
import { countLinks, type KeptLink } from './zones/count-links.ts'
import { pageFrame } from './zones/page-frame.ts'

const maxTitle = 1000

/** What is known of a page beside its document. */
export interface PageAnswer {
  /** Final address of the page. */
  readonly url: Url
  /** X-Robots-Tag of the answer, several values joined with commas or line ends. Default: none. */
  readonly robotsTag?: string
  /** Content-Language of the answer. Default: none. */
  readonly contentLanguage?: string
  /** Hosts of private networks count as any other, for crawls on loopback. Default false. */
  readonly allowPrivate?: boolean
}

type Resolve = (href: string) => Resolved

/**
 * Everything the study takes from a page: its hyperlinks with their evidence, and what the document states of itself.
 * `html` is decoded text of any quality. A document is read as a reader without scripts sees it: links inside `noscript`
 * count (the trackers among them are marked, see mark-link.ts), those inside `template`, comments and scripts do not.
 * Never throws; time is linear in the length. What a limit cuts is named in `limits`.
 */
export function extractPage(html: string, page: PageAnswer): ExtractedPage {
  const document = readDocument(html)
  const resolve = resolver(document, page)
  const { kept, privateLinks } = resolveLinks(document.links, resolve)
  return {
    title: copyText(collapseSpaces(document.title).trim().slice(0, maxTitle)),
    language: pageLanguage({
      declared: document.language,
      metas: document.metas,
      header: page.contentLanguage ?? '',
      sample: document.sample,
    }),
    ...publishedDate(document, page.url),
    ...pageCountry({
      jsonLd: document.jsonLd,
      metas: document.metas,
      address: document.address,
      ownHreflangs: document.alternates
        .filter(([, href]) => addressOf(href, resolve) === page.url)
        .map(([language]) => language),
    }),
    canonical: addressOf(document.canonical, resolve),
    nofollow: isNofollow(document.metas, page.robotsTag),
    refresh: addressOf(refreshOf(document), resolve),
    links: evidenceOf(kept, document, page),
    privateLinks,
    limits: document.limits,
  }
}

/** Resolves addresses against the document's first <base>, itself relative to the page's address. */
function resolver({ base }: PageDocument, { url, allowPrivate = false }: PageAnswer): Resolve {
  const stated = base === null ? null : URL.parse(base.trim(), url)
  const isUsable = stated !== null && /^https?:$/.test(stated.protocol)
  const from = isUsable ? stated.href : url
  return href => resolveHref(href, from, { allowPrivate })
}

function resolveLinks(links: readonly FoundLink[], resolve: Resolve): { kept: KeptLink[]; privateLinks: number } {
  const kept: KeptLink[] = []
  let privateLinks = 0
  for (const found of links) {
    const href = copyText(found.href)
    const resolved = resolve(href)
    if (resolved.kind === 'url') kept.push({ found, href, url: resolved.url })
    else if (resolved.kind === 'private') privateLinks += 1
  }
  return { kept, privateLinks }
}

/** Counts links per region first: zones depend on what a region holds. */
function evidenceOf(kept: readonly KeptLink[], document: PageDocument, page: PageAnswer): ExtractedLink[] {
  countLinks(kept, page.url)
  const evidence = linkEvidence(pageFrame(document))
  return kept.map(({ found, href, url }, ordinal) => evidence(found, href, url, ordinal))
}

function addressOf(href: string | null, resolve: Resolve): Url | null {
  if (href === null) return null
  const resolved = resolve(copyText(href))
  return resolved.kind === 'url' ? resolved.url : null
}

function refreshOf({ metas }: PageDocument): string | null {
  for (const [name, content] of metas) if (name === 'refresh') return refreshTarget(content)
  return null
}
