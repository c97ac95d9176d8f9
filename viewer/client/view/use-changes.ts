import { useMemo } from 'react'
import type { KindOfChange } from '#data/vocabulary/kinds-of-change.ts'
import type { ChangesData } from '#viewer/protocol/changes.ts'
import { useAnswer } from '../ask.ts'
import type { Model } from '../model/model.ts'
import { changeWaves, comparedWaves, type ComparedWaves } from './compared-waves.ts'
import type { View } from './view.ts'

/** What became of each tie, while two waves are compared. */
export interface ShownChanges {
  readonly data: ChangesData
  /** The question that it answers, as parts of an address. */
  readonly query: string
  /** Undefined: not listed. */
  readonly kindOf: (source: number, target: number) => KindOfChange | undefined
}

/** Null while no two waves are compared, or the list is on its way. */
export function useChanges(whole: Model, view: View): ShownChanges | null {
  const waves = view.screen === 'change' ? changeWaves(view, whole.data) : comparedWaves(view, whole.data)
  const query = waves === null ? null : queryOf(waves)
  const answer = useAnswer<ChangesData>(query === null ? null : `./api/changes?${query}`)
  const data = answer.state === 'ready' ? answer.data : null
  return useMemo(() => {
    if (data === null || query === null) return null
    const place = (source: number, target: number): number => source * whole.siteCount + target
    const kinds = new Map(data.change.map((change, tie) => [place(data.source[tie]!, data.target[tie]!), change]))
    return { data, query, kindOf: (source, target) => kinds.get(place(source, target)) }
  }, [data, query, whole.siteCount])
}

const queryOf = ({ from, to, zones }: ComparedWaves): string =>
  new URLSearchParams([['from', from], ['to', to], ...zones.map(zone => ['zone', zone])]).toString() // prettier-ignore
