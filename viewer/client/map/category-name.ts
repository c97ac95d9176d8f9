import type { CategoryColumn } from '#viewer/protocol/map.ts'
import type { Speech } from '../words/format.ts'

/** A category as people call it; beyond the last one: not known. */
export function categoryName(column: CategoryColumn, category: number, speech: Speech): string {
  const entry = column.categories[category]
  if (!entry) return speech.words.unknown
  if (entry.alone) return speech.words.alone
  if (entry.label !== '') return entry.label
  return column.name === 'community'
    ? `${speech.words.community} ${entry.value}`
    : speech.category(column.name, entry.value)
}
