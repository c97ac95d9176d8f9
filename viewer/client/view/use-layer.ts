import { useMemo, useState } from 'react'
import type { TiesData } from '#viewer/protocol/map.ts'
import { useAnswer } from '../ask.ts'
import { buildModel, type Model } from '../model/model.ts'
import { layerParts } from './address.ts'
import { isWhole, type Layer } from './view.ts'

/** The model with the ties of a layer; while they are on their way, the one before. */
export function useLayer(whole: Model, layer: Layer | null): Model {
  const query = layer === null || isWhole(layer) ? '' : queryOf(layer)
  const answer = useAnswer<TiesData>(query === '' ? null : `./api/ties?${query}`)
  const ties = answer.state === 'ready' ? answer.data : null
  const as = layer?.as ?? 'links'
  const [kept, setKept] = useState<{ readonly ties: TiesData; readonly as: Layer['as'] } | null>(null)
  if (ties !== null && (ties !== kept?.ties || as !== kept.as)) setKept({ ties, as })
  const used = query === '' ? null : kept
  return useMemo(
    () => (used === null ? whole : buildModel(whole.data, used.ties, used.as, used.ties.unread)),
    [whole, used],
  )
}

const queryOf = (layer: Layer): string =>
  new URLSearchParams(layerParts(layer, '').map(([name, value]) => [name, value])).toString()
