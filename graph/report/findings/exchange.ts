import type { SiteEdge } from '#data/records.ts'
import { countriesBySize } from './choose-pair.ts'
import { type Num, num, rowsOf } from './num.ts'
import type { Study } from './study.ts'
import { type ToldInterval, intervalOf } from './ties.ts'
import { findTest, type Test, testsOf } from './tests.ts'

/** Who cites whom across borders. */
export interface Exchange {
  /** Countries of the analysed sites with their number, the greatest first. */
  readonly countries: readonly { readonly country: string; readonly sites: Num }[]
  /** Sites without a country: they take no part. */
  readonly unknown: Num
  /** Assortativity and E-I index by country, those of each country too. */
  readonly closure: readonly Test[]
  /** Of the E-I index by country. */
  readonly interval: ToldInterval | null
  /** Countries of the matrix, the greatest first, at most `mostCountries`. */
  readonly shown: readonly string[]
  /** Cell [from][to] in the order of `shown`. */
  readonly matrix: readonly (readonly MixingCell[])[]
  readonly pair: Pair | null
}

export interface MixingCell {
  readonly from: string
  readonly to: string
  readonly edges: Num
  /** Of all edges that leave `from`; null when none does. */
  readonly share: Num | null
  readonly permute: Test | undefined
  readonly rewire: Test | undefined
}

/** The exchange between two countries. */
export interface Pair {
  readonly one: string
  readonly other: string
  /** Edges one → other and other → one. */
  readonly there: Num
  readonly back: Num
  /** Of the edges that leave sites of `one`, those to `other`; and the reverse. */
  readonly thereShare: Num | null
  readonly backShare: Num | null
  readonly asymmetry: readonly Test[]
  readonly eiPair: readonly Test[]
}

export const mostCountries = 8

export function describeExchange(study: Study): Exchange | null {
  const countries = countriesBySize(study.site)
  if (countries.length < 2) return null
  const values = study.analysis?.graphValues ?? []
  const ofCountry = (...names: string[]): Test[] =>
    testsOf(values.filter(({ measure, group }) => names.includes(measure) && /^country(:|$)/.test(group)))
  const counts = countEdges(study)
  const mixing = ofCountry('mixing')
  const shown = countries.slice(0, mostCountries)
  return {
    countries: countries.map(country => ({
      country,
      sites: rowsOf('nodes.csv', study.site.nodes.filter(node => node.country === country).length, { country }),
    })),
    unknown: rowsOf('nodes.csv', study.site.nodes.filter(({ country }) => country === '').length, { country: '' }),
    closure: testsOf(
      values.filter(
        ({ measure, group }) =>
          ['assortativity', 'ei_index'].includes(measure) &&
          ['country', ...shown.map(country => `country:${country}`)].includes(group),
      ),
    ),
    interval: intervalOf(study, 'ei_index', 'country'),
    shown,
    matrix: shown.map(from => shown.map(to => cell(from, to, counts, mixing))),
    pair: study.pair && describePair(study.pair, counts, ofCountry('asymmetry', 'ei_pair')),
  }
}

type EdgeCounts = (from: string, to?: string) => number

function countEdges({ site, nodes }: Study): EdgeCounts {
  const countryOf = (id: SiteEdge['source']): string => nodes.get(id)?.country ?? ''
  const counts = new Map<string, number>()
  for (const { source, target } of site.edges)
    for (const key of [`${countryOf(source)}>${countryOf(target)}`, `${countryOf(source)}>*`])
      counts.set(key, (counts.get(key) ?? 0) + 1)
  return (from, to = '*') => counts.get(`${from}>${to}`) ?? 0
}

function cell(from: string, to: string, counts: EdgeCounts, mixing: readonly Test[]): MixingCell {
  return {
    from,
    to,
    edges: edgesFromTo(from, to, counts),
    share: shareFromTo(from, to, counts),
    permute: findTest(mixing, 'mixing', `country:${from}>${to}`, 'permute'),
    rewire: findTest(mixing, 'mixing', `country:${from}>${to}`, 'rewire'),
  }
}

const edgesFromTo = (from: string, to: string, counts: EdgeCounts): Num =>
  rowsOf('edges.csv', counts(from, to), { 'source/country': from, 'target/country': to })

const shareFromTo = (from: string, to: string, counts: EdgeCounts): Num | null =>
  counts(from) === 0
    ? null
    : num(counts(from, to) / counts(from), {
        table: 'edges.csv',
        where: { 'source/country': from, 'target/country': to },
        take: 'rows',
        among: { 'source/country': from },
      })

function describePair([one, other]: readonly [string, string], counts: EdgeCounts, tests: readonly Test[]): Pair {
  const ofPair = (name: string): Test[] =>
    tests.filter(
      ({ measure, group }) =>
        measure === name && [`country:${one}>${other}`, `country:${other}>${one}`].includes(group),
    )
  return {
    one,
    other,
    there: edgesFromTo(one, other, counts),
    back: edgesFromTo(other, one, counts),
    thereShare: shareFromTo(one, other, counts),
    backShare: shareFromTo(other, one, counts),
    asymmetry: ofPair('asymmetry'),
    eiPair: ofPair('ei_pair'),
  }
}
