/** Ties as columns: tie t goes from source[t] to target[t], nodes being 0 … nodeCount − 1; no loop, no pair twice, weights > 0. */
export interface WeighedTies {
  readonly nodeCount: number
  readonly source: ArrayLike<number>
  readonly target: ArrayLike<number>
  readonly weight: ArrayLike<number>
  /** Ties have no direction, and each stands once. Default false. */
  readonly undirected?: boolean
}
