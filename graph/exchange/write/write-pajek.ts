import { cleanText } from '#data/table/clean-text.ts'
import type { ExportModel } from '../model/export-model.ts'
import { formatNumber } from '#data/table/format-number.ts'
import { placeNodes, type NodePoint } from '../model/place-nodes.ts'
import { tieFactsOf } from '../model/relation.ts'

/** Pajek has no escape for a quote, and its readers disagree about the backslash. */
function quoted(text: string): string {
  return `"${cleanText(text).replace(/["\\]/g, "'").replace(/\s/g, ' ')}"`
}

/** Quoting can make two ids one: the later ones are numbered. */
function distinctIds(ids: readonly string[]): readonly string[] {
  const taken = new Set<string>()
  return ids.map(id => {
    const name = quoted(id)
    let distinct = name
    for (let number = 2; taken.has(distinct); number += 1) distinct = `${name.slice(0, -1)} ${number}"`
    taken.add(distinct)
    return distinct
  })
}

/** Returns a map of layout positions into Pajek's unit square, proportions kept, y downwards. */
function toUnitSquare(points: readonly NodePoint[]): (point: NodePoint) => string {
  const least = (values: readonly number[]) => values.reduce((a, b) => Math.min(a, b), Infinity)
  const [left, top] = [least(points.map(({ x }) => x)), least(points.map(({ y }) => -y))]
  const extent = Math.max(-least(points.map(({ x }) => -x)) - left, -least(points.map(({ y }) => y)) - top, 1e-9)
  const inside = (value: number) => formatNumber(Math.round((0.05 + 0.9 * value) * 10_000) / 10_000)
  return ({ x, y }) => `${inside((x - left) / extent)} ${inside((-y - top) / extent)}`
}

/**
 * Yields a Pajek network: vertices named by their ids, which are unique where labels need not be, with positions;
 * weighted arcs, or edges where there is no direction. Attributes are left to the other formats. Source: Pajek's reference manual, "Data objects".
 */
export function* writePajek(model: ExportModel): Generator<string> {
  const points = placeNodes(model.nodes)
  const position = toUnitSquare(points)
  const numbers = new Map<string, number>(model.nodes.map((node, index) => [node.id, index + 1]))
  yield `*Vertices ${model.nodes.length}\n`
  for (const [index, id] of distinctIds(model.nodes.map(node => node.id)).entries())
    yield `${index + 1} ${id} ${position(points[index]!)} 0.5\n`
  yield tieFactsOf(model).directed ? '*Arcs\n' : '*Edges\n'
  for (const { source, target, weight } of model.edges)
    yield `${numbers.get(source)} ${numbers.get(target)} ${formatNumber(weight)}\n`
}
