import { entryLines } from '../locate-json.ts'
import { fatalMistake, shown } from '../mistake-list.ts'
import { booleanOf, recordOf, textOf, type JsonGraph, type JsonItem } from './json-graph.ts'

/** A parsed file, its name for messages, and its text for their lines. */
export interface JsonFile {
  readonly file: string
  readonly source: string
  readonly parsed: unknown
}

type Fields = Readonly<Record<string, unknown>>

const listOf = (value: unknown): readonly unknown[] | null => (Array.isArray(value) ? (value as unknown[]) : null)

/** The entries of a list with their lines; what `nested` names in them is spread beside the rest. */
function items(list: readonly unknown[], lines: readonly number[] | undefined, nested: readonly string[]): JsonItem[] {
  return list.map((entry, index) => {
    const fields = recordOf(entry) ?? {}
    const inner = nested.map(name => recordOf(fields[name]) ?? {})
    const outer = Object.fromEntries(Object.entries(fields).filter(([name]) => !nested.includes(name)))
    return { fields: Object.assign({}, outer, ...inner) as Fields, line: lines?.[index] ?? 1 }
  })
}

const nothingSaid = { title: '', description: '', directed: null, remarks: [] } as const

/** Cytoscape's `.cyjs` and elements of Cytoscape.js: `elements` by group, or one list of both. */
function cytoscape({ source, parsed }: JsonFile): JsonGraph | null {
  const whole = recordOf(parsed)
  const elements = whole?.['elements']
  const flat = listOf(elements) ?? listOf(parsed)
  const isElement = (entry: unknown): boolean => recordOf(recordOf(entry)?.['data']) !== null
  if (flat ? flat.length === 0 || !flat.every(isElement) : recordOf(elements) === null) return null
  const groups = recordOf(elements) ?? {}
  const nested = ['data', 'position']
  const about = recordOf(whole?.['data']) ?? {}
  const lines = entryLines(source, 2)
  const all = flat ? items(flat, entryLines(source).get(whole ? 'elements' : ''), nested) : []
  const isEdge = ({ fields }: JsonItem): boolean => 'source' in fields && 'target' in fields
  const nodes = flat
    ? all.filter(one => !isEdge(one))
    : items(listOf(groups['nodes']) ?? [], lines.get('nodes'), nested)
  const edges = flat ? all.filter(isEdge) : items(listOf(groups['edges']) ?? [], lines.get('edges'), nested)
  const title = textOf(about['name'])
  // Cytoscape's y grows downwards.
  return { ...nothingSaid, format: 'Cytoscape JSON', title, nodes: nodes.map(upright), edges, directed: booleanOf(whole?.['directed']) } // prettier-ignore
}

function upright({ fields, line }: JsonItem): JsonItem {
  const y = fields['y']
  return { fields: typeof y === 'number' ? { ...fields, y: -y } : fields, line }
}

/** JSON Graph Format, versions 1 and 2: `graph`, or a list `graphs` of one. Nodes by id or in a list. */
function jsonGraphFormat({ file, source, parsed }: JsonFile): JsonGraph | null {
  const whole = recordOf(parsed)
  const several = listOf(whole?.['graphs'])
  const graph = recordOf(several ? several[0] : whole?.['graph'])
  if (graph === null || (graph['nodes'] === undefined && graph['edges'] === undefined)) return null
  if (several && several.length > 1)
    throw fatalMistake(file, 1, `${several.length} graphs of the JSON Graph Format`, 'one network in a file')
  if (listOf(graph['hyperedges'])?.length) throw fatalMistake(file, 1, 'hyperedges', 'ties of two nodes each')
  const lines = several ? new Map<string, readonly number[]>() : entryLines(source, 2)
  const [list, byId] = [listOf(graph['nodes']), recordOf(graph['nodes'])]
  const given = list ?? Object.entries(byId ?? {}).map(([id, node]) => ({ ...recordOf(node), id }))
  return {
    ...nothingSaid,
    format: 'JSON Graph Format',
    title: textOf(graph['label']),
    nodes: items(given, list ? lines.get('nodes') : undefined, ['metadata']),
    edges: items(listOf(graph['edges']) ?? [], lines.get('edges'), ['metadata']),
    // "A directed graph unless it says otherwise", the specification says.
    directed: booleanOf(graph['directed']) ?? true,
  }
}

