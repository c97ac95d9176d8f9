import type { Url } from '#data/url/brand.ts'
import { markLink } from '#data/marks/mark-link.ts'
import type { Block, FoundLink } from '../page-document.ts'
import { rememberingLast } from '../remembering-last.ts'
import { rememberingMany } from '../remembering-many.ts'
import { siteOf } from '../site-of.ts'

/** A link found that is a hyperlink. */
export interface KeptLink {
  readonly found: FoundLink
  /** Copied before it was resolved: what a URL returns may share memory with what it was made of. */
  readonly href: string
  readonly url: Url
}

/** Words with which sites close their pages. */
const legal =
  /©|\(c\)\s*\d{4}|copyright|copyleft|tous droits|all rights|mentions légales|legal notice|privacy|confidentialité|données personnelles|plan du site|site ?map|powered by|propulsé par|built by|made by|réalisé par|a project of|hébergé/i

/** Its address alone says that it is a share button, a profile, a credit …; outside a page's matter, where all marks count. */
const isMarked = rememberingMany(
  10_000,
  (url: Url) => markLink({ element: 'a', url, context: '', anchorAt: null, zone: 'other' }) !== '',
)

/** Tells every region around the links of a page at `address` how many it holds, and which. O(links × depth). */
export function countLinks(links: readonly KeptLink[], address: Url): void {
  const own = siteOf(address)
  const isLegalBlock = rememberingLast((block: Block) => legal.test(block.text.slice(0, 400)))
  for (const { found, href, url } of links) {
    const site = siteOf(url)
    const isForeign = site !== own && !isMarked(url)
    const fragment = /^#./.test(href) ? 1 : 0
    const isLegal = isLegalBlock(found.block) || (found.spans && legal.test(found.text.slice(0, 400)))
    for (let at = found.region.parent; at !== null; at = at.parent) {
      at.links += 1
      at.fragments += fragment
      at.holdsLegal ||= isLegal
      if (!isForeign) continue
      at.foreign += 1
      if (at.lastForeignSite !== site) at.foreignSites += 1
      at.lastForeignSite = site
    }
  }
}
