import type { LinkRow, PageRow } from '#data/evidence-rows.ts'
import { pageStates } from '#data/vocabulary/page-states.ts'
import { statuses } from '#data/vocabulary/statuses.ts'
import { zones } from '#data/vocabulary/zones.ts'
import type { GraphValue } from '#data/store/graph/results.ts'
import { edgeTable } from '../model/edge-fields.ts'
import { isTagMeaning } from '../model/node-fields.ts'
import { linkTable, measureTable, pageTable } from '../model/evidence-fields.ts'
import type { Column, ColumnType, Field, Value } from '#data/table/column.ts'
import { assembleNetwork } from '../import/assemble-network.ts'
import type { ImportedNetwork } from '../import/imported-network.ts'
import { checkRows, type Checks } from './check-rows.ts'
import { fatalMistake, mistakeList, shown } from './mistake-list.ts'
import { drawnOf, type NamedValue } from './named-values.ts'
import { ownNodeNames, tagCategory } from './own-names.ts'
import { expectedOf, parseFileNumber, parseValue } from './parse-value.ts'
import { emptyNetwork, type OwnColumns, type RawEdge, type RawNetwork, type RawNode } from '../import/raw-network.ts'
import { readForeignTables } from './read-foreign-table.ts'
import { absentRemarks, readRows, type Absent } from './read-rows.ts'
import { readPlainTable, type ForeignTable } from './read-plain-table.ts'
import { ownEntry } from './own-entry.ts'

/** The files of a folder by name. */
export type Files = ReadonlyMap<string, Uint8Array>

const ownTypes: Readonly<Record<string, ColumnType>> = {
  pages_fetched: 'integer',
  self_links: 'integer',
  in_degree: 'integer',
  out_degree: 'integer',
  community: 'integer',
  x: 'number',
  y: 'number',
}

interface CodebookRow extends Omit<Column, 'id' | 'title'> {
  readonly table: string
  readonly column: string
}

const codebookFields = ['table', 'column', 'type', 'unit', 'description'].map((id): Field<CodebookRow> => ({
  id,
  title: id,
  type: 'text',
  unit: '',
  description: '',
  read: () => null,
}))

const columnTypes = Object.keys(expectedOf)

/** What the codebook says of the columns of nodes.csv. */
function declaredColumns(codebook: ForeignTable): readonly Column[] {
  const rows = readRows(codebook, codebookFields, { needed: ['table', 'column', 'type'] })
  checkRows(codebook, { words: { type: columnTypes } }, new Set())
  return rows
    .filter(({ table }) => table === 'nodes')
    .map(({ column, type, unit, description }) => ({ id: column, title: column, type, unit, description }))
}

/** Without a codebook: columns of numbers are measures, all others tags. */
function guessedColumns({ header, rows }: ForeignTable): readonly Column[] {
  const isNumbers = (at: number) =>
    rows.every(({ cells }) => cells[at] === '' || !Number.isNaN(parseFileNumber(cells[at]!)))
  return header.map((id, at) => {
    const type = isNumbers(at) ? 'number' : 'list'
    return { id, title: id, type, unit: '', description: '' }
  })
}

const isTagColumn = ({ type, description }: Column): boolean => type === 'list' || isTagMeaning(description)

function ownColumns(columns: readonly Column[]): OwnColumns {
  const further = columns.filter(({ id }) => !ownNodeNames.has(id))
  return {
    measures: further.filter(column => !isTagColumn(column)),
    tags: new Map(further.filter(isTagColumn).map(({ id }) => [id, tagCategory(id)])),
  }
}

function readNodes(table: ForeignTable, columns: readonly Column[]): readonly RawNode[] {
  const mistakes = mistakeList(table.file)
  const types = new Map(columns.map(({ id, type }) => [id, type]))
  const at = table.header.indexOf('id')
  if (at === -1) throw fatalMistake(table.file, 1, 'no column id', 'the columns of an export')
  const typeOf = (name: string): ColumnType => ownEntry(ownTypes, name) ?? types.get(name) ?? 'text'
  const nodes = table.rows.map(({ cells, line }): RawNode => {
    const values = table.header.map((name, index): NamedValue => {
      const value: Value | undefined = parseValue(cells[index]!, typeOf(name))
      const status = name === 'status' && !statuses.some(one => one === cells[index])
      if (value === undefined) mistakes.add(line, `${name}: ${shown(cells[index]!)}`, expectedOf[typeOf(name)])
      if (status) mistakes.add(line, `status: ${shown(cells[index]!)}`, `one of ${statuses.join(', ')}`)
      return [name, value ?? null]
    })
    return { id: cells[at]!, ...drawnOf(values), line }
  })
  mistakes.throwIfAny()
  return nodes
}

