import { methodOf } from '../communities/community-runs.ts'

/** One run of a search on one graph: what it maximises, and other values of what it found. Run r is of the method `methodOf(r)`. */
export interface Search {
  readonly objective: number
  readonly values: readonly number[]
}

/**
 * Returns how much higher each value of the best of `runs` is than that of the best of `fewer` would be on average, half of them
 * of each method, drawn from the same runs with replacement. The observed partition is the best of many runs; a null graph
 * affords few, and would look poorer for that alone. All zero where there are no more runs than that. Rejected: to measure the
 * gain on the null graphs; pooled over graphs of unlike spread it passes what any search can reach, by 0.014 in small ones.
 */
export function gainOfMoreRuns(runs: readonly Search[], fewer: number): number[] {
  const order = [...runs.keys()].sort((a, b) => runs[a]!.objective - runs[b]!.objective || b - a)
  const best = runs[order.at(-1) ?? -1]
  if (best === undefined) return []
  if (runs.length <= fewer) return best.values.map(() => 0)
  const chance = chancesToBeBest(order, fewer)
  return best.values.map(
    (value, at) => value - order.reduce((sum, run, rank) => sum + chance[rank]! * runs[run]!.values[at]!, 0),
  )
}

/** For each rank, ascending: that the best of the runs drawn is the one that stands there. */
function chancesToBeBest(order: readonly number[], fewer: number): number[] {
  const isLouvain = order.map(run => methodOf(run) === 'louvain')
  const louvain = isLouvain.filter(own => own).length
  const seen = { louvain: 0, leiden: 0 }
  let below = 0
  return isLouvain.map(own => {
    seen[own ? 'louvain' : 'leiden']++
    const upTo = ((seen.louvain / louvain) * (seen.leiden / (order.length - louvain))) ** (fewer / 2)
    const chance = upTo - below
    below = upTo
    return chance
  })
}
