import type { FetchSlug } from './outcome.ts'

/** Ends an exchange for a reason of our own; becomes a FetchFailure, and never leaves this room. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly slug: FetchSlug
  readonly code: string

  constructor(slug: FetchSlug, detail: string, code = '') {
    super(detail)
    this.slug = slug
    this.code = code
  }
}
