import type { EntityId } from '#data/url/brand.ts'
import { assembleNetwork } from '../import/assemble-network.ts'
import type { ImportedNetwork, ImportedNode } from '../import/imported-network.ts'
import { fatalMistake, mistakeList } from './mistake-list.ts'
import type { NamedValue } from './named-values.ts'
import { plainName } from '#data/entity/plain-name.ts'
import { emptyNetwork, type RawEdge, type RawNetwork, type RawNode } from '../import/raw-network.ts'
import { plainSpaces, spellingRemarks } from './plain-spaces.ts'
import { isMatrixTable, readMatrixTable } from './matrix/read-matrix-table.ts'
import type { ForeignTable } from './read-plain-table.ts'

const sourceNames = ['source', 'from', 'de', 'origine', 'vertex_1', 'vertex1']
const targetNames = ['target', 'to', 'vers', 'cible', 'vertex_2', 'vertex2']
// NodeXL numbers its vertices in a column ID, and names them in Vertex.
const idNames = ['vertex', 'id', 'key', 'node', 'entity']
const addressNames = [
  'url',
  'homepage',
  'home_page',
  'website',
  'site',
  'address',
  'adresse',
  'prefixes',
  'prefixes_as_url',
  'site_web',
]
const labelNames = ['name', 'label', 'nom']

function columnNamed({ header }: Pick<ForeignTable, 'header'>, names: readonly string[]): number {
  const plain = header.map(plainName)
  return names.map(name => plain.indexOf(name)).find(at => at !== -1) ?? -1
}

/** Whether a table names both ends of ties. */
export const couldBeEdges = (table: Pick<ForeignTable, 'header'>): boolean =>
  columnNamed(table, sourceNames) !== -1 && columnNamed(table, targetNames) !== -1

/** Whether a table names each node. */
export const couldBeNodes = (table: Pick<ForeignTable, 'header'>): boolean => columnNamed(table, idNames) !== -1

/** Gephi names the direction of an edge in a column of its own; else it is as the whole file says. */
function isDirected(values: readonly NamedValue[], isUsual: boolean): boolean {
  const type = String(values.find(([name]) => name.toLowerCase() === 'type')?.[1] ?? '').toLowerCase()
  return type === 'undirected' ? false : type === 'directed' || isUsual
}

function edgeRows(table: ForeignTable, source: number, target: number, areDirected = true): readonly RawEdge[] {
  return table.rows.map(({ cells, line }) => {
    const values = table.header.flatMap((name, at): readonly NamedValue[] =>
      at === source || at === target || cells[at] === '' ? [] : [[name, cells[at]!]],
    )
    const directed = isDirected(values, areDirected)
    return {
      source: plainSpaces(cells[source]!),
      target: plainSpaces(cells[target]!),
      directed,
      weight: null,
      attributes: values,
      line,
    }
  })
}

const nameOfRow = (line: number) => `the row of line ${line}`

function nodeRows(table: ForeignTable, id: number): readonly RawNode[] {
  // Hyphe repeats its first two columns; one of each is enough.
  const firstOf = new Map(table.header.map((name, at) => [plainName(name), at] as const).toReversed())
  const columns = [...firstOf.values()].filter(at => at !== id).sort((a, b) => a - b)
  return table.rows.map(({ cells, line }) => ({
    // Until it is known whether the rows need ids.
    id: plainSpaces(cells[id] ?? '') || nameOfRow(line),
    label: '',
    x: null,
    y: null,
    size: null,
    colour: null,
    attributes: columns.map((at): NamedValue => [table.header[at]!, cellValue(table.header[at]!, cells[at]!)]),
    line,
  }))
}

/** Hyphe separates the tags of one category by bars. */
const cellValue = (name: string, cell: string) =>
  name.endsWith(' (TAGS)') ? cell.split('|').filter(tag => tag !== '') : cell

/** People leave spaces around the names of columns. */
const trimmed = (table: ForeignTable): ForeignTable => ({ ...table, header: table.header.map(name => name.trim()) })

