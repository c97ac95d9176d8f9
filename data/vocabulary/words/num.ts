/** A choice of rows: column → the value that it has there. `source/x` and `target/x` are column x of nodes.csv for an edge's ends. */
export type Where = Readonly<Record<string, string | number>>

/** Where a number of the report comes from, so that a reader can find it again. */
export interface Trace {
  /** A table of the CSV export ('measures.csv'), or a question to the corpus ('corpus:effort'), see sources.ts. */
  readonly table: string
  /** Rows taken; all of the table when absent. */
  readonly where?: Where
  /** What is taken of them: a column of the one row, 'rows' (how many), or 'sum:', 'mean:', 'median:' and a column. */
  readonly take: string
  /** Set: the number is the share that `where` has of these rows, by the same `take`. */
  readonly among?: Where
}

/** A number of the report, with where it comes from. There are no others. */
export interface Num {
  readonly value: number
  readonly from: Trace
}
