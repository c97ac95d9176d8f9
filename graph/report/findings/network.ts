import { tieOrigin } from '#data/store/graph/tie-origin.ts'
import type { GraphValue } from '#data/store/graph/results.ts'
import { cellOf, type Num, num, numOrNull, rowsOf } from './num.ts'
import { readFinding } from '#graph/analysis/findings/stored-findings.ts'
import type { Study } from './study.ts'
import { type Test, testsOf } from './tests.ts'

/** The graph that was analysed, its measures and their null models. */
export interface Network {
  readonly nodes: Num
  /** Of an undirected network its ties, each once. */
  readonly edges: Num
  /** Ties have no direction; which measures were left out for that, by the analysis. */
  readonly undirected: { readonly leftOut: readonly string[] } | null
  /** Sites that were read and have no edge. Of one that was not, nobody knows. */
  readonly alone: Num
  /** Measures of the whole graph. */
  readonly whole: readonly Test[]
  /** Assortativity and E-I index by every attribute. */
  readonly attributes: readonly Test[]
  /** Attributes that are not told, beyond the first ones. */
  readonly attributesLeft: Num
  /** Of the amounts told: their assortativity with its standard error. */
  readonly amounts: readonly { readonly name: string; readonly value: Num; readonly error: Num }[]
  /** Columns that other programs computed of the ties; they are no attributes. */
  readonly computed: readonly string[]
  readonly triads: readonly Test[]
  readonly richClub: readonly Test[]
  readonly degrees: Degrees
}

/** For each k that a site has: the share of sites with at least k. */
export interface Degrees {
  readonly in: readonly (readonly [k: number, share: number])[]
  readonly out: readonly (readonly [k: number, share: number])[]
  readonly greatestIn: Num
  readonly greatestOut: Num
  readonly noIn: Num
  readonly noOut: Num
}

const mostAttributes = 8
const byAttribute: ReadonlySet<string> = new Set(['assortativity', 'ei_index', 'assortativity_number'])

const counts: ReadonlySet<string> = new Set(['nodes', 'edges'])

export function describeNetwork(study: Study): Network {
  const { site, analysis } = study
  const values = analysis?.graphValues ?? []
  const pick = (belongs: (value: GraphValue) => boolean): Test[] => testsOf(values.filter(belongs))
  const names = values
    .filter(({ measure, null: model }) => ofAttribute.has(measure) && model === 'permute')
    .map(({ group }) => group)
  const told = names.slice(0, mostAttributes)
  const degrees = degreesOf(study)
  // A file tells all ties that it has, unless it says that somebody did not look.
  const isIdle = ({ measure, value }: GraphValue): boolean =>
    measure === 'unread_sites' && value === 0 && tieOrigin(site) === 'file'
  const tied = new Set(site.edges.flatMap(({ source, target }) => [source, target]))
  return {
    nodes: rowsOf('nodes.csv', site.nodes.length),
    edges:
      site.ties === 'undirected'
        ? num(site.edges.length / 2, { table: 'edges.csv', take: 'pairs of sites' })
        : rowsOf('edges.csv', site.edges.length),
    undirected: site.ties === 'undirected' ? { leftOut: readFinding(analysis, 'direction')?.leftOut ?? [] } : null,
    alone: rowsOf('nodes.csv', site.nodes.filter(({ id, unread }) => !unread && !tied.has(id)).length, {
      in_degree: 0,
      out_degree: 0,
    }),
    whole: pick(
      row => row.group === '' && !counts.has(row.measure) && !/^(triad|mrqap)_/.test(row.measure) && !isIdle(row),
    ),
    attributes: pick(({ measure, group }) => byAttribute.has(measure) && told.includes(group)),
    attributesLeft: num(names.length - told.length, {
      table: 'measures.csv',
      take: `distinct:group of assortativity, beyond the first ${mostAttributes}`,
    }),
    amounts: amountsOf(values, told),
    computed: readFinding(analysis, 'computed_columns') ?? [],
    triads: pick(({ measure }) => measure.startsWith('triad_')),
    richClub: pick(({ measure }) => measure === 'rich_club'),
    degrees,
  }
}

/** One row for each attribute. */
const ofAttribute: ReadonlySet<string> = new Set(['assortativity', 'assortativity_number'])

function amountsOf(values: readonly GraphValue[], told: readonly string[]): Network['amounts'] {
  const cell = (measure: string, name: string): Num | null => {
    const value = values.find(row => row.measure === measure && row.group === name)?.value
    return numOrNull(value, { table: 'measures.csv', where: { measure, group: name }, take: 'value' })
  }
  return told.flatMap(name => {
    const [value, error] = [cell('assortativity_number', name), cell('assortativity_number_error', name)]
    return value && error ? [{ name, value, error }] : []
  })
}

function degreesOf({ site }: Study): Degrees {
  const place = new Map(site.nodes.map(({ id }, at) => [id, at]))
  const incoming = new Uint32Array(site.nodes.length)
  const outgoing = new Uint32Array(site.nodes.length)
  for (const { source, target } of site.edges) {
    outgoing[place.get(source)!]!++
    incoming[place.get(target)!]!++
  }
  const known = outgoing.filter((_, at) => !site.nodes[at]!.unread)
  const without = (degree: Uint32Array): number => degree.reduce((sum, own) => sum + (own === 0 ? 1 : 0), 0)
  const greatest = (degree: Uint32Array): number => degree.reduce((most, own) => Math.max(most, own), 0)
  return {
    in: shareWithAtLeast(incoming),
    out: shareWithAtLeast(known),
    greatestIn: cellOf('nodes.csv', greatest(incoming), 'max:in_degree'),
    greatestOut: cellOf('nodes.csv', greatest(outgoing), 'max:out_degree'),
    noIn: rowsOf('nodes.csv', without(incoming), { in_degree: 0 }),
    noOut: rowsOf('nodes.csv', without(known), { out_degree: 0 }),
  }
}

/** [k, share of the values that are at least k] for each value k above 0, ascending. */
export function shareWithAtLeast(values: Uint32Array): (readonly [number, number])[] {
  const ascending = values.toSorted()
  const points: (readonly [number, number])[] = []
  for (const [at, k] of ascending.entries())
    if (k > 0 && k !== ascending[at - 1]) points.push([k, (ascending.length - at) / ascending.length])
  return points
}

/** The mean of edges per site, in and out alike. */
export const meanDegree = ({ nodes, edges, undirected }: Network): Num =>
  num(((undirected ? 2 : 1) * edges.value) / nodes.value, { table: 'edges.csv', take: 'rows / rows of nodes.csv' })
