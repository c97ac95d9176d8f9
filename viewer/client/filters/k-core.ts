import { mapCores } from '../model/map-cores.ts'
import type { Filter } from './filter.ts'

/** Only the core of the map in which each site has so many neighbours within it; 0: all. Of all ties of the map. */
export const kCore: Filter<number> = {
  none: 0,
  isOn: k => k > 0,
  write: k => (k > 0 ? [['core', String(k)]] : []),
  read: parts => Math.min(1e6, Math.max(0, Math.floor(Number(parts.get('core')) || 0))),
  keepsSite: (k, model) => {
    const cores = mapCores(model)
    return site => cores[site]! >= k
  },
  chips: (k, _, { words, count }) => (k > 0 ? [{ text: words.coreOf(count(k)), without: 0 }] : []),
}
