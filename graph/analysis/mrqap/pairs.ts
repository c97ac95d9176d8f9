/** The ordered pairs of different nodes that count: those whose first node was read, when some were not. */
export interface Pairs {
  readonly nodeCount: number
  readonly unread?: Uint8Array
}
