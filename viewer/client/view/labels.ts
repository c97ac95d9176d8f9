import { categoryName } from '../map/category-name.ts'
import type { Model } from '../model/model.ts'
import type { Speech } from '../words/format.ts'

/** What is written beside dots, where it is no column: names alone, addresses, nothing. */
export const plainLabels = ['', 'address', 'none'] as const

/** The label of every site: its name, its address, or its name with its value of a column; and that it was not read. */
export function labelsOf(model: Model, choice: string, speech: Speech): readonly string[] {
  const { ids, labels } = model.data
  const isTold = model.as === 'links'
  const marked = (text: string, site: number): string =>
    isTold && model.unread.has(site) ? `${text} (${speech.words.siteNotRead})` : text
  if (choice === 'none') return ids.map(() => '')
  if (choice === 'address') return ids.map(marked)
  const column = model.columns.get(choice)
  if (column === undefined) return labels.map(marked)
  const value = (site: number): string =>
    column.kind === 'number'
      ? speech.number(column.values[site] ?? null)
      : column.values[site] === -1
        ? ''
        : categoryName(column, column.values[site]!, speech)
  return labels.map((label, site) => [marked(label, site), value(site)].filter(text => text !== '').join(' · '))
}
