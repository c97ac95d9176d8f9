import { markLink } from '#data/marks/mark-link.ts'
import type { Url } from '#data/url/brand.ts'
import type { PageDocument } from '../page-document.ts'
import type { Region } from '../markup/region.ts'
import type { KeptLink } from '../zones/count-links.ts'

/** More text than this, and the page says something of its own. */
const mostOwnText = 200

/** What is put into pages is no page to go to. */
const part = /\/(?:embed|player|plugins?|widgets?|maps|ns\.html)\b/i

interface FramingPage {
  readonly url: Url
  readonly html: string
}

/**
 * The page of another host that a page frames and does nothing else, as registrars forward a domain "with masking": a reader sees that
 * page at this address. Null when it frames several, holds text or links of its own, or its frame is a part of a page (a player, a counter).
 */
export function framedTarget(kept: readonly KeptLink[], { mass }: PageDocument, page: FramingPage): Url | null {
  if (mass > mostOwnText || !kept.some(({ found }) => found.element === 'iframe')) return null
  const { host: own, pathname } = new URL(page.url)
  const frames = kept.filter(({ found }) =>
    isWholePage(found.region, pathname === '/' && !/<script[\s>]/i.test(page.html)),
  )
  const [target] = frames
  if (target === undefined || part.test(target.url)) return null
  const { host } = new URL(target.url)
  if (host === own || frames.some(({ url }) => url !== target.url)) return null
  // "Your browser shows no frames: go there."
  if (kept.some(({ url }) => new URL(url).host !== host)) return null
  const mark = markLink({ ...target.found, url: target.url, context: '', anchorAt: null, zone: 'other' })
  return mark === '' ? target.url : null
}

/** A frame of a frameset; or an iframe with which a start page without scripts ends. */
function isWholePage({ name, parent }: Region, isBareStart: boolean): boolean {
  return name === 'frame' || (name === 'iframe' && isBareStart && !isIn(parent, 'noscript'))
}

function isIn(region: Region | null, name: string): boolean {
  for (let at = region; at !== null; at = at.parent) if (at.name === name) return true
  return false
}
