import type { MeasureCard } from './measure.ts'
import { saidOf } from './said-of.ts'

/** What a codebook says of a measure: its description, and whether the edges' weights count, since mostly they don't. */
export function meaningOf(card: MeasureCard, isOfFile: boolean): string {
  const { description } = saidOf(card, isOfFile)
  return card.weighted ? `${description.en} Weighted.` : description.en
}
