import { isWhole, type Layer } from '../view/view.ts'
import type { Speech } from './format.ts'

/** What a layer holds, in words: 'content, comments · 2012 to 2016 · wave 2027-03'. */
export function layerName(layer: Layer, speech: Speech): string {
  const { words } = speech
  if (isWhole(layer)) return words.layerWhole
  const { zones, wave } = layer
  const places = zones.map(zone => words.zones[zone]).join(', ')
  return [
    layer.as === 'links' ? '' : words.relations[layer.as],
    places,
    datesName(layer, speech),
    wave === '' ? '' : words.waveNamed(wave),
  ]
    .filter(part => part !== '')
    .join(' · ')
}

/** 'May 2012 to June 2012', 'since May 2012'; empty: any date. */
export function datesName({ since, until }: Pick<Layer, 'since' | 'until'>, { words, month }: Speech): string {
  if (since === '' && until === '') return ''
  if (since === '') return words.untilMonth(month(until))
  if (until === '') return words.sinceMonth(month(since))
  return words.monthToMonth(month(since), month(until))
}
