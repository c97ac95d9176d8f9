import type { SiteGraph } from '../../../data/records.ts'

/**
 * The two countries whose exchange a report tells first: those asked for, else France and the United States where both
 * have sites, else the two with most sites (ties by code); null with fewer than two countries.
 */
export function choosePair(site: SiteGraph, between?: readonly [string, string]): readonly [string, string] | null {
  const countries = countriesBySize(site)
  if (between !== undefined) return between
  if (countries.includes('FR') && countries.includes('US')) return ['FR', 'US']
  const [one, other] = countries
  return one === undefined || other === undefined ? null : [one, other]
}

/** Countries of the sites, the one with most first. */
export function countriesBySize({ nodes }: SiteGraph): string[] {
  const sizes = new Map<string, number>()
  for (const { country } of nodes) if (country !== '') sizes.set(country, (sizes.get(country) ?? 0) + 1)
  return [...sizes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([country]) => country)
}
