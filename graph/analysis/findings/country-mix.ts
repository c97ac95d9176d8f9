import type { SiteGraph } from '#data/records.ts'
import type { Random } from '../random.ts'
import { attributeOf } from '../attribute.ts'
import { benjaminiHochberg } from '../nulls/benjamini-hochberg.ts'
import { compareWithNull } from '../nulls/compare-with-null.ts'
import { permute } from '../nulls/permute.ts'

/** How a community mixes countries, against dealing the countries out anew among all sites that have one. */
export interface CountryMix {
  /** Chance that two of its sites, drawn with replacement, are of different countries. */
  readonly value: number
  readonly nullMean: number
  readonly nullSd: number
  readonly z: number | null
  readonly p: number
  /** Corrected over all communities. */
  readonly q: number
  /** 'more' is transnational; 'like' cannot be told from chance. At q ≤ 0.05. */
  readonly verdict: 'more' | 'like' | 'less'
}

export const mixPermutations = 1000
const significant = 0.05

/** One mix per community (its nodes), null where fewer than two of its sites have a country. Simpson 1949, Nature 163. */
export function countryMixes(
  site: SiteGraph,
  communities: readonly (readonly number[])[],
  random: Random,
): (CountryMix | null)[] {
  const country = attributeOf(site, 'country')
  const nulls = communities.map(() => new Float64Array(mixPermutations))
  for (let run = 0; run < mixPermutations; run++) {
    const dealt = permute(country, random.stream(run)).classOf
    for (const [at, nodes] of communities.entries()) nulls[at]![run] = mixOf(nodes, dealt, country.values.length)
  }
  const found = communities.map((nodes, at) => {
    const value = mixOf(nodes, country.classOf, country.values.length)
    return { value, ...compareWithNull(value, nulls[at]!) }
  })
  const q = benjaminiHochberg(found.map(({ p }) => p))
  return found.map(({ value, nullMean, nullSd, z, p }, at) =>
    p === null ? null : { value, nullMean: nullMean!, nullSd: nullSd!, z, p, q: q[at]!, verdict: verdictOf(z, q[at]!) },
  )
}

function verdictOf(z: number | null, q: number): CountryMix['verdict'] {
  if (z === null || q > significant) return 'like'
  return z > 0 ? 'more' : 'less'
}

/** 1 − Σ share²; NaN below two nodes with a country. */
export function mixOf(nodes: readonly number[], classOf: Int32Array, classCount: number): number {
  const count = new Uint32Array(classCount)
  let known = 0
  for (const node of nodes) {
    if (classOf[node]! < 0) continue
    count[classOf[node]!]!++
    known++
  }
  return known < 2 ? NaN : 1 - count.reduce((sum, own) => sum + (own / known) ** 2, 0)
}
