import type { EntityId } from '#data/url/brand.ts'
import { communityNamesQuestion } from '#data/store/report/edge-questions.ts'
import { mixPermutations } from '#graph/analysis/findings/country-mix.ts'
import { type FollowedName, isMostlyGone, isMostlyNew } from '#graph/analysis/communities/follow-names.ts'
import { followedNames } from '#graph/analysis/communities/given-names.ts'
import { cellOf, type Num, num, rowsOf } from './num.ts'
import { siteRef, type SiteRef } from './site-ref.ts'
import { readFinding, type StoredFindings } from '#graph/analysis/findings/stored-findings.ts'
import { findingTable } from './finding-table.ts'
import type { Study } from './study.ts'
import type { TestVerdict } from './tests.ts'

/** The communities of the last analysis. */
export interface Communities {
  /** Those with at least two sites. */
  readonly count: Num
  /** Those with at least two sites, by number. */
  readonly shown: readonly Community[]
  /** Communities with at least two sites that are not shown. */
  readonly more: Num
  /** Sites that are in no community. */
  readonly alone: Num
  /** Whose run found the partition that was kept; null in analyses made before there were two. */
  readonly keptFrom: 'louvain' | 'leiden' | null
  /** Names that people gave. */
  readonly names: readonly ToldName[]
  /** Other methods at the same resolution, and the same method at other resolutions. */
  readonly methods: readonly PartitionRow[]
  readonly sweep: readonly PartitionRow[]
}

/** A name that a person gave. */
export interface ToldName {
  readonly name: string
  /** That bears it now; null: none. */
  readonly community: number | null
  /** Sites that it was given to, and those of them that its community has. */
  readonly given: Num
  readonly left: Num
  /** 'gone': less than half of them are left; 'new': most sites of the community came since. */
  readonly reading: 'held' | 'gone' | 'new' | 'lost'
}

export interface Community {
  readonly number: number
  /** Given by a person, else proposed by the analysis from its strongest sites and the words of the links that it receives. */
  readonly name: string
  readonly sites: Num
  readonly countries: readonly { readonly country: string; readonly sites: Num }[]
  /** Mean of its sites' stability, and the stability of each, ascending. */
  readonly stability: Num | null
  readonly stabilities: readonly number[]
  /** The strongest first. */
  readonly strongest: readonly SiteRef[]
  /** Words that mark off the anchors of the links that it receives. */
  readonly words: readonly string[]
  readonly edges: { readonly inside: Num; readonly in: Num; readonly out: Num } | null
  readonly mix: Mix | null
  /** Against the homophily of the field; null where it was not asked. */
  readonly field: AgainstField | null
  /** Sites with most edges inside the community that cross a border. */
  readonly carriers: readonly { readonly site: SiteRef; readonly edges: Num }[]
}

/** How mixed the most mixed community of its size is where only the citations between countries are kept. */
export interface AgainstField {
  readonly mean: Num
  readonly p: Num
  readonly runs: Num
  readonly verdict: 'more' | 'chance'
}

/** The chance that two of its sites are of different countries, against dealing the countries out anew. */
export interface Mix {
  readonly value: Num
  readonly mean: Num
  readonly sd: Num
  readonly z: Num | null
  readonly p: Num
  readonly q: Num
  readonly runs: Num
  readonly verdict: TestVerdict
}

export interface PartitionRow {
  readonly method: string
  readonly directed: boolean
  readonly resolution: Num
  readonly runs: Num
  readonly communities: Num
  readonly modularity: Num
  readonly nmi: Num | null
  readonly nmiWithCommunity: Num
}

/**
 * 'more': seeks the other country. 'ignores': no less mixed than chance gives on average, and not told from it. 'mixed':
 * below that average, and too few to tell. 'unknown': of one country, and too few to tell.
 */
export type MixReading = 'more' | 'ignores' | 'mixed' | 'unknown' | 'less'

export function mixReading({ mix }: Community): MixReading {
  if (mix === null || mix.verdict === 'untested') return 'unknown'
  if (mix.verdict !== 'chance') return mix.verdict
  if (mix.value.value === 0) return 'unknown'
  return mix.value.value >= mix.mean.value ? 'ignores' : 'mixed'
}

const mostShown = 20
const mostSites = 5

type Profile = StoredFindings['communities'][number]

export function describeCommunities(study: Study): Communities | null {
  const { analysis, site } = study
  if (analysis === null) return null
  const communityOf = analysis.nodeValues.get('community') ?? new Map<EntityId, number>()
  const analysed = site.nodes.map(({ id }) => id).filter(id => communityOf.has(id))
  const members = Map.groupBy(analysed, id => communityOf.get(id)!)
  const several = [...members].filter(([, ids]) => ids.length > 1).sort((a, b) => a[0] - b[0])
  const profiles = new Map((readFinding(analysis, 'communities') ?? []).map(profile => [profile.number, profile]))
  const followed = followedNames(study.corpus, analysis)
  const given = new Map(followed.map(({ community, name }) => [community, name]))
  const beyond = `distinct:community of several sites, beyond the first ${mostShown}`
  return {
    count: num(several.length, { table: 'nodes.csv', take: 'distinct:community of several sites' }),
    shown: several
      .slice(0, mostShown)
      .map(([number, ids]) =>
        describe(study, number, ids, { profile: profiles.get(number), given: given.get(number) }),
      ),
    more: num(Math.max(0, several.length - mostShown), { table: 'nodes.csv', take: beyond }),
    alone: num(members.size - several.length, { table: 'nodes.csv', take: 'sites alone in their community' }),
    names: followed.map(tellName),
    keptFrom: readFinding(analysis, 'community_search')?.method ?? null,
    methods: partitionRows(study, 'methods'),
    sweep: partitionRows(study, 'resolution_sweep'),
  }
}

