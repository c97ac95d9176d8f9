import type { SiteNode } from '#data/records.ts'
import type { ColourPlaces } from '#data/store/map/colours.ts'
import { placesOf, type AnalysisResult } from '#data/store/graph/results.ts'
import { valuesInOrder } from '#data/store/graph/node-values.ts'
import type { EntityId } from '#data/url/brand.ts'
import { saidOf } from '#graph/analysis/said-of.ts'
import { nodeMeasures } from '#graph/analysis/registry.ts'
import type { MapColumn, NumberColumn, TieColumns } from '../protocol/map.ts'
import { readCategoryColumn, groupColumn } from './read-category-column.ts'
import { amountColumn } from './numeric-tag.ts'
import { sixDigits } from './six-digits.ts'

type Ends = Pick<TieColumns, 'source' | 'target'>

interface KindOfTies {
  readonly isUndirected: boolean
  /** Those of an imported file, told in other words. */
  readonly isOfFile: boolean
}

/** Columns of the corpus first, then tags, then the measures in the order of their registry; empty ones left out. */
export function mapColumns(
  nodes: readonly SiteNode[],
  analysis: AnalysisResult | null,
  /** Names of communities by their numbers. */
  names: ReadonlyMap<number, string>,
  /** Given: degrees are those of these ties, not of the analysis. */
  ties: Ends | null,
  /** Of the columns of facts and tags, by name. */
  places: ReadonlyMap<string, ColourPlaces>,
  { isUndirected, isOfFile }: KindOfTies = { isUndirected: false, isOfFile: false },
): MapColumn[] {
  const facts = (name: 'country' | 'kind' | 'status'): MapColumn => {
    const values = nodes.map(node => (node[name] === '' ? [] : [node[name]]))
    return readCategoryColumn(name, 'corpus', values, places.get(name) ?? new Map())
  }
  const columns: readonly (MapColumn | null)[] = [
    analysis && communities(nodes, analysis, names),
    facts('country'),
    facts('kind'),
    facts('status'),
    ...tagColumns(nodes, places),
    ...(ties ? degreeColumns(nodes, ties, isUndirected) : []),
    ...(analysis ? measureColumns(nodes, analysis, isOfFile) : []).filter(({ name }) => !ties || !degrees.has(name)),
    pagesFetched(nodes),
  ]
  const filled = columns.filter(column => column !== null && !isEmpty(column)) as MapColumn[]
  return isUndirected ? withoutDirection(filled) : filled
}

/** Of ties without a direction both degrees are one. */
const withoutDirection = (columns: readonly MapColumn[]): MapColumn[] =>
  columns
    .filter(({ name }) => name !== 'out_degree')
    .map(column => (column.name === 'in_degree' && column.kind === 'number' ? { ...column, name: 'degree' } : column))

const isEmpty = (column: MapColumn): boolean =>
  column.kind === 'category' ? column.categories.length === 0 : column.values.every(value => value === null)

/**
 * Named 'tag:…', so that a tag called as a column of ours stays apart from it. Numbers can be coded groups as well as
 * amounts: a tag of numbers comes twice, once as categories, once by its amounts.
 */
function tagColumns(nodes: readonly SiteNode[], places: ReadonlyMap<string, ColourPlaces>): MapColumn[] {
  const names = [...new Set(nodes.flatMap(({ tags }) => tags.map(([category]) => category)))].sort()
  const valuesOf = ({ tags }: SiteNode, name: string): string[] =>
    tags.filter(([category]) => category === name).map(([, value]) => value)
  return names.flatMap(name => {
    const values = nodes.map(node => valuesOf(node, name))
    const ofTag = places.get(`tag:${name}`) ?? new Map<string, number>()
    return [readCategoryColumn(`tag:${name}`, 'tag', values, ofTag), amountColumn(name, values) ?? []].flat()
  })
}

/** Null where no page of any site was read, nor was meant to be: a network that came as a file. */
const pagesFetched = (nodes: readonly SiteNode[]): NumberColumn | null =>
  nodes.every(({ pagesFetched: pages, unread }) => pages === 0 && !unread)
    ? null
    : {
        kind: 'number',
        name: 'pages_fetched',
        origin: 'corpus',
        values: nodes.map(node => node.pagesFetched),
      }

const degrees: ReadonlySet<string> = new Set(['in_degree', 'out_degree'])

