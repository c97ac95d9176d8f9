import { Mistake } from '#data/mistake.ts'

/** What became of a merge. */
export interface Merged {
  readonly corpus: string
  readonly shares: number
  /** Label of the wave that a corpus took back; absent: a corpus was made. */
  readonly wave?: string
  /** That the corpus holds now, in rows. */
  readonly entities: number
  readonly pages: number
  readonly links: number
}

/** A mistake of several sentences. */
export const mistakes = (sentences: readonly string[]): Mistake =>
  new Mistake(sentences.map(sentence => ({ code: 'in-the-call', values: { sentence } }) as const))
