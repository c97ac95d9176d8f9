import type { ColumnType, Value } from '#data/table/column.ts'
import { type TieTime, parseTime } from '../import/moments.ts'
import { unshieldInfinity } from '../write/gexf-text.ts'
import { listValues } from './list-values.ts'
import { fatalMistake, type MistakeList } from './mistake-list.ts'
import { declaredValue, noOddValues, type OddValues } from './odd-values.ts'
import type { RawEdge, RawNode } from '../import/raw-network.ts'
import type { XmlElement } from './read-xml.ts'

/** Each node may have a value for each: without a bound a file could ask for the product of both. */
export const mostAttributes = 10_000

interface GexfAttribute {
  readonly id: string
  readonly title: string
  readonly type: ColumnType
  fallback: string
  readonly isDeclared: boolean
}

/** A node or an edge whose end tag is still to come. */
export interface OpenItem {
  readonly kind: 'node' | 'edge'
  readonly start: XmlElement
  /** As they come: of an attribute that changes over time there are several. */
  readonly values: (readonly [id: string, text: string, line: number])[]
  readonly spells: TieTime[]
  x: number | null
  y: number | null
  size: number | null
  colour: string | null
}

/** What is known of a GEXF file while it is read. */
export interface GexfState {
  readonly file: string
  readonly mistakes: MistakeList
  readonly attributes: Readonly<Record<'node' | 'edge', Map<string, GexfAttribute>>>
  readonly meta: Map<string, string>
  readonly nodes: RawNode[]
  readonly edges: RawEdge[]
  /** When each edge was there. */
  readonly times: (readonly TieTime[])[]
  readonly remarks: Set<string>
  readonly odd: OddValues
  readonly open: OpenItem[]
  version: string
  edgeType: string
  attributeClass: 'node' | 'edge'
  attribute: GexfAttribute | null
}

export function newGexfState(file: string, mistakes: MistakeList): GexfState {
  return {
    file,
    mistakes,
    attributes: { node: new Map(), edge: new Map() },
    meta: new Map(),
    nodes: [],
    edges: [],
    times: [],
    remarks: new Set(),
    odd: noOddValues(),
    open: [],
    version: '',
    edgeType: 'undirected',
    attributeClass: 'node',
    attribute: null,
  }
}

export const isOurs = (state: GexfState): boolean => state.meta.get('creator') === 'Toile'

function namedValue(
  state: GexfState,
  { kind }: OpenItem,
  { id, title, type }: GexfAttribute,
  text: string,
  line: number,
) {
  const own = isOurs(state)
  const plain = own && state.version === '1.3' ? unshieldInfinity(text) : text
  const value =
    type === 'list'
      ? listValues(plain)
      : declaredValue({ name: title, type, text: plain, line }, kind, state.odd, state.mistakes)
  return [own ? id : title, value] as const
}

/**
 * The attribute that a value names: declared under that id; else, as Gephi 0.7 wrote, the place of its declaration; else
 * one of that name, which Gephi 0.8 didn't declare.
 */
function attributeOf(state: GexfState, kind: 'node' | 'edge', id: string): GexfAttribute {
  const declared = state.attributes[kind]
  const known = declared.get(id)
  if (known) return known
  const placed = /^\d{1,5}$/.test(id)
    ? [...declared.values()].filter(({ isDeclared }) => isDeclared)[Number(id)]
    : undefined
  if (placed) {
    state.odd.byPosition += 1
    return placed
  }
  if (declared.size >= mostAttributes)
    throw fatalMistake(state.file, 1, `more than ${mostAttributes} attributes`, 'a graph')
  state.odd.undeclared.add(id)
  const attribute: GexfAttribute = { id, title: id, type: 'text', fallback: '', isDeclared: false }
  declared.set(id, attribute)
  return attribute
}

/** The values of a node or an edge in the order of their declarations, defaults filled in. */
function valuesOf(state: GexfState, item: OpenItem): readonly (readonly [string, Value])[] {
  const told = new Map<string, readonly [text: string, line: number]>()
  for (const [id, text, line] of item.values) {
    const { id: known, title } = attributeOf(state, item.kind, id)
    if (told.has(known)) state.odd.overTime.set(title, (state.odd.overTime.get(title) ?? 0) + 1)
    told.set(known, [text, line])
  }
  return [...state.attributes[item.kind].values()].flatMap(attribute => {
    const [text, line] = told.get(attribute.id) ?? [attribute.fallback, 0]
    return text === '' ? [] : [namedValue(state, item, attribute, text, line)]
  })
}

/** Returns an attribute that must be there; its absence is a mistake. */
export function required(state: GexfState, { name, attributes, line }: XmlElement, wanted: string): string {
  const value = attributes.get(wanted) ?? ''
  if (value === '') state.mistakes.add(line, `a <${name}> without ${wanted}`, `the attribute ${wanted}`)
  return value
}

export function closeNode(state: GexfState, item: OpenItem): void {
  const { start, x, y, size, colour } = item
  if (start.attributes.has('pid')) state.remarks.add('Hierarchies of nodes were flattened.')
  const label = start.attributes.get('label') ?? ''
  const id = required(state, start, 'id')
  state.nodes.push({ id, label, x, y, size, colour, attributes: valuesOf(state, item), line: start.line })
}

export function closeEdge(state: GexfState, item: OpenItem): void {
  const { attributes, line } = item.start
  const bounds = tieTimeOf(attributes)
  const times = item.spells.length > 0 || bounds === null ? item.spells : [bounds]
  const said = (['label', 'kind'] as const).map(name => [name, attributes.get(name) ?? null] as const)
  const dates = (['start', 'end'] as const).map(name => [name, attributes.get(name) ?? null] as const)
  const type = (attributes.get('type') ?? state.edgeType).toLowerCase()
  const edge = {
    source: required(state, item.start, 'source'),
    target: required(state, item.start, 'target'),
    weight: attributes.get('weight') ?? null,
    directed: type === 'directed' || type === 'mutual',
    attributes: [...valuesOf(state, item), ...said, ...dates],
    line,
  }
  // A mutual edge is one in each direction, which an undirected one is not.
  const both = type === 'mutual' ? [edge, { ...edge, source: edge.target, target: edge.source }] : [edge]
  for (const one of both) {
    state.edges.push(one)
    state.times.push(times)
  }
}

/** What an edge or a spell says of its time: from and to, or a moment; null: nothing. */
export function tieTimeOf(attributes: ReadonlyMap<string, string>): TieTime | null {
  const moment = attributes.get('timestamp')
  if (moment !== undefined) return [parseTime(moment, -Infinity), parseTime(moment, Infinity)]
  const [start, end] = ['start', 'end'].map(name => attributes.get(name) ?? attributes.get(`${name}open`))
  return start === undefined && end === undefined ? null : [parseTime(start, -Infinity), parseTime(end, Infinity)]
}
