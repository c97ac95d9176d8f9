import { isOneWave } from '#data/vocabulary/every-wave.ts'
import type { MapData } from '#viewer/protocol/map.ts'
import type { Layer, View } from './view.ts'

/** Label of the one wave that the map shows; empty: all together, one that has no others, or two that are compared. */
export function shownWave({ layer, against }: Pick<View, 'layer' | 'against'>, data: MapData): string {
  const [wave, other] = [layer, against ?? layer].map(one => (one.wave === '' ? data.wave : one.wave))
  return isOneWave(wave ?? null) && wave === other ? wave! : ''
}

/** Months or days between which the citing pages of the map's ties say they are; '' is open, and where two maps differ in them. */
export function shownDates({ layer, against }: Pick<View, 'layer' | 'against'>): Pick<Layer, 'since' | 'until'> {
  const { since, until } = layer
  const isSame = against === null || (against.since === since && against.until === until)
  return isSame ? { since, until } : { since: '', until: '' }
}

/** What a question for hyperlinks says of the wave and the dates that the map shows, with `&` before. */
export function shownQuery(view: Pick<View, 'layer' | 'against'>, data: MapData): string {
  const dates = Object.entries(shownDates(view)).filter(([, date]) => date !== '')
  return waveQuery(shownWave(view, data)) + dates.map(([name, date]) => `&${name}=${date}`).join('')
}

/** What a question to the server says of it, with `&` before. */
export const waveQuery = (wave: string): string => (wave === '' ? '' : `&${new URLSearchParams({ wave })}`)
