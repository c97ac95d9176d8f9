import { cardWords } from '../card-words.ts'
import type { NodeMeasure } from '../measure.ts'
import type { PathSums } from '../paths/shortest-paths.ts'

export const closeness: NodeMeasure = {
  kind: 'node',
  name: 'closeness',
  type: 'number',
  range: [0, 1],
  ...cardWords(words => words.site.closeness),
  unit: '1 / links',
  weighted: false,
  parameters: { sources: { default: 256, description: 'least sample of sources, when nodes × edges exceed 2e9' } },
  source: 'Wasserman & Faust 1994, Social Network Analysis, eq. 5.22; Eppstein & Wang 2004 for samples',
  compute: ({ paths }) => closenessOf(paths),
}

/** Incoming distances: (reached / (n − 1)) · (reached / steps), in [0, 1]; from a sample, of its sources. */
export function closenessOf({ reachedBy, steps, sourceCount }: PathSums): Float64Array {
  const nodeCount = reachedBy.length
  const others = sourceCount * ((nodeCount - 1) / nodeCount)
  return reachedBy.map((reached, node) =>
    reached === 0 ? 0 : Math.min(1, reached / others) * (reached / steps[node]!),
  )
}
