import type { ReadyPage } from '#data/store/frontier/ready-pages.ts'
import type { Url } from '#data/url/brand.ts'
import { couldBeDetour, namesPage } from './could-be-detour.ts'
import type { Verdict } from './judge-outcome.ts'
import type { CrawlContext } from './crawl-context.ts'
import { sideFetch, type SideContext } from './side-fetch.ts'

type DetourContext = SideContext & Pick<CrawlContext, 'entities'>

/** Hosts that one detour may lead over, and detours on the way to one page. */
const maxHops = 8
const maxDetours = 6

/**
 * A redirect to another site that may only ask for consent, or who one is, or that names this one, is followed there: when it comes back, with a cookie, it was a
 * way, and the page redirects to where it comes back. Where it ends in a page, the site can't be read without a person: a cookie wall. Any other
 * redirect stays as it is. No page of the other site is stored.
 */
export async function passDetour(context: DetourContext, page: ReadyPage, verdict: Verdict): Promise<Verdict> {
  const isOwn = (url: Url): boolean => context.entities.find(url) === page.entityId
  if (verdict.kind !== 'redirect' || isOwn(verdict.to)) return verdict
  const kind = couldBeDetour(page.url, verdict.to)
  if (kind === null && !namesPage(page.url, verdict.to)) return verdict
  const { host } = new URL(verdict.to)
  const wall: Verdict = kind === 'named' ? { kind: 'failed', slug: 'cookie-wall', detail: host } : verdict
  if (page.hop >= maxDetours) return wall
  let at = verdict.to
  for (let hop = 0; hop < maxHops; hop++) {
    const outcome = await sideFetch(context, at, { want: 'any', maxBytes: 1_024, tooLarge: 'cut', referer: page.url })
    if (outcome?.kind !== 'answer' || outcome.redirect?.kind !== 'to') return wall
    at = outcome.redirect.url
    if (isOwn(at)) return { kind: 'redirect', to: at, by: host }
  }
  return wall
}
