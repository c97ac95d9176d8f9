import type { EntityId } from '#data/url/brand.ts'
import { countriesBySize } from './choose-pair.ts'
import { type Num, rowsOf } from './num.ts'
import { siteRef, type SiteRef } from './site-ref.ts'
import type { Study } from './study.ts'

/** The sites that are cited most: by all, at home, and from abroad. */
export interface Cited {
  readonly all: readonly CitedSite[]
  /** Of the pair's countries, or of the only one. */
  readonly countries: readonly {
    readonly country: string
    readonly home: readonly CitedSite[]
    readonly abroad: readonly CitedSite[]
  }[]
}

export interface CitedSite {
  readonly site: SiteRef
  /** Sites citing it: all, of its own country, of another one. */
  readonly citing: Num
  readonly home: Num
  readonly abroad: Num
}

interface Tally {
  readonly id: EntityId
  all: number
  home: number
  abroad: number
}

const most = 8

export function findCited(study: Study): Cited {
  const tallies = tally(study)
  const rank = (by: 'all' | 'home' | 'abroad', among: readonly Tally[]): CitedSite[] =>
    among
      .filter(site => site[by] > 0)
      .sort((a, b) => b[by] - a[by] || b.all - a.all || (a.id < b.id ? -1 : 1))
      .slice(0, most)
      .map(site => describe(study, site))
  return {
    all: rank('all', tallies),
    countries: (study.pair ?? countriesBySize(study.site).slice(0, 1)).map(country => {
      const own = tallies.filter(({ id }) => study.nodes.get(id)?.country === country)
      return { country, home: rank('home', own), abroad: rank('abroad', own) }
    }),
  }
}

function tally({ site, nodes }: Study): Tally[] {
  const tallies = new Map<EntityId, Tally>()
  for (const { source, target } of site.edges) {
    const known = tallies.get(target) ?? { id: target, all: 0, home: 0, abroad: 0 }
    tallies.set(target, known)
    known.all++
    const [from, to] = [nodes.get(source)?.country ?? '', nodes.get(target)?.country ?? '']
    if (from === '' || to === '') continue
    if (from === to) known.home++
    else known.abroad++
  }
  return [...tallies.values()]
}

function describe(study: Study, { id, all, home, abroad }: Tally): CitedSite {
  const site = siteRef(study, id)
  const citing = (count: number, country?: string): Num =>
    rowsOf('edges.csv', count, { target: id, ...(country !== undefined && { 'source/country': country }) })
  return { site, citing: citing(all), home: citing(home, site.country), abroad: citing(abroad, `≠${site.country}`) }
}
