import { networkOf } from '#graph/exchange/import/import-from.ts'
import { readInput } from '#graph/exchange/read/read-input.ts'
import { buildExportModel } from '#graph/exchange/model/build-export-model.ts'
import type { ExportModel, NodeResult } from '#graph/exchange/model/export-model.ts'
import type { ImportedNetwork } from '#graph/exchange/import/imported-network.ts'

/**
 * Returns what an export of an imported network holds, without a corpus in between: nodes whose status the file doesn't
 * tell are IN. A file that this project wrote comes out the same, byte by byte, in the same format.
 */
export function importedModel(network: ImportedNetwork): ExportModel {
  const { title, description, lastModified, nodes, edges, nodeColumns, links, pages, measures } = network
  const results = new Map<string, NodeResult>(
    nodes.map(({ id, community, values, x, y }) => [id, { community, values, x, y }]),
  )
  const graph = { nodes: nodes.map(node => ({ ...node, status: node.status ?? ('IN' as const) })), edges }
  const model = buildExportModel({
    title,
    description,
    graph,
    results,
    places: new Map(
      nodes.map(({ id, prefixes, startPages, datedNames, datedPrefixes }) => [
        id,
        { prefixes, startPages, datedNames, datedPrefixes },
      ]),
    ),
    nodeColumns,
    links,
    pages,
    measures,
    lastModified,
  })
  const drawn = new Map(nodes.map(({ id, size, colour }) => [id, { size, colour }]))
  return {
    ...model,
    nodes: model.nodes.map(node => ({
      ...node,
      size: drawn.get(node.id)?.size ?? node.size,
      colour: drawn.get(node.id)?.colour ?? node.colour,
    })),
  }
}

/** Reads what stands at `path` without a corpus: a folder of tables, one of its tables, or a file of another tool. */
export const importFrom = async (path: string): Promise<ImportedNetwork> => networkOf(await readInput(path))
