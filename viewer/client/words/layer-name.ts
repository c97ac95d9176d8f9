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

/** A range in words, each bound a month or a day, the same bound twice told once: 'May 2012 to 2 June 2012', 'since May 2012', 'May 2012'. Empty where neither bound is set. */
export function datesName({ since, until }: Pick<Layer, 'since' | 'until'>, speech: Speech): string {
  const { words } = speech
  const [from, to] = [dateName(since, speech), dateName(until, speech)]
  if (since === until) return from
  if (since === '') return words.untilDate(to, isOneDay(until))
  if (until === '') return words.sinceDate(from, isOneDay(since))
  return words.dateToDate(from, to, isOneDay(since), isOneDay(until))
}

/** Not a month. */
export const isOneDay = (date: string): boolean => date.length > 'YYYY-MM'.length

/** A month as 'May 2012', a day as '2 June 2012'. */
export const dateName = (date: string, { month, date: day }: Pick<Speech, 'month' | 'date'>): string =>
  date === '' ? '' : isOneDay(date) ? day(date) : month(date)
