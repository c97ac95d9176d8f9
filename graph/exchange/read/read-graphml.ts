import type { ColumnType } from '#data/table/column.ts'
import { mostAttributes } from './gexf-state.ts'
import { fatalMistake, mistakeList, shown, type MistakeList } from './mistake-list.ts'
import { declaredValue, noOddValues, oddRemarks, type OddValues } from './odd-values.ts'
import { ownNodeNames, tagCategory } from './own-names.ts'
import { emptyNetwork, type OwnColumns, type RawEdge, type RawNetwork, type RawNode } from '../import/raw-network.ts'
import { drawnOf, type NamedValue } from './named-values.ts'
import { readXml, type XmlElement } from './read-xml.ts'
import { ownEntry } from './own-entry.ts'

interface Key {
  readonly id: string
  readonly name: string
  readonly owner: string
  readonly type: ColumnType
  fallback: string
}

interface OpenItem {
  readonly start: XmlElement
  readonly values: Map<string, readonly [text: string, line: number]>
  /** Text of a NodeLabel, as yEd writes it. */
  label: string
}

interface State {
  readonly file: string
  readonly mistakes: MistakeList
  readonly keys: Map<string, Key>
  readonly nodes: RawNode[]
  readonly edges: RawEdge[]
  readonly remarks: Set<string>
  readonly odd: OddValues
  readonly open: OpenItem[]
  readonly directed: boolean[]
  key: Key | null
  /** At the top. */
  graphs: number
  graphId: string
  description: string
}

function newState(file: string, mistakes: MistakeList): State {
  return {
    file,
    mistakes,
    keys: new Map(),
    nodes: [],
    edges: [],
    remarks: new Set(),
    odd: noOddValues(),
    open: [],
    directed: [],
    key: null,
    graphs: 0,
    graphId: '',
    description: '',
  }
}

const types: Readonly<Record<string, ColumnType>> = {
  boolean: 'boolean',
  int: 'integer',
  integer: 'integer',
  long: 'integer',
  float: 'number',
  double: 'number',
}

function required(state: State, { name, attributes, line }: XmlElement, wanted: string): string {
  const value = attributes.get(wanted) ?? ''
  if (value === '') state.mistakes.add(line, `a <${name}> without ${wanted}`, `the attribute ${wanted}`)
  return value
}

function valuesOf(state: State, owner: 'node' | 'edge', { values }: OpenItem): readonly NamedValue[] {
  for (const [id] of values) if (!state.keys.has(id)) undeclaredKey(state, id)
  return [...state.keys.values()].flatMap(key => {
    if (key.owner !== owner && key.owner !== 'all') return []
    const [text, line] = values.get(key.id) ?? [key.fallback, 0]
    if (text === '') return []
    const value = declaredValue({ ...key, text, line }, owner, state.odd, state.mistakes)
    return value === null ? [] : [[key.name, value] as const]
  })
}

/** Some tools write data for keys that they don't declare. */
function undeclaredKey(state: State, id: string): void {
  if (state.keys.size >= mostAttributes)
    throw fatalMistake(state.file, 1, `more than ${mostAttributes} keys`, 'a graph')
  state.odd.undeclared.add(id)
  state.keys.set(id, { id, name: id, owner: 'all', type: 'text', fallback: '' })
}

function closeNode(state: State): void {
  const item = state.open.pop()!
  const id = required(state, item.start, 'id')
  const { label, ...drawn } = drawnOf(valuesOf(state, 'node', item))
  state.nodes.push({ id, label: label || item.label, ...drawn, line: item.start.line })
}

function closeEdge(state: State): void {
  const item = state.open.pop()!
  const { attributes, line } = item.start
  const directed = attributes.get('directed')
  state.edges.push({
    source: required(state, item.start, 'source'),
    target: required(state, item.start, 'target'),
    directed: directed === undefined ? state.directed.at(-1) === true : directed === 'true',
    weight: null,
    attributes: valuesOf(state, 'edge', item),
    line,
  })
}

const startItem = (state: State, start: XmlElement) => void state.open.push({ start, values: new Map(), label: '' })

function declareKey(state: State, element: XmlElement): void {
  const id = required(state, element, 'id')
  const name = element.attributes.get('attr.name') ?? id
  const type = ownEntry(types, (element.attributes.get('attr.type') ?? 'string').toLowerCase()) ?? 'text'
  state.key = { id, name, owner: element.attributes.get('for') ?? 'all', type, fallback: '' }
  if (state.keys.size >= mostAttributes)
    throw fatalMistake(state.file, element.line, `more than ${mostAttributes} keys`, 'a graph')
  state.keys.set(id, state.key)
}

const openings: Readonly<Record<string, (state: State, element: XmlElement) => void>> = {
  key: declareKey,
  node: startItem,
  edge: startItem,
  graph: (state, { attributes, line }) => {
    if (state.directed.length > 0) state.remarks.add('Nested graphs were flattened.')
    else if (state.graphs > 0)
      throw fatalMistake(
        state.file,
        line,
        `a second graph ${shown(attributes.get('id') ?? '')}`,
        'one network in a file',
      )
    else state.graphId = attributes.get('id') ?? ''
    if (state.directed.length === 0) state.graphs += 1
    state.directed.push(attributes.get('edgedefault') !== 'undirected')
  },
  hyperedge: (state, { line }) => state.mistakes.add(line, 'a <hyperedge>', 'edges between two nodes'),
}

const closings: Readonly<Record<string, (state: State, text: string, element: XmlElement) => void>> = {
  default: (state, text) => {
    if (state.key) state.key.fallback = text.trim()
  },
  key: state => (state.key = null),
  desc: (state, text) => {
    if (state.open.length === 0 && !state.key) state.description = text
  },
  data: (state, text, { attributes, line }) =>
    void state.open.at(-1)?.values.set(attributes.get('key') ?? '', [text, line]),
  nodelabel: (state, text) => {
    const item = state.open.at(-1)
    if (item) item.label ||= text.trim()
  },
  graph: state => state.directed.pop(),
  node: closeNode,
  edge: closeEdge,
}

/** How our own writer named the columns: the keys of tags begin with t. */
function ownColumns(state: State): OwnColumns | null {
  if (state.graphId !== 'Toile') return null
  const keys = [...state.keys.values()].filter(({ owner, name }) => owner === 'node' && !ownNodeNames.has(name))
  const [tags, measures] = [keys.filter(({ id }) => id.startsWith('t')), keys.filter(({ id }) => !id.startsWith('t'))]
  return {
    measures: measures.map(({ name, type }) => ({ id: name, title: name, type, unit: '', description: '' })),
    tags: new Map(tags.map(({ name }) => [name, tagCategory(name)])),
  }
}

/** Reads GraphML (yEd's labels and Hyphe's weights included); nested graphs are flattened. Throws a Mistake with all lines. */
export function readGraphml(file: string, text: string): RawNetwork {
  const state = newState(file, mistakeList(file))
  let isGraphml = false
  readXml(file, text, {
    open: element => {
      isGraphml ||= element.name === 'graphml'
      ownEntry(openings, element.name)?.(state, element)
    },
    close: (element, own) => void ownEntry(closings, element.name)?.(state, own, element),
  })
  if (!isGraphml) throw fatalMistake(file, 1, 'no <graphml> element', 'a GraphML file')
  state.mistakes.throwIfAny()
  const { nodes, edges, description } = state
  const remarks = [...state.remarks, ...oddRemarks(state.odd)]
  return {
    ...emptyNetwork,
    format: 'GraphML',
    makesNodes: 'said',
    own: ownColumns(state),
    description,
    nodes,
    edges,
    remarks,
  }
}
