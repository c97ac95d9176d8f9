import type { SuggestionReason } from '#data/vocabulary/words/say.ts'
import { normalizeUrl } from '#data/url/normalize-url.ts'
import { readParts } from '#data/url/address.ts'
import type { LivingSite } from '#data/store/suggest/living-sites.ts'
import type { ForeignRedirect } from '#data/store/suggest/site-signs.ts'
import type { PairSign } from '../suggestion.ts'

/** Fewer redirected addresses than this share of those asked are single pages that moved. */
const leastShare = 0.5

/**
 * Sites that moved: the start page, or at least two addresses and half of those that were asked, lead to one other
 * entity. Who leads to many is a shortener or a list of tracked links.
 */
export function redirectSigns(
  sites: ReadonlyMap<number, LivingSite>,
  redirects: readonly ForeignRedirect[],
): PairSign[] {
  return [...Map.groupBy(redirects, ({ source }) => source)].flatMap(([source, own]) => {
    const site = sites.get(source)
    if (site === undefined || new Set(own.map(({ target }) => target)).size > 3) return []
    return [...Map.groupBy(own, ({ target }) => target)].flatMap(([target, there]): PairSign[] => {
      if (!sites.has(target)) return []
      const start = there.find(({ from }) => isStart(site, from))
      const isMost = there.length >= 2 && there.length >= leastShare * site.asked
      if (start === undefined && !isMost) return []
      const { from, to } = start ?? there[0]!
      const values = { site: site.id, from, to }
      const said: SuggestionReason = start
        ? { code: 'same-start-moved', values }
        : { code: 'same-pages-moved', values: { ...values, count: there.length } }
      return [{ pair: [source, target], weight: 3, sign: 'redirect', ...said }]
    })
  })
}

const isStart = (site: LivingSite, url: ForeignRedirect['from']): boolean => {
  const home = normalizeUrl(`http://${site.id}`)
  const { host, rest } = readParts(url)
  const start = home === null ? null : readParts(home)
  return start !== null && start.host === host && start.rest === rest
}
