import type { Corpus } from '#data/store/base/corpus.ts'
import type { LivingSite } from '#data/store/suggest/living-sites.ts'
import { plainTies, type PlainTie } from '#data/store/suggest/site-signs.ts'
import type { Suggestion } from './suggestion.ts'

/** Two blogrolls are nearly one from here on: so many sites in both, and this share of all in either. */
const leastShared = 4
const leastShare = 0.7
/** A farm has so many sites, and this share of all ties that its sites could have among each other. */
const leastSites = 3
const leastDensity = 0.6
/** A site in more rolls than this tells nothing of two of them. */
const mostRolls = 200

/**
 * Groups of entities whose blogrolls (unmarked links of templates) are nearly the same and that link to each other nearly
 * all: a link farm, or the sites of one publisher. Each site counts as a part of its own roll, since a farm's member lists
 * all but itself.
 */
export function likelyFarms(corpus: Corpus, sites: ReadonlyMap<number, LivingSite>): Suggestion[] {
  const ties = plainTies(corpus)
  const rolls = rollsOf(ties, sites)
  const has = new Set(ties.map(({ source, target }) => `${source} ${target}`))
  return groupsOf(alikePairs(rolls)).flatMap(group => {
    if (group.length < leastSites) return []
    const pairs = group.flatMap(a => group.filter(b => b !== a).map(b => [a, b] as const))
    const tied = pairs.filter(([a, b]) => has.has(`${a} ${b}`)).length
    if (tied < leastDensity * pairs.length) return []
    const mutual = pairs.filter(([a, b]) => a < b && has.has(`${a} ${b}`) && has.has(`${b} ${a}`)).length
    const common = group.map(row => rolls.get(row)!).reduce((all, roll) => all.intersection(roll))
    return [
      {
        kind: 'farm',
        entities: group.map(row => sites.get(row)!.id).toSorted(),
        strength: group.length,
        reasons: [
          {
            sign: 'blogrolls',
            code: 'farm-lists',
            values: { count: common.size },
          },
          {
            sign: 'reciprocity',
            code: 'farm-ties',
            values: { tied, possible: pairs.length, mutual },
          },
        ],
      } as const,
    ]
  })
}

type Rolls = ReadonlyMap<number, ReadonlySet<number>>

function rollsOf(ties: readonly PlainTie[], sites: ReadonlyMap<number, LivingSite>): Rolls {
  const listed = Map.groupBy(
    ties.filter(({ inTemplate, source }) => inTemplate === 1 && sites.has(source)),
    ({ source }) => source,
  )
  return new Map([...listed].map(([source, own]) => [source, new Set([source, ...own.map(({ target }) => target)])]))
}

/** Pairs are found by what they share, so that not all are compared with all. */
function alikePairs(rolls: Rolls): (readonly [number, number])[] {
  const bearers = new Map<number, number[]>()
  for (const [source, roll] of rolls)
    for (const target of roll) bearers.set(target, [...(bearers.get(target) ?? []), source])
  const shared = new Map<string, number>()
  for (const own of bearers.values())
    if (own.length <= mostRolls)
      for (const a of own) for (const b of own) if (a < b) shared.set(`${a} ${b}`, (shared.get(`${a} ${b}`) ?? 0) + 1)
  return [...shared].flatMap(([key, count]) => {
    if (count < leastShared) return []
    const [a, b] = key.split(' ').map(Number) as [number, number]
    const all = rolls.get(a)!.size + rolls.get(b)!.size - rolls.get(a)!.intersection(rolls.get(b)!).size
    return rolls.get(a)!.intersection(rolls.get(b)!).size >= leastShare * all ? [[a, b] as const] : []
  })
}

/** What pairs hang together. */
function groupsOf(pairs: readonly (readonly [number, number])[]): number[][] {
  const groups = new Map<number, Set<number>>()
  for (const [a, b] of pairs) {
    const joined = (groups.get(a) ?? new Set([a])).union(groups.get(b) ?? new Set([b]))
    for (const row of joined) groups.set(row, joined)
  }
  return [...new Set(groups.values())].map(group => [...group].toSorted((a, b) => a - b))
}
