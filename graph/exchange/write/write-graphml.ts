import { distinctNames } from '../model/distinct-names.ts'
import type { ExportEdge, ExportModel, ExportNode } from '../model/export-model.ts'
import type { Field, Value } from '#data/table/column.ts'
import { formatNumber } from '#data/table/format-number.ts'
import { writeListCell } from '#data/table/list-cell.ts'
import { nodeFields } from '../model/node-fields.ts'
import { placeNodes, type NodePoint } from '../model/place-nodes.ts'
import { columnsOfEdges } from '../model/columns-of-edges.ts'
import { xmlText } from '#data/table/xml-text.ts'

interface PlacedNode {
  readonly node: ExportNode
  readonly point: NodePoint
}

type Drawn<Row> = Pick<Field<Row>, 'id' | 'type' | 'read' | 'isTag'>

interface Key<Row> extends Drawn<Row> {
  readonly key: string
}

const graphmlTypes = {
  text: 'string',
  date: 'string',
  list: 'string',
  integer: 'long',
  number: 'double',
  boolean: 'boolean',
}

// The names under which Gephi, igraph and networkx look for what is drawn.
const drawnFields: readonly Drawn<PlacedNode>[] = [
  // igraph names its vertices so, and forgets the ids.
  { id: 'name', type: 'text', read: ({ node }) => node.id },
  { id: 'label', type: 'text', read: ({ node }) => node.label },
  { id: 'x', type: 'number', read: ({ point }) => point.x },
  { id: 'y', type: 'number', read: ({ point }) => point.y },
  { id: 'size', type: 'number', read: ({ node }) => node.size },
  { id: 'color', type: 'text', read: ({ node }) => node.colour },
]

const weightField: Drawn<ExportEdge> = { id: 'weight', type: 'number', read: edge => edge.weight }

function keysOf<Row>(prefix: string, fields: readonly Drawn<Row>[]): readonly Key<Row>[] {
  const names = distinctNames(fields.map(field => field.id))
  return fields.map(({ type, read, isTag }, index) => ({
    // By the letter t import knows tags again.
    key: `${isTag ? 't' : prefix}${index}`,
    id: names[index]!,
    type,
    read,
  }))
}

function dataText(value: Value): string {
  if (value === null) return ''
  if (typeof value === 'number') return formatNumber(value)
  if (typeof value === 'boolean') return String(value)
  return xmlText(typeof value === 'string' ? value : writeListCell(value))
}

function dataElements<Row>(row: Row, keys: readonly Key<Row>[]): string {
  return keys
    .map(({ key, read }) => [key, dataText(read(row))] as const)
    .filter(([, text]) => text !== '')
    .map(([key, text]) => `      <data key="${key}">${text}</data>\n`)
    .join('')
}

function* declarations<Row>(owner: 'node' | 'edge', keys: readonly Key<Row>[]): Generator<string> {
  for (const { key, id, type } of keys)
    yield `  <key id="${key}" for="${owner}" attr.name="${xmlText(id)}" attr.type="${graphmlTypes[type]}"/>\n`
}

/** Yields a GraphML file, in pieces: typed keys named as the columns of the CSV tables. Source: graphml.graphdrawing.org. */
export function* writeGraphml(model: ExportModel): Generator<string> {
  const facts = nodeFields(model).map(({ read, ...field }) => ({ ...field, read: (row: PlacedNode) => read(row.node) }))
  const nodeKeys = keysOf('n', [...drawnFields, ...facts])
  const { directed, fields } = columnsOfEdges(model)
  const edgeKeys = keysOf('e', [weightField, ...fields])
  const points = placeNodes(model.nodes)
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
  yield `  <desc>${xmlText([model.title, model.description].filter(text => text !== '').join('. '))}</desc>\n`
  yield* declarations('node', nodeKeys)
  yield* declarations('edge', edgeKeys)
  yield `  <graph id="Toile" edgedefault="${directed ? 'directed' : 'undirected'}">\n`
  for (const [index, node] of model.nodes.entries())
    yield `    <node id="${xmlText(node.id)}">\n${dataElements({ node, point: points[index]! }, nodeKeys)}    </node>\n`
  for (const [index, edge] of model.edges.entries())
    yield (
      `    <edge id="${index}" source="${xmlText(edge.source)}" target="${xmlText(edge.target)}">\n` +
      `${dataElements(edge, edgeKeys)}    </edge>\n`
    )
  yield '  </graph>\n</graphml>\n'
}
