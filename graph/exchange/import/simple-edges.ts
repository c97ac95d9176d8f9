import type { ToldEdge } from '#data/records.ts'
import { cleanText } from '#data/table/clean-text.ts'
import { edgeFacts, mergeEdges } from './edge-facts.ts'
import { joinTold } from './kept-columns.ts'
import type { ImportedNode } from './imported-network.ts'
import { type MistakeList, shown } from '../read/mistake-list.ts'
import type { WeighedEdge } from './raw-network.ts'

/** Counts of what was changed, for the remarks. */
export interface Changes {
  parallel: number
  loops: number
  weightless: number
  undirected: number
  directed: number
  /** Values of parallel ties beyond `mostTold` of one tie. */
  untold: number
}

/** A tie with the places of its ends among the sorted nodes: numbers are compared faster than ids. */
interface Ranked {
  readonly edge: ToldEdge
  readonly key: number
}

/**
 * Returns the ties as a simple directed graph, by source, then target: parallel ones added, loops and ties of weight 0
 * left out, an undirected one in each direction. `nodes` are sorted by id. Adds every tie that can't be used to `mistakes`.
 */
export function simpleEdges(
  told: readonly WeighedEdge[],
  nodes: readonly ImportedNode[],
  mistakes: MistakeList,
): { readonly edges: readonly ToldEdge[]; readonly changes: Changes } {
  const changes: Changes = { parallel: 0, loops: 0, weightless: 0, undirected: 0, directed: 0, untold: 0 }
  const places = new Map<string, number>(nodes.map(({ id }, place) => [id, place]))
  const ranked: Ranked[] = []
  const add = (edge: WeighedEdge, source: number, target: number) => {
    const ends = { source: nodes[source]!.id, target: nodes[target]!.id }
    ranked.push({ edge: edgeFacts(edge, ends), key: source * nodes.length + target })
  }
  for (const edge of told) {
    const [source, target] = [placeOf(edge.source, places), placeOf(edge.target, places)]
    if (!isUsable(edge, source, target, mistakes)) continue
    if (edge.weight === 0) changes.weightless += 1
    else if (source === target) changes.loops += 1
    else {
      add(edge, source!, target!)
      if (edge.directed) {
        changes.directed += 1
        continue
      }
      changes.undirected += 1
      add(edge, target!, source!)
    }
  }
  return { edges: joinParallel(ranked, changes), changes }
}

const placeOf = (id: string, places: ReadonlyMap<string, number>): number | undefined =>
  places.get(id) ?? places.get(cleanText(id))

function isUsable(
  { source: from, target: to, weight, wrongWeight, line }: WeighedEdge,
  source: number | undefined,
  target: number | undefined,
  mistakes: MistakeList,
): boolean {
  if (source === undefined) mistakes.add(line, `a tie of ${shown(from)}`, 'the id of a node of this file')
  if (target === undefined) mistakes.add(line, `a tie of ${shown(to)}`, 'the id of a node of this file')
  const isNumber = wrongWeight === '' && (weight === null || weight >= 0)
  if (!isNumber) mistakes.add(line, wrongWeight || `the weight ${weight}`, 'a number, 0 or more')
  return source !== undefined && target !== undefined && isNumber
}

/** In the order of the ends; ties of one pair stay in the file's order, as their weights are added. */
function joinParallel(ranked: Ranked[], changes: Changes): readonly ToldEdge[] {
  const edges: ToldEdge[] = []
  let last = -1
  for (const { edge, key } of ranked.sort((a, b) => a.key - b.key)) {
    if (key === last) {
      changes.parallel += 1
      const before = edges.pop()!
      const { told, left } = joinTold(before.told, edge.told)
      changes.untold += left
      edges.push({ ...mergeEdges(before, edge), ...(told && { told }) })
    } else edges.push(edge)
    last = key
  }
  return edges
}
