import { connectedParts } from '../model/connected-parts.ts'
import type { Filter } from './filter.ts'

/** Only the largest of the parts that no tie joins to another, of all ties of the map: other filters change nothing of it. */
export const largestPart: Filter<boolean> = {
  none: false,
  isOn: value => value,
  write: value => (value ? [['part', '1']] : []),
  read: parts => parts.get('part') === '1',
  keepsSite: (_, model) => {
    const parts = connectedParts(model)
    return site => parts[site] === 0
  },
  chips: (value, _, { words }) => (value ? [{ text: words.largestPart, without: false }] : []),
}
