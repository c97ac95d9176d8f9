import { everyWave } from '#data/vocabulary/every-wave.ts'
import type { Zone } from '#data/vocabulary/zones.ts'
import type { MapData } from '#viewer/protocol/map.ts'
import { type Layer, type View, wholeLayer } from './view.ts'

export interface ComparedWaves {
  /** Labels, the earlier one first. */
  readonly from: string
  readonly to: string
  /** Empty: those of the analysis. */
  readonly zones: readonly Zone[]
}

/** The two waves that the two maps show of the same hyperlinks; null: they show something else. */
export function comparedWaves(
  { layer, against }: Pick<View, 'layer' | 'against'>,
  data: MapData,
): ComparedWaves | null {
  if (against === null || !isPlain(layer) || !isPlain(against)) return null
  if (layer.zones.join() !== against.zones.join()) return null
  const waves = data.corpus.crawl?.waves ?? []
  const [one = -1, other = -1] = [layer, against].map(({ wave }) =>
    waves.indexOf(wave === '' ? (data.wave ?? '') : wave),
  )
  if (one === -1 || other === -1 || one === other) return null
  return { from: waves[Math.min(one, other)]!, to: waves[Math.max(one, other)]!, zones: layer.zones }
}

/** Of the screen of change: the two waves that the view names, else the last two; null: there are no two. */
export function changeWaves(view: Pick<View, 'layer' | 'against'>, data: MapData): ComparedWaves | null {
  const [from, to] = (data.corpus.crawl?.waves ?? []).slice(-2)
  if (from === undefined || to === undefined) return null
  return comparedWaves(view, data) ?? { from, to, zones: [] }
}

/** The view that compares two waves of the hyperlinks that are looked at. */
export const stepBetween = (from: string, to: string, { layer: { zones } }: Pick<View, 'layer'>): Partial<View> => ({
  layer: { ...wholeLayer, zones, wave: from },
  against: { ...wholeLayer, zones, wave: to },
})

const isPlain = ({ since, until, wave, as }: Layer): boolean =>
  since === '' && until === '' && wave !== everyWave && as === 'links'
