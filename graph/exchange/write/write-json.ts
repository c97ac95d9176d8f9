import { cleanText } from '#data/table/clean-text.ts'
import type { ExportModel } from '../model/export-model.ts'
import type { Field, Value } from '#data/table/column.ts'
import { nodeFields } from '../model/node-fields.ts'
import { placeNodes } from '../model/place-nodes.ts'
import { columnsOfEdges } from '../model/columns-of-edges.ts'

function jsonValue(value: Value): Value {
  if (typeof value === 'string') return cleanText(value)
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  return typeof value === 'boolean' || value === null ? value : value.map(cleanText)
}

/** Attributes with a value; lists stay lists. */
function attributes<Row>(row: Row, fields: readonly Field<Row>[]): Record<string, Value> {
  const entries = fields.map(field => [field.id, jsonValue(field.read(row))] as const)
  return Object.fromEntries(entries.filter(([, value]) => value !== null && value !== '' && !isEmptyList(value)))
}

function isEmptyList(value: Value): boolean {
  return Array.isArray(value) && value.length === 0
}

/** Yields each entry on a line of its own, so that two exports can be compared line by line. */
function* lines<Row>(rows: readonly Row[], entry: (row: Row, index: number) => unknown): Generator<string> {
  for (const [index, row] of rows.entries()) yield `${index === 0 ? '' : ','}\n    ${JSON.stringify(entry(row, index))}`
}

/**
 * Yields graphology's serialisation of the graph, in pieces, as Graph.import and Gephi Lite read it. Attributes are
 * named as the columns of the CSV tables; label, x, y, size and color as sigma expects them.
 */
export function* writeJson(model: ExportModel): Generator<string> {
  const facts = nodeFields(model)
  const { directed, fields } = columnsOfEdges(model)
  const points = placeNodes(model.nodes)
  const about = {
    title: model.title,
    description: model.description,
    creator: 'Toile',
    lastModified: model.lastModified,
    columns: facts.map(({ read: _, ...column }) => column),
  }
  yield `{\n  "options": {"type": "${directed ? 'directed' : 'undirected'}", "multi": false, "allowSelfLoops": false},\n`
  yield `  "attributes": ${JSON.stringify(about, (_, value) => (typeof value === 'string' ? cleanText(value) : value))},\n`
  yield '  "nodes": ['
  yield* lines(model.nodes, (node, index) => ({
    key: cleanText(node.id),
    attributes: {
      label: cleanText(node.label),
      ...points[index]!,
      size: node.size,
      color: node.colour,
      ...attributes(node, facts),
    },
  }))
  yield '\n  ],\n  "edges": ['
  yield* lines(model.edges, (edge, index) => ({
    key: String(index),
    source: cleanText(edge.source),
    target: cleanText(edge.target),
    attributes: { weight: edge.weight, ...attributes(edge, fields) },
  }))
  yield '\n  ]\n}\n'
}
