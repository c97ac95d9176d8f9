import { isWhole, type Layer } from '../view/view.ts'
import type { Speech } from './format.ts'

/** What a layer holds, in words: 'content, comments · 2012 to 2016'. */
export function layerName(layer: Layer, { words, month }: Speech): string {
  if (isWhole(layer)) return words.layerWhole
  const { zones, since, until } = layer
  const places = zones.length === 0 ? words.layerAllZones : zones.map(zone => words.zones[zone]).join(', ')
  if (since === '' && until === '') return places
  if (since === '') return `${places} · ${words.untilMonth(month(until))}`
  if (until === '') return `${places} · ${words.sinceMonth(month(since))}`
  return `${places} · ${words.monthToMonth(month(since), month(until))}`
}
