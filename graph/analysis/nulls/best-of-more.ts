/** One run of a search on one graph: what it maximises, and other values of what it found. */
export interface Search {
  readonly objective: number
  readonly values: readonly number[]
}

/**
 * Returns how much each value would rise, on average, if the best of `to` runs were kept instead of the best of `from`.
 * The observed partition is the best of many runs; a null graph affords few, and would look poorer for that alone. How
 * the runs on one graph differ is taken from all null graphs together (`graphs`: the same number of runs each, at least
 * 2): deviations from each graph's mean, widened for having been measured from it, drawn with replacement.
 */
export function gainOfMoreRuns(graphs: readonly (readonly Search[])[], from: number, to: number): number[] {
  const width = graphs[0]?.[0]?.values.length ?? 0
  const pool = graphs.flatMap(deviations).sort((a, b) => a.objective - b.objective)
  const expected = (draws: number) =>
    Array.from({ length: width }, (_, at) =>
      pool.reduce((sum, { values }, rank) => sum + chanceToBeBest(rank, pool.length, draws) * values[at]!, 0),
    )
  const fewer = expected(from)
  return expected(to).map((more, at) => more - fewer[at]!)
}

/** That the greatest of `draws` from `count`, with replacement, is the one at `rank` (0: the least). */
const chanceToBeBest = (rank: number, count: number, draws: number): number =>
  ((rank + 1) / count) ** draws - (rank / count) ** draws

function deviations(runs: readonly Search[]): Search[] {
  const mean = (value: (run: Search) => number) => runs.reduce((sum, run) => sum + value(run), 0) / runs.length
  const wider = Math.sqrt(runs.length / (runs.length - 1))
  const objective = mean(run => run.objective)
  const means = (runs[0]?.values ?? []).map((_, at) => mean(run => run.values[at]!))
  return runs.map(run => ({
    objective: wider * (run.objective - objective),
    values: run.values.map((value, at) => wider * (value - means[at]!)),
  }))
}
