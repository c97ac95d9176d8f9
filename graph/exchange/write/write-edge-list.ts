import { csvTable } from '#data/table/csv-table.ts'
import type { ExportModel } from '../model/export-model.ts'
import { tieFactsOf } from '../model/relation.ts'

/**
 * Yields source, target and weight, separated by tabs under a header, as igraph's graph_from_data_frame and statnet's
 * network take them from read.delim. Nodes without an edge are not in it: nodes.csv has them.
 */
export function writeEdgeList(model: ExportModel): Iterable<string> {
  return csvTable(tieFactsOf(model).table.slice(0, 3), model.edges, { separator: '\t' })
}
