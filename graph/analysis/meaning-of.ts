import type { MeasureCard } from './measure.ts'

/** What a codebook says of a measure: its description, and whether the edges' weights count, since mostly they don't. */
export const meaningOf = ({ description, weighted }: MeasureCard): string =>
  weighted ? `${description.en} Weighted.` : description.en
