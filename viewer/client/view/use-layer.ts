import { useMemo, useState } from 'react'
import type { TiesData } from '#viewer/protocol/map.ts'
import { useAnswer } from '../ask.ts'
import { buildModel, type Model } from '../model/model.ts'
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
  return useMemo(() => (used === null ? whole : buildModel(whole.data, used.ties, used.as)), [whole, used])
}

function queryOf({ zones, since, until, wave, as }: Layer): string {
  const query = new URLSearchParams(zones.map(zone => ['zone', zone]))
  if (since !== '') query.set('since', since)
  if (until !== '') query.set('until', until)
  if (wave !== '') query.set('wave', wave)
  if (as !== 'links') query.set('as', as)
  return query.toString()
}
