import { Fault } from '#data/mistake.ts'
import type { ExportModel } from './export-model.ts'

/** Throws a Fault when the graph is not simple: what Gephi would drop in silence is refused here. */
export function checkModel({ nodes, edges }: Pick<ExportModel, 'nodes' | 'edges'>): void {
  const ids = new Set<string>()
  for (const { id } of nodes) {
    if (ids.has(id)) throw new Fault(`export: the node ${JSON.stringify(id)} comes twice; nothing was written`)
    ids.add(id)
  }
  const pairs = new Set<string>()
  for (const { source, target, weight } of edges) {
    const pair = JSON.stringify([source, target])
    const wrong = !(weight > 0 && Number.isFinite(weight))
      ? `has the weight ${weight}`
      : source === target
        ? 'is a self-loop'
        : !ids.has(source) || !ids.has(target)
          ? 'has an end that is no node'
          : pairs.has(pair)
            ? 'comes twice'
            : ''
    if (wrong !== '') throw new Fault(`export: the edge ${pair} ${wrong}; nothing was written`)
    pairs.add(pair)
  }
}