function readEdges(table: ForeignTable): readonly RawEdge[] {
  const mistakes = mistakeList(table.file)
  const types = new Map(edgeTable.map(({ id, type }) => [id, type]))
  for (const { id } of edgeTable.slice(0, 3))
    if (!table.header.includes(id)) mistakes.add(1, `no column ${id}`, 'the columns of an export')
  mistakes.throwIfAny()
  const edges = table.rows.map(({ cells, line }): RawEdge => {
    const named = new Map<string, Value>()
    for (const [index, name] of table.header.entries()) {
      const type = types.get(name) ?? 'text'
      const value = parseValue(cells[index]!, type)
      if (value === undefined) mistakes.add(line, `${name}: ${shown(cells[index]!)}`, expectedOf[type])
      named.set(name, value ?? null)
    }
    const { source, target, weight, type, ...facts } = Object.fromEntries(named)
    const ends = { source: String(source), target: String(target) }
    return {
      ...ends,
      weight: typeof weight === 'number' ? weight : Number.NaN,
      directed: type !== 'Undirected',
      attributes: Object.entries(facts),
      line,
    }
  })
  mistakes.throwIfAny()
  return edges
}

/** Our own nodes.csv has columns that no other tool writes together. */
const isOwn = ({ header }: ForeignTable) =>
  ['id', 'label', 'pages_fetched', 'in_degree'].every(name => header.includes(name))

const linkChecks: Checks = {
  words: { zone: zones, element: ['a', 'area', 'iframe'] },
  addresses: ['source_url', 'target_url'],
  times: ['first_seen', 'last_seen'],
  nodes: ['source', 'target'],
}

const absentOfLinks: Absent = {
  needed: ['source', 'target', 'source_url', 'target_url'],
  instead: { zone: 'other', element: 'a' },
  like: { href: 'target_url' },
}

const pageChecks: Checks = {
  words: { state: pageStates },
  addresses: ['url'],
  perhapsAddresses: ['final_url'],
  times: ['fetched_at'],
  nodes: ['entity'],
}

/** The table of that name in the folder, or null. */
function tableOf(folder: string, files: Files, name: string): ForeignTable | null {
  const bytes = files.get(`${name}.csv`)
  return bytes ? readPlainTable(folder === '' ? `${name}.csv` : `${folder}/${name}.csv`, bytes) : null
}

function readOwnGraph(nodes: ForeignTable, edges: ForeignTable, codebook: ForeignTable | null): ImportedNetwork {
  const columns = codebook ? declaredColumns(codebook) : guessedColumns(nodes)
  const raw: RawNetwork = {
    ...emptyNetwork,
    format: 'CSV',
    own: ownColumns(columns),
    nodes: readNodes(nodes, columns),
    edges: readEdges(edges),
    remarks: codebook ? [] : ['There is no codebook.csv: columns of numbers were read as measures, others as tags.'],
  }
  return assembleNetwork(edges.file, raw, nodes.file)
}

/**
 * Reads a folder of tables: those that `export --format csv` wrote, links.csv, pages.csv and measures.csv included where
 * they are there, without loss; or nodes.csv and edges.csv of another tool. Throws a Mistake with all wrong lines.
 */
export function readTables(folder: string, files: Files): ImportedNetwork {
  const [nodes, edges] = [tableOf(folder, files, 'nodes'), tableOf(folder, files, 'edges')]
  if (!nodes || !edges) throw fatalMistake(folder, 1, `no ${nodes ? 'edges' : 'nodes'}.csv`, 'nodes.csv and edges.csv')
  if (!isOwn(nodes)) return readForeignTables(nodes, edges)
  const graph = readOwnGraph(nodes, edges, tableOf(folder, files, 'codebook'))
  const ids = new Set<string>(graph.nodes.map(node => node.id))
  const remarks = [...graph.remarks]
  const further = <Row>(
    name: string,
    fields: readonly Field<Row>[],
    checks: Checks,
    absent: Absent,
  ): readonly Row[] => {
    const table = tableOf(folder, files, name)
    if (!table) return []
    const rows = readRows(table, fields, absent)
    checkRows(table, checks, ids)
    remarks.push(...absentRemarks(table, fields))
    return rows
  }
  return {
    ...graph,
    links: further<LinkRow>('links', linkTable, linkChecks, absentOfLinks),
    pages: further<PageRow>('pages', pageTable, pageChecks, { needed: ['entity', 'url', 'state'] }),
    measures: further<GraphValue>(
      'measures',
      measureTable(),
      { words: { null: ['', 'rewire', 'permute'] } },
      { needed: ['measure', 'value'] },
    ),
    remarks,
  }
}
