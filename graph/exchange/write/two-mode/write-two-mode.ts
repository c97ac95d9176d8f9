import type { ToolsOfSite } from '#graph/analysis/tools/site-tools.ts'
import { siteUses, siteUseTable } from '#graph/analysis/tools/use-tables.ts'
import { csvTable } from '#data/table/csv-table.ts'
import { writeListCell } from '#data/table/list-cell.ts'
import type { Field, Value } from '#data/table/column.ts'
import { type FolderMark, writeFolderWhenWhole } from '#data/table/write-when-whole.ts'
import { xmlText } from '#data/table/xml-text.ts'
import { type ModeEdge, modeEdgeTable, type ModeNode, modeNodeTable, type TwoMode, twoModeOf } from './two-mode.ts'

/**
 * Writes sites and tools as a network of two kinds of nodes: `nodes.csv`, `edges.csv`, `tools.gexf` (1.3), `tools.graphml`, and `uses.csv`, in
 * which the sites stand, too, that nobody looked at. Same corpus, same bytes.
 */
export async function writeTwoMode(folder: string, sites: readonly ToolsOfSite[], stop?: AbortSignal): Promise<void> {
  const network = twoModeOf(sites)
  await writeFolderWhenWhole(
    folder,
    [
      ['uses.csv', csvTable(siteUseTable, siteUses(sites))],
      ['nodes.csv', csvTable(modeNodeTable, network.nodes)],
      ['edges.csv', csvTable(modeEdgeTable, network.edges)],
      ['tools.gexf', twoModeGexf(network)],
      ['tools.graphml', twoModeGraphml(network)],
    ],
    mark,
    stop,
  )
}

/** By its head a folder of ours is known again. */
const mark: FolderMark = { name: 'nodes.csv', head: /^id,label,type,bipartite,/ }

/** Columns that are attributes; what a format has a place of its own for is none. */
const nodeAttributes = modeNodeTable.slice(2)
const edgeAttributes = modeEdgeTable.slice(3)

const textOf = (value: Value): string =>
  value === null ? '' : typeof value === 'object' ? writeListCell(value) : String(value)

const typeNames = {
  gexf: { text: 'string', list: 'string', date: 'string', boolean: 'boolean', integer: 'integer', number: 'double' },
  graphml: { text: 'string', list: 'string', date: 'string', boolean: 'boolean', integer: 'long', number: 'double' },
} as const

/** [place, text] of the columns that have a value. */
const filled = <Row>(fields: readonly Field<Row>[], row: Row): (readonly [number, string])[] =>
  fields.map(({ read }, at) => [at, textOf(read(row))] as const).filter(([, text]) => text !== '')

export function* twoModeGexf({ nodes, edges }: TwoMode): Generator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://gexf.net/1.3" version="1.3">\n'
  yield '  <graph defaultedgetype="directed" mode="static">\n'
  yield* gexfAttributes('node', nodeAttributes)
  yield* gexfAttributes('edge', edgeAttributes)
  yield '    <nodes>\n'
  for (const node of nodes)
    yield `      <node id="${xmlText(node.id)}" label="${xmlText(node.label)}">${gexfValues(nodeAttributes, node)}</node>\n`
  yield '    </nodes>\n    <edges>\n'
  for (const [at, edge] of edges.entries())
    yield `      <edge id="${at}" source="${xmlText(edge.source)}" target="${xmlText(edge.target)}" weight="${edge.weight}">${gexfValues(edgeAttributes, edge)}</edge>\n`
  yield '    </edges>\n  </graph>\n</gexf>\n'
}

function* gexfAttributes(of: 'node' | 'edge', fields: readonly Field<never>[]): Generator<string> {
  yield `    <attributes class="${of}" mode="static">\n`
  for (const [at, { id, type }] of fields.entries())
    yield `      <attribute id="${at}" title="${id}" type="${typeNames.gexf[type]}"/>\n`
  yield '    </attributes>\n'
}

const gexfValues = <Row>(fields: readonly Field<Row>[], row: Row): string =>
  `<attvalues>${filled(fields, row)
    .map(([at, text]) => `<attvalue for="${at}" value="${xmlText(text)}"/>`)
    .join('')}</attvalues>`

export function* twoModeGraphml({ nodes, edges }: TwoMode): Generator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
  yield '  <key id="label" for="node" attr.name="label" attr.type="string"/>\n'
  yield* graphmlKeys('node', nodeAttributes)
  yield '  <key id="weight" for="edge" attr.name="weight" attr.type="double"/>\n'
  yield* graphmlKeys('edge', edgeAttributes)
  yield '  <graph edgedefault="directed">\n'
  for (const node of nodes)
    yield `    <node id="${xmlText(node.id)}"><data key="label">${xmlText(node.label)}</data>${graphmlValues('node', nodeAttributes, node)}</node>\n`
  for (const edge of edges)
    yield `    <edge source="${xmlText(edge.source)}" target="${xmlText(edge.target)}"><data key="weight">${edge.weight}</data>${graphmlValues('edge', edgeAttributes, edge)}</edge>\n`
  yield '  </graph>\n</graphml>\n'
}

function* graphmlKeys(of: 'node' | 'edge', fields: readonly Field<never>[]): Generator<string> {
  for (const [at, { id, type }] of fields.entries())
    yield `  <key id="${of}${at}" for="${of}" attr.name="${id}" attr.type="${typeNames.graphml[type]}"/>\n`
}

const graphmlValues = <Row extends ModeNode | ModeEdge>(of: string, fields: readonly Field<Row>[], row: Row): string =>
  filled(fields, row)
    .map(([at, text]) => `<data key="${of}${at}">${xmlText(text)}</data>`)
    .join('')