function degreeColumns(nodes: readonly SiteNode[], { source, target }: Ends, isUndirected: boolean): NumberColumn[] {
  const count = (...ends: readonly (readonly number[])[]): number[] => {
    const counts = nodes.map(() => 0)
    for (const sites of ends) for (const site of sites) counts[site]! += 1
    return counts
  }
  const outDegrees = count(source).map((degree, site) => (nodes[site]!.unread ? null : degree))
  return [
    {
      kind: 'number',
      name: 'in_degree',
      origin: 'analysis',
      values: isUndirected ? count(source, target) : count(target),
    },
    { kind: 'number', name: 'out_degree', origin: 'analysis', values: outDegrees },
  ]
}

const notMeasures: ReadonlySet<string> = new Set(['x', 'y', 'community'])

function measureColumns(nodes: readonly SiteNode[], analysis: AnalysisResult, isOfFile: boolean): MapColumn[] {
  const rank = new Map(nodeMeasures.map(({ name }, index) => [name, index]))
  const place = (name: string): number => rank.get(name) ?? rank.size
  const ids = nodes.map(({ id }) => id)
  return [...analysis.nodeValues]
    .filter(([name]) => !notMeasures.has(name))
    .sort(([a], [b]) => place(a) - place(b) || (a < b ? -1 : 1))
    .map(([name, ofMeasure]) => measureColumn(ids, analysis, name, ofMeasure, isOfFile))
}

function measureColumn(
  ids: readonly EntityId[],
  analysis: AnalysisResult,
  name: string,
  ofMeasure: ReadonlyMap<EntityId, number>,
  isOfFile: boolean,
): MapColumn {
  const card = nodeMeasures.find(measure => measure.name === name)
  const head = {
    ...(card && saidOf(card, isOfFile)),
    ...(card?.unranked && { unranked: true as const }),
  }
  const values = valuesInOrder(ofMeasure, ids).map(rounded)
  if (card?.type !== 'category') return { kind: 'number', name, origin: 'analysis', ...head, values }
  // Whoever has a block of its own has a part that no other has; a community or component of one is none.
  const isAlone = name === 'block' ? () => false : aloneIn(ofMeasure)
  return { ...groupColumn(name, values, () => '', placesOf(analysis, name), isAlone), ...head }
}

/** Six digits: as many as a map can show, in a third of the bytes. */
const rounded = (value: number | undefined): number | null =>
  value === undefined ? null : Number.isInteger(value) && value < 1e6 ? value : sixDigits(value)

/** Asked of the whole analysis: a fellow that the map doesn't show is one, too. */
function aloneIn(groups: ReadonlyMap<EntityId, number>): (group: number) => boolean {
  const sizes = new Map<number, number>()
  for (const group of groups.values()) sizes.set(group, (sizes.get(group) ?? 0) + 1)
  return group => sizes.get(group) === 1
}

/** A community that the analysis gave no name is called after its two most cited sites. */
function communities(
  nodes: readonly SiteNode[],
  analysis: AnalysisResult,
  names: ReadonlyMap<number, string>,
): MapColumn | null {
  const { nodeValues } = analysis
  const ofNode = nodeValues.get('community')
  if (!ofNode) return null
  const values = nodes.map(({ id }) => ofNode.get(id) ?? null)
  const isNamed = values.every(community => community === null || names.has(community))
  const cited = isNamed ? new Map<number, string>() : mostCitedOf(nodes, values, nodeValues.get('in_degree'))
  const label = (community: number): string => names.get(community) ?? cited.get(community) ?? ''
  return groupColumn('community', values, label, placesOf(analysis, 'community'), aloneIn(ofNode))
}

/** The names of the two most cited sites of each group; of equals those that come first. */
function mostCitedOf(
  nodes: readonly SiteNode[],
  groups: readonly (number | null)[],
  inDegree: ReadonlyMap<EntityId, number> | undefined,
): ReadonlyMap<number, string> {
  const cited = nodes.map(({ id }) => inDegree?.get(id) ?? 0)
  const first = new Map<number, readonly number[]>()
  for (const [site, group] of groups.entries()) {
    if (group === null) continue
    const [one, other] = first.get(group) ?? []
    if (one === undefined || cited[site]! > cited[one]!) first.set(group, one === undefined ? [site] : [site, one])
    else if (other === undefined || cited[site]! > cited[other]!) first.set(group, [one, site])
  }
  const nameOf = ({ id, label }: SiteNode): string => (label === '' ? id : label)
  return new Map([...first].map(([group, sites]) => [group, sites.map(site => nameOf(nodes[site]!)).join(', ')]))
}
