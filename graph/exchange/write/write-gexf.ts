import { distinctNames } from '../model/distinct-names.ts'
import type { ExportEdge, ExportModel, ExportNode, WriteOptions } from '../model/export-model.ts'
import type { Field, Value } from '#data/table/column.ts'
import { formatNumber } from '#data/table/format-number.ts'
import { shieldInfinity } from './gexf-text.ts'
import { writeListCell } from '#data/table/list-cell.ts'
import { nodeFields } from '../model/node-fields.ts'
import { placeNodes, type NodePoint } from '../model/place-nodes.ts'
import { columnsOfEdges } from '../model/columns-of-edges.ts'
import { sightings, type Sighting } from '../model/sightings.ts'
import { xmlText } from '#data/table/xml-text.ts'

export type GexfVersion = '1.3' | '1.2'

/** What differs between the versions. */
interface Dialect {
  readonly version: GexfVersion
  readonly namespace: string
  /** 1.2draft requires a third coordinate. */
  readonly depth: string
  /** 1.2draft has no timerepresentation; its only one is the interval. */
  readonly timeRepresentation: string
  /** 1.3 is for Gephi. 1.2draft is for readers older than 1.3, and keeps every character. */
  readonly shield: (text: string) => string
}

const dialects: Readonly<Record<GexfVersion, Dialect>> = {
  '1.3': {
    version: '1.3',
    namespace: 'http://gexf.net/1.3',
    depth: '',
    timeRepresentation: ' timerepresentation="interval"',
    shield: shieldInfinity,
  },
  '1.2': {
    version: '1.2',
    namespace: 'http://www.gexf.net/1.2draft',
    depth: ' z="0"',
    timeRepresentation: '',
    shield: text => text,
  },
}

/** An attribute of the file: a field under an id that no other has, not even in another case. */
interface Attribute<Row> {
  readonly id: string
  readonly title: string
  readonly type: string
  readonly read: (row: Row) => Value
}

const gexfTypes = { text: 'string', date: 'string', list: 'string', number: 'double', boolean: 'boolean' }

function typeOf<Row>(field: Field<Row>, rows: readonly Row[]): string {
  if (field.type !== 'integer') return gexfTypes[field.type]
  return rows.some(row => Math.abs(Number(field.read(row))) > 0x7fff_ffff) ? 'long' : 'integer'
}

function attributesOf<Row>(fields: readonly Field<Row>[], rows: readonly Row[]): readonly Attribute<Row>[] {
  const ids = distinctNames(fields.map(field => field.id))
  const titles = distinctNames(fields.map(field => field.title))
  return fields.map((field, index) => ({
    id: ids[index]!,
    title: titles[index]!,
    type: typeOf(field, rows),
    read: field.read,
  }))
}

function attributeText(value: Value, { shield }: Dialect): string {
  if (value === null) return ''
  if (typeof value === 'number') return formatNumber(value)
  if (typeof value === 'boolean') return String(value)
  return xmlText(shield(typeof value === 'string' ? value : writeListCell(value)))
}

function* declarations<Row>(owner: 'node' | 'edge', attributes: readonly Attribute<Row>[]): Generator<string> {
  yield `    <attributes class="${owner}" mode="static">\n`
  for (const { id, title, type } of attributes)
    yield `      <attribute id="${xmlText(id)}" title="${xmlText(title)}" type="${type}"/>\n`
  yield '    </attributes>\n'
}

/** Empty values are left out: Gephi ignores them, and other readers take them for text. */
function values<Row>(row: Row, attributes: readonly Attribute<Row>[], dialect: Dialect): string {
  const written = attributes
    .map(({ id, read }) => [id, attributeText(read(row), dialect)] as const)
    .filter(([, text]) => text !== '')
    .map(([id, text]) => `          <attvalue for="${xmlText(id)}" value="${text}"/>\n`)
  return written.length === 0 ? '' : `        <attvalues>\n${written.join('')}        </attvalues>\n`
}

/** Integer channels, no alpha: Gephi drops fractions, and misreads a hex value that has an alpha. */
function colourElement(colour: string): string {
  const [r, g, b] = [1, 3, 5].map(at => Number.parseInt(colour.slice(at, at + 2), 16))
  return `        <viz:color r="${r}" g="${g}" b="${b}"/>\n`
}

function interval(sighting: Sighting | undefined): string {
  if (!sighting) return ''
  return ` start="${xmlText(sighting.first.slice(0, 10))}" end="${xmlText(sighting.last.slice(0, 10))}"`
}

