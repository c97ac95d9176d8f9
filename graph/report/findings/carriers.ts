import type { EntityId } from '#data/url/brand.ts'
import { brokerPermutations } from '#graph/analysis/findings/brokers.ts'
import { type Role, roles } from '#graph/analysis/roles/roles.ts'
import { cellOf, type Num, num, numOrNull, rowsOf } from './num.ts'
import { siteRef, type SiteRef } from './site-ref.ts'
import { readFinding, type StoredFindings } from '#graph/analysis/findings/stored-findings.ts'
import { findingTable } from './finding-table.ts'
import type { Study } from './study.ts'
import { level, type Test, testsOf, type TestVerdict } from './tests.ts'

/** Who stands between: roles by country, and the sites that make the edges between the pair of countries. */
export interface Carriers {
  /** Role counts of the whole graph by country. */
  readonly roles: readonly Test[]
  /** Sites with most open paths between home and abroad (gatekeeper and representative together). */
  readonly brokers: readonly ToldBroker[]
  /** Sites between home and abroad more often than the homophily of the field gives; the surest first. */
  readonly beyondField: readonly ToldBeyondField[]
  /** Dealings of the countries that the roles of single sites are compared with. */
  readonly permutations: Num
  /** Edges from each country of the pair to the other, by the site that makes them. */
  readonly crossings: readonly Crossing[]
}

export interface ToldBeyondField {
  readonly site: SiteRef
  readonly role: 'gatekeeper' | 'representative'
  readonly count: Num
  readonly mean: Num
  readonly p: Num
}

export interface ToldBroker {
  readonly site: SiteRef
  readonly counts: Readonly<Record<Role, RoleCount>>
}

export interface RoleCount {
  readonly observed: Num
  readonly expected: Num | null
  /** Corrected over all sites and roles; null where it was not tested. */
  readonly q: Num | null
  readonly verdict: TestVerdict
}

export interface Crossing {
  readonly from: string
  readonly to: string
  readonly edges: Num
  /** Sites of `from`, and those of them with an edge to `to`. */
  readonly sites: Num
  readonly citing: Num
  /** Fewest sites that make half of the edges. */
  readonly half: Num | null
  readonly first: readonly Citer[]
}

export interface Citer {
  readonly site: SiteRef
  /** Edges to the other country, of all that it has. */
  readonly across: Num
  readonly all: Num
  /** Of all edges of the crossing, made by this site and those before it. */
  readonly cumulative: Num
}

const most = 10

export function findCarriers(study: Study): Carriers {
  const values = study.analysis?.graphValues ?? []
  const [one, other] = study.pair ?? []
  return {
    roles: testsOf(values.filter(({ measure, group }) => measure.startsWith('role_') && group === 'country')),
    brokers: findBrokers(study),
    beyondField: findBeyondField(study),
    permutations: num(brokerPermutations, {
      table: 'program',
      take: 'brokerPermutations in graph/analysis/findings/brokers.ts',
    }),
    crossings:
      one === undefined || other === undefined ? [] : [crossing(study, one, other), crossing(study, other, one)],
  }
}

function findBeyondField(study: Study): ToldBeyondField[] {
  const table = findingTable('field')
  return (readFinding(study.analysis, 'field')?.brokers ?? [])
    .filter(({ verdict }) => verdict === 'more')
    .slice(0, most)
    .map(({ id, role, count, mean, p }) => {
      const where = { 'brokers.id': id, 'brokers.role': role }
      const cell = (value: number, take: string): Num => cellOf(table, value, `brokers.${take}`, where)
      return { site: siteRef(study, id), role, count: cell(count, 'count'), mean: cell(mean, 'mean'), p: cell(p, 'p') }
    })
}

function findBrokers(study: Study): ToldBroker[] {
  const valuesOf = (name: string): ReadonlyMap<EntityId, number> => study.analysis?.nodeValues.get(name) ?? new Map()
  const between = (id: EntityId): number =>
    (valuesOf('role_gatekeeper').get(id) ?? 0) + (valuesOf('role_representative').get(id) ?? 0)
  const tests = readFinding(study.analysis, 'brokers') ?? []
  return study.site.nodes
    .map(({ id }) => id)
    .filter(id => between(id) > 0)
    .sort((a, b) => between(b) - between(a) || (a < b ? -1 : 1))
    .slice(0, most)
    .map(id => ({
      site: siteRef(study, id),
      counts: Object.fromEntries(
        roles.map(role => [role, roleCount(id, role, valuesOf, tests)]),
      ) as ToldBroker['counts'],
    }))
}

function roleCount(
  id: EntityId,
  role: Role,
  valuesOf: (name: string) => ReadonlyMap<EntityId, number>,
  tests: StoredFindings['brokers'],
): RoleCount {
  const observed = valuesOf(`role_${role}`).get(id) ?? 0
  const expected = valuesOf(`role_${role}_expected`).get(id)
  const q = tests.find(test => test.id === id && test.role === role)?.q ?? null
  const isSure = q !== null && q <= level
  return {
    observed: cellOf('nodes.csv', observed, `role_${role}`, { id }),
    expected: numOrNull(expected, { table: 'nodes.csv', where: { id }, take: `role_${role}_expected` }),
    q: numOrNull(q, { table: findingTable('brokers'), where: { id, role }, take: 'q' }),
    verdict: q === null ? 'untested' : !isSure ? 'chance' : observed > (expected ?? 0) ? 'more' : 'less',
  }
}

function crossing(study: Study, from: string, to: string): Crossing {
  const across = new Map<EntityId, number>()
  const all = new Map<EntityId, number>()
  for (const { source, target } of study.site.edges) {
    if (study.nodes.get(source)?.country !== from) continue
    all.set(source, (all.get(source) ?? 0) + 1)
    if (study.nodes.get(target)?.country === to) across.set(source, (across.get(source) ?? 0) + 1)
  }
  const where = { 'source/country': from, 'target/country': to }
  const ranked = [...across].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  const total = ranked.reduce((sum, [, count]) => sum + count, 0)
  const cumulative = cumulate(ranked.map(([, count]) => count))
  const half = cumulative.findIndex(sum => 2 * sum >= total) + 1
  return {
    from,
    to,
    edges: rowsOf('edges.csv', total, where),
    sites: rowsOf('nodes.csv', study.site.nodes.filter(({ country }) => country === from).length, { country: from }),
    citing: num(ranked.length, { table: 'edges.csv', where, take: 'distinct:source' }),
    half: half === 0 ? null : num(half, { table: 'edges.csv', where, take: 'fewest sources of half the rows' }),
    first: ranked.slice(0, most).map(([id, count], at) => ({
      site: siteRef(study, id),
      across: rowsOf('edges.csv', count, { source: id, 'target/country': to }),
      all: rowsOf('edges.csv', all.get(id) ?? 0, { source: id }),
      cumulative: num(cumulative[at]! / total, {
        table: 'edges.csv',
        where,
        take: `share of the first ${at + 1} sources`,
      }),
    })),
  }
}

function cumulate(counts: readonly number[]): number[] {
  let sum = 0
  return counts.map(count => (sum += count))
}
