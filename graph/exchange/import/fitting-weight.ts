import type { SiteEdge } from '#data/records.ts'
import { statuses } from '#data/vocabulary/statuses.ts'
import { zones } from '#data/vocabulary/zones.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { readSiteGraph } from '#data/store/graph/site-graph.ts'
import { type Weight, weights } from '#data/vocabulary/weights.ts'

const keyOf = ({ source, target }: SiteEdge): string => JSON.stringify([source, target])

/** The weight by which the corpus counts for `edges` what their file says; null when none does. Tables don't name it. */
export function fittingWeight(corpus: Corpus, edges: readonly SiteEdge[]): Weight | null {
  const fits = (weight: Weight): boolean => {
    const counted = new Map(
      readSiteGraph(corpus, { statuses, zones, weight }).edges.map(edge => [keyOf(edge), edge.weight]),
    )
    return edges.every(edge => counted.get(keyOf(edge)) === edge.weight)
  }
  return weights.find(fits) ?? null
}
