import type { Status } from '#data/vocabulary/statuses.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import type { LivingSite } from '#data/store/suggest/living-sites.ts'
import { footerLinks, foreignRedirects, plainTies, profileLinks } from '#data/store/suggest/site-signs.ts'
import { footerSigns } from './same/same-footer.ts'
import { hostSigns } from './same/host-variants.ts'
import { profileSigns } from './same/own-profile.ts'
import { redirectSigns } from './same/redirected.ts'
import { titleSigns } from './same/same-title.ts'
import type { PairSign, Reason, Suggestion } from './suggestion.ts'

/** Signs of less weight together say nothing. */
const leastStrength = 2

/** Pairs of entities that may be one actor: sites that moved, further hosts, profiles, the same title or footer. */
export function likelySame(corpus: Corpus, sites: ReadonlyMap<number, LivingSite>): Suggestion[] {
  const signs = [
    ...redirectSigns(sites, foreignRedirects(corpus)),
    ...hostSigns(sites),
    ...titleSigns(sites),
    ...footerSigns(sites, footerLinks(corpus)),
    ...profileSigns(sites, profileLinks(corpus)),
  ]
  const known = Map.groupBy(signs, ({ pair }) => pair.toSorted((a, b) => a - b).join(' '))
  const ties = new Set(plainTies(corpus).map(({ source, target }) => `${source} ${target}`))
  return [...known.values()].flatMap(own => {
    const all = [...distinct(own), ...mutualSign(own[0]!.pair, ties)]
    const strength = all.reduce((sum, { weight }) => sum + weight, 0)
    if (strength < leastStrength) return []
    const [a, b] = own[0]!.pair.map(row => sites.get(row)!) as [LivingSite, LivingSite]
    const entities = livesOn(a, b) ? [b.id, a.id] : [a.id, b.id]
    return [{ kind: 'same', entities, strength, reasons: all.map(reasonOf) } as const]
  })
}

const reasonOf = ({ pair: _, weight: _weight, ...reason }: PairSign): Reason => reason

/** One of each kind; two profiles of one name are one sign. */
const distinct = (signs: readonly PairSign[]): PairSign[] => [...new Map(signs.map(sign => [sign.sign, sign])).values()]

function mutualSign([a, b]: readonly [number, number], ties: ReadonlySet<string>): PairSign[] {
  if (!ties.has(`${a} ${b}`) || !ties.has(`${b} ${a}`)) return []
  return [{ pair: [a, b], weight: 1, sign: 'mutual', code: 'same-mutual', values: {} }]
}

/** Whether `a` is the one to keep: reviewed before others, with more pages read, more cited, of the shorter id. */
function livesOn(a: LivingSite, b: LivingSite): boolean {
  const order = ({ status, pages, citedBy, id }: LivingSite): readonly number[] => [
    keepOrder.indexOf(status),
    -pages,
    -citedBy,
    id.length,
  ]
  const [x, y] = [order(a), order(b)]
  const at = x.findIndex((value, index) => value !== y[index])
  return at >= 0 ? x[at]! < y[at]! : a.id < b.id
}

const keepOrder: readonly string[] = ['IN', 'UNDECIDED', 'DISCOVERED'] satisfies readonly Status[]
