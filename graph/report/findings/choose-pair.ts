import type { SiteGraph } from '#data/records.ts'
import { expectKnown } from './expect-known.ts'

/**
 * The two countries whose exchange a report tells first: those asked for, else France and the United States where both
 * have sites, else the two with most edges between them (ties by code); null with fewer than two countries.
 * Throws Mistake for a country that no site has.
 */
export function choosePair(site: SiteGraph, between?: readonly [string, string]): readonly [string, string] | null {
  const countries = countriesBySize(site)
  if (between !== undefined) {
    expectKnown('--between', between, countries, 'a country of the sites')
    return between
  }
  if (countries.includes('FR') && countries.includes('US')) return ['FR', 'US']
  const [one, other] = [...countries].sort()
  if (one === undefined || other === undefined) return null
  return mostTied(site) ?? [one, other]
}

function mostTied({ nodes, edges }: SiteGraph): readonly [string, string] | null {
  const countryOf = new Map(nodes.map(({ id, country }) => [id, country]))
  const ties = new Map<string, number>()
  for (const { source, target } of edges) {
    const [one = '', other = ''] = [countryOf.get(source) ?? '', countryOf.get(target) ?? ''].sort()
    if (one !== '' && one !== other) ties.set(`${one} ${other}`, (ties.get(`${one} ${other}`) ?? 0) + 1)
  }
  const [most] = [...ties].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  const [one, other] = most?.[0].split(' ') ?? []
  return one === undefined || other === undefined ? null : [one, other]
}

/** Countries of the sites, the one with most first. */
export function countriesBySize({ nodes }: SiteGraph): string[] {
  const sizes = new Map<string, number>()
  for (const { country } of nodes) if (country !== '') sizes.set(country, (sizes.get(country) ?? 0) + 1)
  return [...sizes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([country]) => country)
}
