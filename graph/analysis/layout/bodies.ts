/** Bodies that repel each other, by their mass. Single precision, as the package's. */
export interface Bodies {
  readonly count: number
  readonly x: Float32Array
  readonly y: Float32Array
  /** 1 and the weight of its springs. */
  readonly mass: Float32Array
}
