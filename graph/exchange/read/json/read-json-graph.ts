import { emptyNetwork, type RawEdge, type RawNetwork, type RawNode } from '#graph/exchange/import/raw-network.ts'
import { mistakeList, type MistakeList } from '../mistake-list.ts'
import { drawnOf } from '../named-values.ts'
import { namedValues } from './json-values.ts'
import { recordOf, type JsonGraph, type JsonItem } from './json-graph.ts'

/** Fields that may name a node, the surest first. */
const idFields = ['id', 'key', 'name', 'label'] as const
const sourceFields = ['source', 'from', 'source_id', 'start']
const targetFields = ['target', 'to', 'target_id', 'end']

const idText = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value).trim() : ''

const fieldOf = ({ fields }: JsonItem, names: readonly string[]): string | undefined =>
  names.find(name => fields[name] !== undefined)

/** An end of a tie: its id, or the node itself, as d3 leaves it after a simulation. */
function endOf(item: JsonItem, names: readonly string[]): unknown {
  const value = item.fields[fieldOf(item, names) ?? '']
  const node = recordOf(value)
  return node ? idFields.map(name => node[name]).find(one => idText(one) !== '') : value
}

interface Naming {
  readonly ids: readonly string[]
  /** Ends of ties count the nodes from 0. */
  readonly byPlace: boolean
}

/**
 * How the nodes are named: by the first field that all have, no two alike, and that all ties use; else ties count the
 * nodes from 0, as d3 did before version 4 and networkx before 2.
 */
function namingOf({ nodes, edges }: JsonGraph): Naming {
  const ends = edges.flatMap(edge => [endOf(edge, sourceFields), endOf(edge, targetFields)])
  const told = idFields
    .map(field => nodes.map(({ fields }) => idText(fields[field])))
    .filter(ids => !ids.includes('') && new Set(ids).size === ids.length)
  const fits = (ids: readonly string[]): boolean => {
    const known = new Set(ids)
    return ends.every(end => known.has(idText(end)))
  }
  const used = told.find(fits)
  if (used) return { ids: used, byPlace: false }
  const isPlace = (end: unknown): boolean => Number.isInteger(end) && Number(end) >= 0 && Number(end) < nodes.length
  const byPlace = nodes.length > 0 && ends.every(isPlace)
  const given = told[0] ?? nodes.map((_, at) => (byPlace ? String(at) : idText(nodes[at]!.fields['id'])))
  return { ids: given, byPlace }
}

function readEdge(item: JsonItem, at: number, naming: Naming, graph: JsonGraph, mistakes: MistakeList): RawEdge {
  const [from, to] = [endOf(item, sourceFields), endOf(item, targetFields)]
  const nameOf = (end: unknown): string => (naming.byPlace ? naming.ids[Number(end)]! : idText(end))
  if (idText(from) === '' || idText(to) === '')
    mistakes.add(item.line, `the tie ${at} without source and target`, 'both, as text or number')
  const { directed, ...rest } = item.fields
  const ends = new Set([fieldOf(item, sourceFields), fieldOf(item, targetFields)])
  return {
    source: nameOf(from),
    target: nameOf(to),
    directed: typeof directed === 'boolean' ? directed : (graph.directed ?? true),
    weight: null,
    attributes: namedValues(Object.fromEntries(Object.entries(rest).filter(([name]) => !ends.has(name)))),
    line: item.line,
  }
}

function remarksOf({ directed, edges, remarks }: JsonGraph, { byPlace }: Naming): readonly string[] {
  const isSaid = directed !== null || edges.every(({ fields }) => typeof fields['directed'] === 'boolean')
  return [
    ...remarks,
    ...(byPlace ? ['Ties name their nodes by their places in the list, from 0.'] : []),
    ...(isSaid ? [] : ['The file does not say whether its ties have a direction: they were read as directed.']),
  ]
}

/** Reads a network of any form of JSON that `jsonGraph` knows. Throws a Mistake with all lines that are wrong. */
export function readJsonGraph(file: string, graph: JsonGraph): RawNetwork {
  const mistakes = mistakeList(file)
  const naming = namingOf(graph)
  const edges = graph.edges.map((item, at) => readEdge(item, at, naming, graph, mistakes))
  mistakes.throwIfAny()
  const nodes = graph.nodes.map(({ fields, line }, at): RawNode => {
    const values = namedValues(fields)
    return { id: naming.ids[at]!, ...drawnOf(values.filter(([name]) => name !== 'id' && name !== 'key')), line }
  })
  const { format, title, description } = graph
  return { ...emptyNetwork, format, title, description, nodes, edges, remarks: remarksOf(graph, naming) }
}
