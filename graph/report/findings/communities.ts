import type { EntityId } from '../../../data/url/brand.ts'
import { type Num, num, rowsOf } from './num.ts'
import { siteRef, type SiteRef } from './site-ref.ts'
import type { Study } from './study.ts'
import { findTest, type Test, testsOf } from './tests.ts'

/** The communities of the last analysis. */
export interface Communities {
  readonly count: Num
  /** Those with at least two sites, by number. */
  readonly shown: readonly Community[]
  /** Communities with at least two sites that are not shown. */
  readonly more: Num
  /** Sites that are a community of their own. */
  readonly alone: Num
}

export interface Community {
  readonly number: number
  readonly sites: Num
  readonly countries: readonly { readonly country: string; readonly sites: Num }[]
  /** Mean of its sites' stability, and the stability of each, ascending. */
  readonly stability: Num | null
  readonly stabilities: readonly number[]
  /** Those cited with most weight, the strongest first. */
  readonly strongest: readonly SiteRef[]
  /** E-I index of its edges. */
  readonly openness: Test | undefined
}

const mostShown = 20
const mostSites = 5

export function describeCommunities(study: Study): Communities | null {
  const { analysis, site } = study
  if (analysis === null) return null
  const communityOf = analysis.nodeValues.get('community') ?? new Map<EntityId, number>()
  const members = Map.groupBy(
    site.nodes.map(({ id }) => id).filter(id => communityOf.has(id)),
    id => communityOf.get(id)!,
  )
  const several = [...members].filter(([, ids]) => ids.length > 1).sort((a, b) => a[0] - b[0])
  const openness = testsOf(
    analysis.graphValues.filter(({ measure, group }) => measure === 'ei_index' && group.startsWith('community:')),
  )
  return {
    count: num(members.size, { table: 'nodes.csv', take: 'distinct:community' }),
    shown: several.slice(0, mostShown).map(([number, ids]) => describe(study, number, ids, openness)),
    more: num(Math.max(0, several.length - mostShown), {
      table: 'nodes.csv',
      take: `distinct:community of several sites, beyond the first ${mostShown}`,
    }),
    alone: num(members.size - several.length, { table: 'nodes.csv', take: 'sites alone in their community' }),
  }
}

function describe(study: Study, number: number, ids: readonly EntityId[], openness: readonly Test[]): Community {
  const where = { community: number }
  const stability = study.analysis?.nodeValues.get('community_stability')
  const stabilities = ids.flatMap(id => stability?.get(id) ?? []).sort((a, b) => a - b)
  const mean = stabilities.reduce((sum, own) => sum + own, 0) / stabilities.length
  return {
    number,
    sites: rowsOf('nodes.csv', ids.length, where),
    countries: countByCountry(study, number, ids),
    stability:
      stabilities.length === 0 ? null : num(mean, { table: 'nodes.csv', where, take: 'mean:community_stability' }),
    stabilities,
    strongest: strongestOf(study, ids).map(id => siteRef(study, id)),
    openness: findTest(openness, 'ei_index', `community:${number}`),
  }
}

function countByCountry({ nodes }: Study, community: number, ids: readonly EntityId[]): Community['countries'] {
  const groups = Map.groupBy(ids, id => nodes.get(id)?.country ?? '')
  return [...groups]
    .sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1))
    .map(([country, own]) => ({ country, sites: rowsOf('nodes.csv', own.length, { community, country }) }))
}

function strongestOf({ analysis }: Study, ids: readonly EntityId[]): EntityId[] {
  const strength = analysis?.nodeValues.get('in_strength')
  const of = (id: EntityId): number => strength?.get(id) ?? 0
  return ids.toSorted((a, b) => of(b) - of(a) || (a < b ? -1 : 1)).slice(0, mostSites)
}
