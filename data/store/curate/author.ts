/** Who changes the corpus, when and why. */
export interface Author {
  /** 'user', a coder's name, 'import'. */
  readonly actor: string
  readonly reason: string
  /** Milliseconds since 1970, UTC. */
  readonly now: number
}