interface Told {
  readonly profile: Profile | undefined
  readonly given: string | undefined
}

function describe(study: Study, number: number, ids: readonly EntityId[], { profile, given }: Told): Community {
  const strongest = strongestOf(study, ids, profile)
  const table = findingTable('communities')
  const own = (value: number, take: string): Num => cellOf(table, value, take, { number })
  return {
    number,
    name:
      given ??
      profile?.name ??
      strongest
        .slice(0, 2)
        .map(({ label }) => label)
        .join(', '),
    sites: rowsOf('nodes.csv', ids.length, { community: number }),
    countries: countByCountry(study, number, ids),
    ...stabilityOf(study, number, ids),
    strongest,
    words: profile?.words ?? [],
    edges: profile
      ? {
          inside: own(profile.edgesInside, 'edgesInside'),
          in: own(profile.edgesIn, 'edgesIn'),
          out: own(profile.edgesOut, 'edgesOut'),
        }
      : null,
    mix: profile?.mix ? mixOf(profile.mix, own) : null,
    field: fieldOf(study, number),
    carriers: (profile?.carriers ?? []).map(({ id, edges }) => ({
      site: siteRef(study, id as EntityId),
      edges: cellOf(table, edges, 'carriers.edges', { number, 'carriers.id': id }),
    })),
  }
}

function tellName(name: FollowedName): ToldName {
  const from = { table: `corpus:${communityNamesQuestion.name}`, where: { name: name.name } }
  const { community } = name
  return {
    name: name.name,
    community,
    left: num(
      name.left,
      community === null
        ? { table: 'program', take: 'no community' }
        : { ...from, where: { ...from.where, community }, take: 'sites' },
    ),
    given: num(name.given, { ...from, take: 'sum:sites' }),
    reading: community === null ? 'lost' : isMostlyGone(name) ? 'gone' : isMostlyNew(name) ? 'new' : 'held',
  }
}

function fieldOf({ analysis }: Study, number: number): AgainstField | null {
  const found = readFinding(analysis, 'field')
  const own = found?.communities.find(each => each.number === number)
  if (!found || !own) return null
  const table = findingTable('field')
  const where = { 'communities.number': number }
  return {
    mean: cellOf(table, own.mean, 'communities.mean', where),
    p: cellOf(table, own.p, 'communities.p', where),
    runs: cellOf(table, found.runs, 'runs'),
    verdict: own.verdict === 'more' ? 'more' : 'chance',
  }
}

function mixOf(mix: NonNullable<Profile['mix']>, own: (value: number, take: string) => Num): Mix {
  return {
    value: own(mix.value, 'mix.value'),
    mean: own(mix.nullMean, 'mix.nullMean'),
    sd: own(mix.nullSd, 'mix.nullSd'),
    z: mix.z === null ? null : own(mix.z, 'mix.z'),
    p: own(mix.p, 'mix.p'),
    q: own(mix.q, 'mix.q'),
    runs: num(mixPermutations, { table: 'program', take: 'mixPermutations in graph/analysis/findings/country-mix.ts' }),
    verdict: mix.verdict === 'like' ? 'chance' : mix.verdict,
  }
}

function stabilityOf(
  { analysis }: Study,
  community: number,
  ids: readonly EntityId[],
): Pick<Community, 'stability' | 'stabilities'> {
  const values = analysis?.nodeValues.get('community_stability')
  const stabilities = ids.flatMap(id => values?.get(id) ?? []).sort((a, b) => a - b)
  const mean = stabilities.reduce((sum, own) => sum + own, 0) / stabilities.length
  const from = { table: 'nodes.csv', where: { community }, take: 'mean:community_stability' }
  return { stability: stabilities.length === 0 ? null : num(mean, from), stabilities }
}

function countByCountry({ nodes }: Study, community: number, ids: readonly EntityId[]): Community['countries'] {
  const groups = Map.groupBy(ids, id => nodes.get(id)?.country ?? '')
  return [...groups]
    .sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1))
    .map(([country, own]) => ({ country, sites: rowsOf('nodes.csv', own.length, { community, country }) }))
}

/** As the analysis ranks them; without its profile, by the weight that they receive. */
function strongestOf(study: Study, ids: readonly EntityId[], profile: Profile | undefined): SiteRef[] {
  const strength = study.analysis?.nodeValues.get('in_strength')
  const of = (id: EntityId): number => strength?.get(id) ?? 0
  const ranked = profile?.sites ?? ids.toSorted((a, b) => of(b) - of(a) || (a < b ? -1 : 1))
  return ranked.slice(0, mostSites).map(id => siteRef(study, id as EntityId))
}

function partitionRows({ analysis }: Study, name: 'methods' | 'resolution_sweep'): PartitionRow[] {
  return (readFinding(analysis, name) ?? []).map(({ method, directed, ...row }) => {
    const where = { method, directed: String(directed), resolution: row.resolution }
    const cell = (take: 'resolution' | 'runs' | 'communities' | 'modularity' | 'nmiWithCommunity'): Num =>
      cellOf(findingTable(name), row[take], take, where)
    return {
      method,
      directed,
      resolution: cell('resolution'),
      runs: cell('runs'),
      communities: cell('communities'),
      modularity: cell('modularity'),
      nmi: row.nmi === null ? null : cellOf(findingTable(name), row.nmi, 'nmi', where),
      nmiWithCommunity: cell('nmiWithCommunity'),
    }
  })
}
