import { foldText } from '#data/vocabulary/fold-text.ts'
import type { LivingSite } from '#data/store/suggest/living-sites.ts'
import type { TemplateSign } from '#data/store/suggest/site-signs.ts'
import type { PairSign } from '../suggestion.ts'

/** What two footers must share to be one: so many links, and so much of all that either has. */
const leastLinks = 4
const leastShare = 0.7
/** A foreign address in more footers than this is everybody's. */
const mostFooters = 12

/**
 * Footers with the same links: foreign ones by address, their own by what they are called. At least one foreign address
 * is shared that few other footers have; a link to each other is left out, since only one of the two can have it.
 */
export function footerSigns(sites: ReadonlyMap<number, LivingSite>, links: readonly TemplateSign[]): PairSign[] {
  const footers = new Map(
    [...Map.groupBy(links, ({ source }) => source)].flatMap(([source, own]) => {
      const site = sites.get(source)
      const steady = site ? own.filter(({ pages }) => pages * 2 >= site.pages) : []
      return steady.length >= leastLinks ? [[source, steady] as const] : []
    }),
  )
  const spread = Map.groupBy(
    [...footers].flatMap(([source, own]) => [...foreignOf(own)].map(url => ({ source, url }))),
    ({ url }) => url,
  )
  const pairs = new Map<string, readonly [number, number]>()
  for (const bearers of spread.values()) {
    if (bearers.length < 2 || bearers.length > mostFooters) continue
    for (const { source: a } of bearers) for (const { source: b } of bearers) if (a < b) pairs.set(`${a} ${b}`, [b, a])
  }
  return [...pairs.values()].flatMap(pair => signOf(pair, footers) ?? [])
}

const foreignOf = (links: readonly TemplateSign[]): Set<string> =>
  new Set(links.filter(({ source, target }) => source !== target).map(({ url }) => url))

function signOf(
  pair: readonly [number, number],
  footers: ReadonlyMap<number, readonly TemplateSign[]>,
): PairSign | null {
  const [a, b] = pair.map(row => elementsOf(footers.get(row)!, pair)) as [Set<string>, Set<string>]
  const shared = a.intersection(b)
  const share = shared.size / a.union(b).size
  if (shared.size < leastLinks || share < leastShare) return null
  const percent = Math.round(100 * share)
  return { pair, weight: 2, sign: 'footer', code: 'same-footer', values: { count: shared.size, percent } }
}

/** A footer as a set that can be compared with another site's. */
function elementsOf(links: readonly TemplateSign[], [a, b]: readonly [number, number]): Set<string> {
  const outside = links.filter(({ source, target }) => target === source || (target !== a && target !== b))
  return new Set(
    outside
      .map(({ source, target, url, anchor }) => (source === target ? foldText(anchor).trim() : url))
      .filter(element => element !== ''),
  )
}
