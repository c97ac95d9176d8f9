import { isOneWave } from '#data/vocabulary/every-wave.ts'
import type { MapData } from '#viewer/protocol/map.ts'
import type { View } from './view.ts'

/** Label of the one wave that the map shows; empty: all together, one that has no others, or two that are compared. */
export function shownWave({ layer, against }: Pick<View, 'layer' | 'against'>, data: MapData): string {
  const [wave, other] = [layer, against ?? layer].map(one => (one.wave === '' ? data.wave : one.wave))
  return isOneWave(wave ?? null) && wave === other ? wave! : ''
}

/** What a question to the server says of it, with `&` before. */
export const waveQuery = (wave: string): string => (wave === '' ? '' : `&${new URLSearchParams({ wave })}`)
