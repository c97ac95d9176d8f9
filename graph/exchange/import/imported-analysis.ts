import type { SiteEdge } from '#data/records.ts'
import { zones, type Zone } from '#data/vocabulary/zones.ts'
import { statuses, type Status } from '#data/vocabulary/statuses.ts'
import type { AnalysisResult } from '#data/store/graph/results.ts'
import type { Weight } from '#data/vocabulary/weights.ts'
import type { EntityId } from '#data/url/brand.ts'
import type { ImportedNetwork, ImportedNode } from './imported-network.ts'

export interface ImportedAnalysis extends Omit<AnalysisResult, 'graphHash'> {
  readonly options: {
    /** The file. */
    readonly imported: string
    readonly statuses: readonly Status[]
    readonly zones: readonly Zone[]
    readonly weight: Weight
  }
}

type NodeValues = Map<string, Map<EntityId, number>>

/** In a file of ours, a node of the analysed graph: others have neither measures nor a community, and stand on a ring. */
const isAnalysed = ({ community, values }: ImportedNode): boolean =>
  community !== null || Object.values(values).some(value => typeof value === 'number')

const isPlaced = ({ x, y }: ImportedNode): boolean => x !== null && y !== null

/** Positions of a tool that has none are all the same. */
const isLayout = (nodes: readonly ImportedNode[]): boolean =>
  nodes.some(({ x, y }) => x !== nodes[0]!.x || y !== nodes[0]!.y)

function analysedNodes({ isOwn, nodes }: ImportedNetwork): readonly ImportedNode[] {
  if (isOwn) return nodes.filter(isAnalysed)
  const placed = nodes.filter(isPlaced)
  return isLayout(placed) ? placed : []
}

function addDegrees(values: NodeValues, nodes: readonly ImportedNode[], edges: readonly SiteEdge[]): void {
  const [into, out] = [0, 1].map(() => new Map(nodes.map(({ id }) => [id, 0]))) as [
    Map<EntityId, number>,
    Map<EntityId, number>,
  ]
  for (const { source, target } of edges) {
    if (!into.has(source) || !into.has(target)) continue
    out.set(source, out.get(source)! + 1)
    into.set(target, into.get(target)! + 1)
  }
  values.set('in_degree', into)
  values.set('out_degree', out)
}

function valuesOf(nodes: readonly ImportedNode[], edges: readonly SiteEdge[]): NodeValues {
  const values: NodeValues = new Map()
  const add = (measure: string, id: EntityId, value: unknown): void => {
    if (typeof value !== 'number') return
    const ofMeasure = values.get(measure) ?? new Map<EntityId, number>()
    values.set(measure, ofMeasure.set(id, value))
  }
  for (const { id, community, values: measures, x, y } of nodes) {
    add('community', id, community)
    for (const [measure, value] of Object.entries(measures)) add(measure, id, value)
    add('x', id, x)
    add('y', id, y)
  }
  addDegrees(values, nodes, edges)
  return values
}

/**
 * The analysis that a file brings along, so that its map can be seen and exported as it was: of our own files measures,
 * communities and positions, of another tool's the positions alone. Degrees are counted on its edges. Null: it has none.
 */
export function importedAnalysis(network: ImportedNetwork, file: string, weight: Weight): ImportedAnalysis | null {
  const nodes = analysedNodes(network)
  if (nodes.length === 0) return null
  const ids = new Set<EntityId>(nodes.map(({ id }) => id))
  const present = new Set(nodes.map(({ status }) => status ?? 'IN'))
  return {
    options: { imported: file, statuses: statuses.filter(status => present.has(status)), zones, weight },
    nodes: nodes.length,
    edges: network.edges.filter(({ source, target }) => ids.has(source) && ids.has(target)).length,
    nodeValues: valuesOf(nodes, network.edges),
    graphValues: network.measures,
    findings: new Map(),
  }
}
