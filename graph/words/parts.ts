import type { EntityId } from '#data/url/brand.ts'
import type { Zone } from '#data/vocabulary/zones.ts'
import { Mistake } from '#data/mistake.ts'
import { printable } from '#data/command/printable.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { everyWave } from '#data/vocabulary/every-wave.ts'
import { chooseGraphWave } from '#data/store/graph/choose-graph-wave.ts'
import { codedEdges } from '#data/store/graph/edge-codes.ts'
import { analysisOfWave } from '#data/store/graph/results.ts'
import type { SaidSite } from '#data/store/words/said-sites.ts'

/** Ways to part what is said, besides the categories of tags. Parts by site, community, country and kind are those of who cites. */
export const partings = [
  'direction',
  'community',
  'source',
  'target',
  'zone',
  'wave',
  'code',
  'country',
  'kind',
] as const
export type Parting = (typeof partings)[number]

/** One part that holds all. */
export const everything = 'all'

/** The parts that a hyperlink falls in; none: it is left out. */
export type PartsOf = (source: number, target: number, zone: Zone) => readonly string[]

/**
 * How `by` parts hyperlinks, waves aside (each is a question of its own).
 * @throws Mistake when nothing of the corpus is called so, or it was never analysed.
 */
export function partsBy(
  corpus: Corpus,
  by: string,
  sites: ReadonlyMap<number, SaidSite>,
  wave: string | undefined,
): PartsOf {
  const of = (read: (site: SaidSite) => readonly string[]): PartsOf => {
    const parts = new Map([...sites].map(([row, site]) => [row, read(site).filter(value => value !== '')]))
    return source => parts.get(source) ?? []
  }
  switch (by) {
    case everything:
      return () => [everything]
    case 'direction':
      return byDirection(sites)
    case 'community':
      return of(byCommunity(corpus, wave))
    case 'source':
      return of(site => [site.id])
    case 'target': {
      const source = of(site => [site.id])
      return (_source, target, zone) => source(target, target, zone)
    }
    case 'zone':
      return (_source, _target, zone) => [zone]
    case 'code':
      return byCode(corpus, sites)
    case 'country':
      return of(site => [site.country])
    case 'kind':
      return of(site => [site.kind])
    default:
      expectTag(by, sites)
      return of(site => site.tags.filter(([category]) => category === by).map(([, value]) => value))
  }
}

function byDirection(sites: ReadonlyMap<number, SaidSite>): PartsOf {
  const known = new Map<string, readonly string[]>()
  return (source, target) => {
    const [from, to] = [sites.get(source)?.country ?? '', sites.get(target)?.country ?? '']
    if (from === '' || to === '') return []
    const name = `${from}>${to}`
    const parts = known.get(name) ?? [name]
    known.set(name, parts)
    return parts
  }
}

function byCommunity(corpus: Corpus, wave: string | undefined): (site: SaidSite) => readonly string[] {
  const communities = communitiesOf(corpus, wave)
  if (communities === null)
    throw new Mistake('--by community: these ties were not analysed; run `toile analyse` first, then this again')
  return ({ id }) => [String(communities.get(id) ?? '')]
}

/** Communities of the last analysis of this wave, undefined: of all together; null: there is none. */
export const communitiesOf = (corpus: Corpus, wave: string | undefined): ReadonlyMap<EntityId, number> | null =>
  analysisOfWave(corpus, chooseGraphWave(corpus, wave ?? everyWave).noted)?.nodeValues.get('community') ?? null

/** The code that more coders gave the tie than any other one; ties of an even vote are in no part. */
export function codesOfTies(corpus: Corpus): ReadonlyMap<string, string> {
  const byTie = Map.groupBy(codedEdges(corpus), ({ source, target }) => `${source} ${target}`)
  return new Map(
    [...byTie].flatMap(([tie, coded]) => {
      const votes = [...Map.groupBy(coded, ({ code }) => code)].map(([code, given]) => [code, given.length] as const)
      const [first, second] = votes.sort((a, b) => b[1] - a[1])
      return first === undefined || first[1] === second?.[1] ? [] : [[tie, first[0]] as const]
    }),
  )
}

function byCode(corpus: Corpus, sites: ReadonlyMap<number, SaidSite>): PartsOf {
  const codes = codesOfTies(corpus)
  if (codes.size === 0)
    throw new Mistake('--by code: no tie of this corpus has a code; expected some, given on the map')
  return (source, target) => {
    const code = codes.get(`${sites.get(source)?.id} ${sites.get(target)?.id}`)
    return code === undefined ? [] : [code]
  }
}

function expectTag(by: string, sites: ReadonlyMap<number, SaidSite>): void {
  const known = new Set([...sites.values()].flatMap(({ tags }) => tags.map(([category]) => category)))
  if (known.has(by)) return
  const tags = [...known].sort().map(printable)
  throw new Mistake(
    `--by ${printable(by)}: no such parting; expected ${partings.join(', ')}${tags.length === 0 ? '' : `, or a tag of the sites: ${tags.join(', ')}`}`,
  )
}
