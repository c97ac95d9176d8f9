import { cleanText } from '#data/table/clean-text.ts'
import type { Field, Value } from '#data/table/column.ts'
import { formatNumber } from '#data/table/format-number.ts'
import { writeListCell } from '#data/table/list-cell.ts'
import { columnsOfEdges } from '../model/columns-of-edges.ts'
import type { ExportModel } from '../model/export-model.ts'
import { nodeFields } from '../model/node-fields.ts'
import { placeNodes } from '../model/place-nodes.ts'
import { stataNames } from './stata-names.ts'

/** ASCII alone, as the specification wants and networkx insists; & and " have no other way to stand in a text. */
const gmlText = (text: string): string =>
  `"${cleanText(text).replace(/[&"]|[^ -~]/gu, character => `&#${character.codePointAt(0)!};`)}"`

/** A real number has a point, an integer none and 32 bits at most: what is longer is written as a real. */
function gmlNumber(value: number): string {
  const text = formatNumber(value)
  if (/^-?\d+$/.test(text)) return Math.abs(value) > 0x7fff_ffff ? `${text}.0` : text
  const [mantissa, exponent] = text.split('e')
  return (mantissa!.includes('.') ? mantissa! : `${mantissa}.0`) + (exponent === undefined ? '' : `e${exponent}`)
}

function gmlValue(value: Value): string {
  if (value === null || value === '') return ''
  if (typeof value === 'number') return Number.isFinite(value) ? gmlNumber(value) : ''
  if (typeof value === 'boolean') return value ? '1' : '0'
  return typeof value !== 'string' && value.length === 0
    ? ''
    : gmlText(typeof value === 'string' ? value : writeListCell(value))
}

type Entry = readonly [key: string, value: string]

/** The names of other columns never come upon these. */
const drawn = ['id', 'name', 'label', 'source', 'target', 'weight', 'graphics']

/** Returns what writes a row's entries, those with a value, under keys of plain letters. */
function entriesOf<Row>(fields: readonly Field<Row>[]): (row: Row) => readonly Entry[] {
  const keys = stataNames([...drawn, ...fields.map(({ id }) => id)]).slice(drawn.length)
  return row =>
    fields.map(({ read }, index): Entry => [keys[index]!, gmlValue(read(row))]).filter(([, value]) => value !== '')
}

const block = (name: string, entries: readonly Entry[]): string =>
  `  ${name} [\n${entries.map(([key, value]) => `    ${key} ${value}\n`).join('')}  ]\n`

/** Names for people, each once, as networkx takes them for the nodes themselves: `Demos`, `Demos (2)`. */
function distinctLabels(labels: readonly string[]): readonly string[] {
  const taken = new Set(labels)
  const seen = new Set<string>()
  return labels.map(label => {
    let distinct = label
    for (let number = 2; seen.has(distinct) || (distinct !== label && taken.has(distinct)); number += 1)
      distinct = `${label} (${number})`
    seen.add(distinct)
    return distinct
  })
}

/**
 * Yields a GML file, in pieces: nodes numbered from 1, their ids as `name`, where igraph looks for it. Keys have letters,
 * digits and `_` alone. Source: Himsolt, GML, 1996.
 */
export function* writeGml(model: ExportModel): Generator<string> {
  const { directed, fields } = columnsOfEdges(model)
  const [ofNode, ofEdge] = [entriesOf(nodeFields(model)), entriesOf(fields)]
  const points = placeNodes(model.nodes)
  const labels = distinctLabels(model.nodes.map(({ label }) => cleanText(label)))
  const numbers = new Map<string, number>(model.nodes.map(({ id }, index) => [id, index + 1]))
  yield `Creator "Toile"\ngraph [\n  directed ${directed ? 1 : 0}\n`
  for (const [index, node] of model.nodes.entries()) {
    const { x, y } = points[index]!
    const graphics = `[ x ${gmlNumber(x)} y ${gmlNumber(y)} w ${gmlNumber(node.size)} fill "${node.colour}" ]`
    yield block('node', [
      ['id', String(index + 1)],
      ['label', gmlText(labels[index]!)],
      ['name', gmlText(node.id)],
      ...ofNode(node),
      ['graphics', graphics],
    ])
  }
  for (const edge of model.edges)
    yield block('edge', [
      ['source', String(numbers.get(edge.source))],
      ['target', String(numbers.get(edge.target))],
      ['weight', gmlNumber(edge.weight)],
      ...ofEdge(edge),
    ])
  yield ']\n'
}
