import type { Filter } from './filter.ts'

/** Only sites that were chosen one by one or with the lasso, by their ids; none: all. Set where they are selected. */
export const only: Filter<readonly string[]> = {
  none: [],
  isOn: ids => ids.length > 0,
  write: ids => ids.map(id => ['only', id] as const),
  read: parts => parts.getAll('only').filter(id => id !== ''),
  keepsSite: (ids, { data }) => {
    const kept = new Set(ids)
    return site => kept.has(data.ids[site]!)
  },
  chips: (ids, _, { words }) =>
    ids.length === 0 ? [] : [{ text: words.onlyChosen(words.sites(ids.length)), without: [] }],
}
