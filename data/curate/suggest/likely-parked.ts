import { foldText } from '#data/vocabulary/fold-text.ts'
import { showCell } from '#data/show-cell.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import type { LivingSite } from '#data/store/suggest/living-sites.ts'
import {
  foreignRedirects,
  smallSiteTargets,
  type ForeignRedirect,
  type SmallSiteTarget,
} from '#data/store/suggest/site-signs.ts'
import { readParts } from '#data/url/address.ts'
import type { Url } from '#data/url/brand.ts'
import { registrableDomain } from '#data/url/registrable-domain.ts'
import { parkingHosts, parkingLabel, parkingTitles } from './parking-signs.ts'
import type { Reason, Suggestion } from './suggestion.ts'

/** More pages than these are a site. */
const mostPages = 3
/** So many domains with the very same front page show a parking company's. */
const leastTwins = 3

type Weighed = Reason & { readonly weight: number }

/**
 * Entities that may hold nothing of their own: they lead to who parks or sells domains, say so in their title, link
 * there alone, or show the same bytes as other domains. A sign of weight 2 is enough, two of weight 1 are.
 */
export function likelyParked(corpus: Corpus, sites: ReadonlyMap<number, LivingSite>): Suggestion[] {
  const redirects = Map.groupBy(foreignRedirects(corpus), ({ source }) => source)
  const targets = Map.groupBy(smallSiteTargets(corpus, mostPages), ({ source }) => source)
  const twins = twinsOf(sites)
  return [...sites.values()].flatMap(site => {
    const reasons = [
      ...redirectReasons(redirects.get(site.row) ?? []),
      ...(site.pages > 0 && site.pages <= mostPages
        ? [...titleReasons(site), ...targetReasons(targets.get(site.row) ?? []), ...twinReasons(site, twins)]
        : []),
    ]
    const strength = reasons.reduce((sum, { weight }) => sum + weight, 0)
    if (strength < 2) return []
    return [{ kind: 'parked', entities: [site.id], strength, reasons: reasons.map(withoutWeight) } as const]
  })
}

const withoutWeight = ({ weight: _, ...reason }: Weighed): Reason => reason

const isParking = (host: string): boolean =>
  parkingHosts.has(registrableDomain(host) ?? host) || parkingLabel.test(host)

function redirectReasons(redirects: readonly ForeignRedirect[]): Weighed[] {
  const there = redirects.find(({ to }) => isParking(readParts(to).host))
  if (there === undefined) return []
  return [{ weight: 3, sign: 'redirect', code: 'parked-redirect', values: { from: there.from, to: there.to } }]
}

function titleReasons({ front }: LivingSite): Weighed[] {
  const title = foldText(front?.title ?? '')
  const found = parkingTitles.find(([, pattern]) => pattern.test(title))
  if (found === undefined) return []
  const [code, , weight] = found
  return [{ weight, sign: 'title', code, values: { title: showCell(front!.title) } }]
}

/** All that it links to parks or sells domains. */
function targetReasons(targets: readonly SmallSiteTarget[]): Weighed[] {
  if (targets.length === 0 || !targets.every(({ targetId }) => isParking(targetId.split('/')[0]!))) return []
  const values = { targets: targets.map(({ targetId }) => targetId).join(', ') }
  return [{ weight: 2, sign: 'links', code: 'parked-links', values }]
}

/** Sites by the bytes of their front pages, where several domains show the same. */
function twinsOf(sites: ReadonlyMap<number, LivingSite>): ReadonlyMap<string, readonly LivingSite[]> {
  const fronts = [...sites.values()].filter(({ front, pages }) => front?.bodyHash && pages <= mostPages)
  const groups = [...Map.groupBy(fronts, ({ front }) => front!.bodyHash)]
  return new Map(groups.filter(([, same]) => new Set(same.map(({ front }) => domainOf(front!.url))).size >= leastTwins))
}

const domainOf = (url: Url): string => {
  const { host } = readParts(url)
  return registrableDomain(host) ?? host
}

function twinReasons(site: LivingSite, twins: ReadonlyMap<string, readonly LivingSite[]>): Weighed[] {
  const others = (twins.get(site.front?.bodyHash ?? '') ?? []).filter(({ row }) => row !== site.row)
  if (others.length === 0) return []
  const named = [...others.slice(0, 3).map(({ id }) => id), ...(others.length > 3 ? ['…'] : [])]
  return [{ weight: 1, sign: 'twins', code: 'parked-twins', values: { count: others.length, twins: named.join(', ') } }]
}