/** Gephi Lite's own file: graphology's serialisation without attributes, and these beside it by id. */
function gephiLite({ parsed }: JsonFile): JsonGraph | null {
  const dataset = recordOf(recordOf(parsed)?.['graphDataset'])
  const graph = recordOf(dataset?.['fullGraph'])
  if (!dataset || !graph) return null
  const [data, layout, ties] = ['nodeData', 'layout', 'edgeData'].map(name => recordOf(dataset[name]) ?? {}) as [
    Fields,
    Fields,
    Fields,
  ]
  const about = recordOf(dataset['metadata']) ?? {}
  const joined = (key: unknown, ...tables: readonly Fields[]): Fields => {
    const id = String(key)
    return Object.assign({}, ...tables.map(table => (Object.hasOwn(table, id) ? recordOf(table[id]) : null))) as Fields
  }
  const plain = ['attributes']
  const nodes = items(listOf(graph['nodes']) ?? [], undefined, plain)
  const edges = items(listOf(graph['edges']) ?? [], undefined, plain)
  const type = recordOf(graph['options'])?.['type']
  return {
    ...nothingSaid,
    format: 'Gephi Lite',
    title: textOf(about['title']),
    description: textOf(about['description']),
    nodes: nodes.map(({ fields, line }) => ({
      fields: { ...fields, ...joined(fields['key'], data, layout), id: fields['key'] },
      line,
    })),
    edges: edges.map(({ fields: { undirected, ...fields }, line }) => ({
      fields: { ...fields, ...joined(fields['key'], ties), directed: undirected !== true },
      line,
    })),
    directed: type !== 'undirected',
  }
}

/** Names of the two lists, as tools call them: networkx (old and new), d3, vis.js, sigma.js, VOSviewer. */
const listNames: readonly (readonly [nodes: string, edges: string])[] = [
  ['nodes', 'links'],
  ['nodes', 'edges'],
  ['vertices', 'edges'],
  ['items', 'links'],
]

/** Node-link JSON: a list of nodes and one of ties, of the file or of its `network`. */
function nodeLink({ source, parsed }: JsonFile): JsonGraph | null {
  const top = recordOf(parsed)
  const inner = recordOf(top?.['network'])
  const whole = inner ?? top
  const names = listNames.find(([nodes, edges]) => listOf(whole?.[nodes]) && listOf(whole?.[edges]))
  if (!whole || !names) return null
  const lines = entryLines(source, inner ? 2 : 1)
  const [nodes, edges] = names
  const about = recordOf(whole['graph']) ?? {}
  return {
    ...nothingSaid,
    format: inner ? 'VOSviewer JSON' : 'node-link JSON',
    title: textOf(about['name']),
    nodes: items(listOf(whole[nodes])!, lines.get(nodes), ['attributes', 'weights', 'scores']),
    edges: items(listOf(whole[edges])!, lines.get(edges), ['attributes']),
    directed: booleanOf(whole['directed']),
  }
}

/** networkx' adjacency_data: for each node, in their order, whom it leads to. */
function adjacency({ source, parsed }: JsonFile): JsonGraph | null {
  const whole = recordOf(parsed)
  const [nodes, rows] = [listOf(whole?.['nodes']), listOf(whole?.['adjacency'])]
  if (!whole || !nodes || !rows) return null
  const lines = entryLines(source)
  const known = items(nodes, lines.get('nodes'), [])
  const directed = booleanOf(whole['directed'])
  const edges = rows.flatMap((row, at) => {
    const from = known[at]?.fields['id']
    return items(listOf(row) ?? [], undefined, []).map(({ fields }, index) => {
      const { id, ...rest } = fields
      const line = lines.get('adjacency')?.[at] ?? 1
      return { fields: { ...rest, source: from, target: id }, line, order: [at, index] }
    })
  })
  // Without directions each tie stands with both of its ends.
  const once = directed === false ? eachOnce(edges, known) : edges
  return { ...nothingSaid, format: 'adjacency JSON', nodes: known, edges: once, directed }
}

function eachOnce(edges: readonly JsonItem[], nodes: readonly JsonItem[]): readonly JsonItem[] {
  const places = new Map(nodes.map(({ fields }, at) => [fields['id'], at]))
  return edges.filter(({ fields }) => (places.get(fields['source']) ?? 0) <= (places.get(fields['target']) ?? 0))
}

/** Returns the network in a file of a known form of JSON; null for any other. */
export function jsonGraph(file: JsonFile): JsonGraph | null {
  for (const read of [gephiLite, cytoscape, jsonGraphFormat, adjacency, nodeLink]) {
    const found = read(file)
    if (found !== null) return found
  }
  return null
}

/** The names at the top of a JSON file, for the message that it is no network. */
export function topNames(parsed: unknown): string {
  const names = Object.keys(recordOf(parsed) ?? {})
  return names.length === 0 ? 'JSON without names' : `JSON with ${names.slice(0, 8).map(shown).join(', ')}`
}
