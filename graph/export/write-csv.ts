import { codebookRows, codebookTable } from './codebook.ts'
import { csvTable } from './csv-table.ts'
import { edgeTable } from './edge-fields.ts'
import { linkTable, measureTable, pageTable } from './evidence-fields.ts'
import type { ExportModel, WriteOptions } from './export-model.ts'
import { nodeTable } from './node-fields.ts'

/** A file of a folder: its name and its text, in pieces that are made only when asked for. */
export type NamedFile = readonly [name: string, text: Iterable<string>]

/** Returns the five tables and their codebook. Memory doesn't grow with links or pages. */
export function writeCsv(model: ExportModel, options: WriteOptions = {}): readonly NamedFile[] {
  return [
    ['nodes.csv', csvTable(nodeTable(model), model.nodes, options)],
    ['edges.csv', csvTable(edgeTable, model.edges, options)],
    ['links.csv', csvTable(linkTable, model.links, options)],
    ['pages.csv', csvTable(pageTable, model.pages, options)],
    ['measures.csv', csvTable(measureTable, model.measures, options)],
    ['codebook.csv', csvTable(codebookTable, codebookRows(model), options)],
  ]
}
