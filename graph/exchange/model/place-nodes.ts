import type { ExportNode } from './export-model.ts'

export interface NodePoint {
  readonly x: number
  readonly y: number
}

const spacing = 10
const leastRadius = 100

function isPlaced(node: ExportNode): boolean {
  return Number.isFinite(node.x) && Number.isFinite(node.y) && node.x !== null && node.y !== null
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000
}

/** Centre and radius of a circle that no placed node reaches. */
function ringAround(placed: readonly NodePoint[], count: number): { centre: NodePoint; radius: number } {
  const middle = (values: readonly number[]) =>
    values.length === 0 ? 0 : (values.reduce((a, b) => Math.min(a, b)) + values.reduce((a, b) => Math.max(a, b))) / 2
  const centre = { x: middle(placed.map(point => point.x)), y: middle(placed.map(point => point.y)) }
  const reach = placed.reduce((most, { x, y }) => Math.max(most, Math.hypot(x - centre.x, y - centre.y)), 0)
  return { centre, radius: Math.max(leastRadius, reach * 1.15, (count * spacing) / (2 * Math.PI)) }
}

/**
 * Returns a position for every node, in the order given: the layout's where there is one; nodes outside the layout
 * stand on a ring around it, in their order. Never all at 0, which Gephi takes for "no positions" and scatters.
 */
export function placeNodes(nodes: readonly ExportNode[]): readonly NodePoint[] {
  const layout = nodes.some(node => isPlaced(node) && (node.x !== 0 || node.y !== 0))
  const isInside = (node: ExportNode) => layout && isPlaced(node)
  const inside = nodes.filter(isInside).map(node => ({ x: node.x!, y: node.y! }))
  const outside = nodes.length - inside.length
  const { centre, radius } = ringAround(inside, outside)
  let turn = 0
  return nodes.map(node => {
    if (isInside(node)) return { x: node.x!, y: node.y! }
    const angle = (2 * Math.PI * turn++) / outside
    return { x: rounded(centre.x + radius * Math.cos(angle)), y: rounded(centre.y + radius * Math.sin(angle)) }
  })
}