function network(
  table: ForeignTable,
  raw: Partial<RawNetwork> & Pick<RawNetwork, 'format' | 'makesNodes'>,
  names: readonly string[] = [],
  nodes = table,
  further: readonly string[] = [],
): ImportedNetwork {
  const { separator } = table
  const remarks = [...blankRemarks(nodes === table ? [table] : [nodes, table]), ...spellingRemarks(names), ...further]
  return assembleNetwork(table.file, { ...emptyNetwork, ...raw, separator, remarks }, nodes.file)
}

function blankRemarks(tables: readonly ForeignTable[]): readonly string[] {
  const count = tables.reduce((sum, { blankRows }) => sum + blankRows, 0)
  return count === 0 ? [] : [`${count === 1 ? '1 blank row' : `${count} blank rows`} skipped.`]
}

/** The cells of a column. */
const cellsOf = ({ rows }: ForeignTable, at: number): readonly string[] => rows.map(({ cells }) => cells[at] ?? '')

/** Reads two tables from elsewhere, nodes with an id and ties between them, as Gephi exports them. */
export function readForeignTables(
  nodesAsGiven: ForeignTable,
  edgesAsGiven: ForeignTable,
  areDirected = true,
): ImportedNetwork {
  const [nodes, edges] = [trimmed(nodesAsGiven), trimmed(edgesAsGiven)]
  const id = columnNamed(nodes, idNames)
  const [source, target] = [columnNamed(edges, sourceNames), columnNamed(edges, targetNames)]
  if (id === -1) throw fatalMistake(nodes.file, 1, 'no column id', 'an id for each node')
  if (source === -1 || target === -1) throw fatalMistake(edges.file, 1, 'no columns source and target', 'both')
  const mistakes = mistakeList(nodes.file)
  for (const { cells, line } of nodes.rows)
    if (cells[id] === '') mistakes.add(line, 'a row without id', 'an id for each node')
  mistakes.throwIfAny()
  const rows = { nodes: nodeRows(nodes, id), edges: edgeRows(edges, source, target, areDirected) }
  const names = [...cellsOf(nodes, id), ...cellsOf(edges, source), ...cellsOf(edges, target)]
  return network(edges, { format: 'node and edge tables', ...rows, makesNodes: 'said' }, names, nodes)
}

/**
 * Reads a table from elsewhere: ties (source and target), entities (an address each), or attributes to be joined to
 * known entities by id, address or name. Every column that isn't a known fact becomes a tag of its name.
 */
export function readForeignTable(given: ForeignTable, areDirected = true): ImportedNetwork {
  const table = trimmed(given)
  const [source, target] = [columnNamed(table, sourceNames), columnNamed(table, targetNames)]
  if (source !== -1 && target !== -1)
    return network(
      table,
      { format: 'edge table', edges: edgeRows(table, source, target, areDirected), makesNodes: true },
      [...cellsOf(table, source), ...cellsOf(table, target)],
    )
  if (isMatrixTable(table)) {
    const raw = readMatrixTable(table)
    return network(table, { ...raw, remarks: [] }, [...table.header.slice(1), ...cellsOf(table, 0)], table, raw.remarks)
  }
  const [id, address, label] = [idNames, addressNames, labelNames].map(names => columnNamed(table, names)) as [
    number,
    number,
    number,
  ]
  if (id === -1 && address === -1 && label === -1)
    throw fatalMistake(
      table.file,
      1,
      `the columns ${table.header.join(', ')}`,
      'source and target, or one of id, url, name',
    )
  const isHyphe = table.header.includes('PREFIXES AS LRU') || table.header.includes('CRAWLING STATUS')
  const read = network(table, {
    format: isHyphe ? 'Hyphe entities' : 'table',
    nodes: nodeRows(table, id),
    makesNodes: false,
  })
  const kind = address === -1 ? 'attributes' : 'entities'
  const inOrder = kind === 'attributes' ? read.nodes.toSorted((a, b) => a.line - b.line) : read.nodes
  return {
    ...read,
    kind,
    nodes: inOrder.map(node => (node.id === nameOfRow(node.line) ? withoutId(node, label) : node)),
  }
}

/** A row that names no id: its label is its own, or none. */
const withoutId = (node: ImportedNode, labelColumn: number): ImportedNode => ({
  ...node,
  id: '' as EntityId,
  label: labelColumn === -1 || node.label === node.id ? '' : node.label,
})
