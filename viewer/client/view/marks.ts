/** Categories with a mark of their own, and those that share one: indexes, most frequent first. */
export interface Marks {
  readonly own: readonly number[]
  readonly rest: readonly number[]
}