const spellElements = (spells: readonly Sighting[]): string =>
  `        <spells>\n${spells.map(spell => `          <spell${interval(spell)}/>\n`).join('')}        </spells>\n`

function nodeElement(
  node: ExportNode,
  { x, y }: NodePoint,
  sighting: Sighting | undefined,
  attributes: readonly Attribute<ExportNode>[],
  dialect: Dialect,
): string {
  return (
    `      <node id="${xmlText(node.id)}" label="${xmlText(node.label)}"${interval(sighting)}>\n` +
    values(node, attributes, dialect) +
    `        <viz:size value="${formatNumber(node.size)}"/>\n` +
    `        <viz:position x="${formatNumber(x)}" y="${formatNumber(y)}"${dialect.depth}/>\n` +
    colourElement(node.colour) +
    '      </node>\n'
  )
}

function edgeElement(
  edge: ExportEdge,
  id: number,
  sighting: Sighting | undefined,
  attributes: readonly Attribute<ExportEdge>[],
  dialect: Dialect,
): string {
  const { spells } = edge
  const isBroken = sighting !== undefined && spells !== undefined
  const ends = `source="${xmlText(edge.source)}" target="${xmlText(edge.target)}"`
  return (
    `      <edge id="${id}" ${ends} weight="${formatNumber(edge.weight)}"${isBroken ? '' : interval(sighting)}>\n` +
    values(edge, attributes, dialect) +
    (isBroken ? spellElements(spells) : '') +
    '      </edge>\n'
  )
}

/** The last columns of a node are tags; their true names stand in the file's keywords, so that import knows them again. */
function tagKeywords(fields: readonly Field<ExportNode>[]): string {
  return `tags: ${writeListCell(fields.filter(field => field.isTag === true).map(field => field.id))}`
}

function* head(model: ExportModel, dialect: Dialect, dynamic: boolean): Generator<string> {
  const { namespace, version } = dialect
  const date = /^\d{4}-\d{2}-\d{2}/.exec(model.lastModified)?.[0]
  yield '<?xml version="1.0" encoding="UTF-8"?>\n'
  yield `<gexf xmlns="${namespace}" xmlns:viz="${namespace}/viz" version="${version}">\n`
  yield `  <meta${date ? ` lastmodifieddate="${date}"` : ''}>\n    <creator>Toile</creator>\n`
  yield `    <description>${xmlText([model.title, model.description].filter(text => text !== '').join('. '))}</description>\n`
  yield `    <keywords>${xmlText(tagKeywords(nodeFields(model)))}</keywords>\n`
  yield '  </meta>\n'
  // Days, not instants: networkx knows no other date, and waves of a crawl are days apart.
  const time = dynamic ? ` mode="dynamic" timeformat="date"${dialect.timeRepresentation}` : ' mode="static"'
  const type = columnsOfEdges(model).directed ? 'directed' : 'undirected'
  yield `  <graph defaultedgetype="${type}" idtype="string"${time}>\n`
}

/**
 * Yields a GEXF file, in pieces. Own writer: graphology-gexf leaves control characters raw, writes NaN and Infinity,
 * and turns named colours black. Schemas: gexf.net, 1.3 and 1.2draft, with the viz module.
 */
export function* writeGexf(
  model: ExportModel,
  options: WriteOptions = {},
  version: GexfVersion = '1.3',
): Generator<string> {
  const dialect = dialects[version]
  const nodeAttributes = attributesOf(nodeFields(model), model.nodes)
  const edgeAttributes = attributesOf(columnsOfEdges(model).fields, model.edges)
  const seen = options.dynamic ? sightings(model.edges) : null
  const points = placeNodes(model.nodes)
  yield* head(model, dialect, seen !== null)
  yield* declarations('node', nodeAttributes)
  yield* declarations('edge', edgeAttributes)
  yield `    <nodes count="${model.nodes.length}">\n`
  for (const [index, node] of model.nodes.entries())
    yield nodeElement(node, points[index]!, seen?.ofNode(node.id), nodeAttributes, dialect)
  yield `    </nodes>\n    <edges count="${model.edges.length}">\n`
  for (const [index, edge] of model.edges.entries())
    yield edgeElement(edge, index, seen?.ofEdge(edge), edgeAttributes, dialect)
  yield '    </edges>\n  </graph>\n</gexf>\n'
}
