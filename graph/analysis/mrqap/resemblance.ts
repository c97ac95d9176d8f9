import type { EntityId } from '#data/url/brand.ts'

/** How alike sites are in what their own pages say: a property of pairs that no tie is made of. */
export interface Resemblance {
  /** Language in which they were compared, ISO 639-1. */
  readonly language: string
  /** Sites of which texts in it are kept. */
  readonly ids: readonly EntityId[]
  /** Cosines in [0, 1], row by row of `ids`, the diagonal 0; null: there are too many sites to compare every two. */
  readonly cosines: Float32Array | null
}
