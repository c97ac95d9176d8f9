import type { Model } from '../model/model.ts'
import type { Speech } from '../words/format.ts'

/** A column as people call it; its name when the corpus has no such column any more. */
export function columnTitle(model: Model, name: string, speech: Speech): string {
  const column = model.columns.get(name)
  return column ? speech.columnTitle(column) : name
}
