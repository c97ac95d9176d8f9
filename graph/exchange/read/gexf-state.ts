import type { ColumnType, Value } from '#data/table/column.ts'
import { unshieldInfinity } from '../write/gexf-text.ts'
import { shown, type MistakeList } from './mistake-list.ts'
import { expectedOf, parseNumber, parseValue } from './parse-value.ts'
import type { RawEdge, RawNode } from '../import/raw-network.ts'
import type { XmlElement } from './read-xml.ts'

interface GexfAttribute {
  readonly id: string
  readonly title: string
  readonly type: ColumnType
  fallback: string
}

/** A node or an edge whose end tag is still to come. */
export interface OpenItem {
  readonly kind: 'node' | 'edge'
  readonly start: XmlElement
  readonly values: Map<string, readonly [text: string, line: number]>
  x: number | null
  y: number | null
  size: number | null
  colour: string | null
}

/** What is known of a GEXF file while it is read. */
export interface GexfState {
  readonly mistakes: MistakeList
  readonly attributes: Readonly<Record<'node' | 'edge', Map<string, GexfAttribute>>>
  readonly meta: Map<string, string>
  readonly nodes: RawNode[]
  readonly edges: RawEdge[]
  readonly remarks: Set<string>
  readonly open: OpenItem[]
  version: string
  edgeType: string
  attributeClass: 'node' | 'edge'
  attribute: GexfAttribute | null
}

export function newGexfState(mistakes: MistakeList): GexfState {
  return {
    mistakes,
    attributes: { node: new Map(), edge: new Map() },
    meta: new Map(),
    nodes: [],
    edges: [],
    remarks: new Set(),
    open: [],
    version: '',
    edgeType: 'undirected',
    attributeClass: 'node',
    attribute: null,
  }
}

export const isOurs = (state: GexfState): boolean => state.meta.get('creator') === 'Toile'

/** `[a, b]` as Gephi writes lists, `a|b` as graphology does. */
function listValues(text: string): readonly string[] {
  const bracketed = /^\[(.*)\]$/s.exec(text.trim())
  return (bracketed ? bracketed[1]!.split(',') : text.split('|'))
    .map(value => value.trim())
    .filter(value => value !== '')
}

function namedValue(state: GexfState, { id, title, type }: GexfAttribute, text: string, line: number) {
  const own = isOurs(state)
  const plain = own && state.version === '1.3' ? unshieldInfinity(text) : text
  const value = type === 'list' ? listValues(plain) : parseValue(plain, type)
  if (value === undefined) state.mistakes.add(line, `${title}: ${shown(text)}`, expectedOf[type])
  return [own ? id : title, value ?? null] as const
}

/** The values of a node or an edge in the order of their declarations, defaults filled in. */
function valuesOf(state: GexfState, { kind, values }: OpenItem): readonly (readonly [string, Value])[] {
  const declared = state.attributes[kind]
  for (const [id, [, line]] of values)
    if (!declared.has(id)) state.mistakes.add(line, `a value for ${shown(id)}`, `a declared ${kind} attribute`)
  return [...declared.values()].flatMap(attribute => {
    const [text, line] = values.get(attribute.id) ?? [attribute.fallback, 0]
    return text === '' ? [] : [namedValue(state, attribute, text, line)]
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
  const weight = attributes.get('weight')
  const dates = (['start', 'end'] as const).map(name => [name, attributes.get(name) ?? null] as const)
  state.edges.push({
    source: required(state, item.start, 'source'),
    target: required(state, item.start, 'target'),
    weight: weight === undefined ? null : parseNumber(weight),
    directed: (attributes.get('type') ?? state.edgeType).toLowerCase() === 'directed',
    attributes: [...valuesOf(state, item), ...dates],
    line,
  })
}
