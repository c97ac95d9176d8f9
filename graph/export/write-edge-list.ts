import { csvTable } from './csv-table.ts'
import { edgeTable } from './edge-fields.ts'
import type { ExportModel } from './export-model.ts'

/**
 * Yields source, target and weight, separated by tabs under a header, as igraph's graph_from_data_frame and statnet's
 * network take them from read.delim. Nodes without an edge are not in it: nodes.csv has them.
 */
export function writeEdgeList(model: ExportModel): Iterable<string> {
  return csvTable(edgeTable.slice(0, 3), model.edges, { separator: '\t' })
}
