import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { AnyStage } from '../draw/any-stage.ts'
import type { Model } from '../model/model.ts'
import type { Shown } from '../model/shown.ts'
import { forceMs, forcesTask } from './forces-task.ts'
import type { ForcesFrame, ForcesWish } from './forces-worker.ts'
// Vite makes the export.
// oxlint-disable-next-line import/default
import ForcesWorker from './forces-worker.ts?worker&inline'
import { besidePlaces, movedSites, type OwnPlaces } from './own-places.ts'

/** Other places of the sites than those stored, of this page alone, until it is closed. */
export interface Arrangement {
  /** Sites that stand elsewhere than stored. */
  readonly moved: readonly number[]
  readonly isRunning: boolean
  /** Lays out what is shown anew, for a few seconds. */
  readonly begin: (model: Model, shown: Shown, radius: (site: number) => number) => void
  readonly stop: () => void
  /** Takes back the last layout or move. */
  readonly undo: () => void
  readonly moveOne: (site: number, place: { readonly x: number; readonly y: number }) => void
}

/** The model with the places of this page, and what changes them. They end with the analysis whose layout they change. */
export function useArrangement(
  whole: Model,
  stages: ReadonlySet<AnyStage>,
): { readonly placed: Model; readonly arrangement: Arrangement } {
  const [steps, setSteps] = useState<readonly OwnPlaces[]>([])
  const [isRunning, setRunning] = useState(false)
  const worker = useRef<Worker | null>(null)
  const { data } = whole
  const layout = useMemo(() => `${data.analysis?.id ?? ''} ${data.ids.join(' ')}`, [data])
  const last = steps.at(-1)
  const current = last?.layout === layout ? last : undefined
  const moved = useMemo(() => movedSites(data, current), [data, current])
  const placed = useMemo(() => {
    if (current === undefined) return whole
    const pinned = [...new Set([...(data.pinned ?? []), ...moved])].sort((a, b) => a - b)
    return { ...whole, data: { ...data, x: current.x, y: current.y, pinned } }
  }, [whole, data, current, moved])
  const latest = useRef({ data: placed.data, layout })
  latest.current = { data: placed.data, layout }
  const keep = useCallback((x: readonly number[], y: readonly number[]) => {
    const { layout } = latest.current
    setSteps(before => [...before.filter(one => one.layout === layout), { layout, x, y }])
  }, [])
  const end = useCallback(() => {
    worker.current?.terminate()
    worker.current = null
    setRunning(false)
  }, [])
  useEffect(() => end, [end, layout])
  const begin: Arrangement['begin'] = useCallback(
    (model, shown, radius) => {
      end()
      const { task, sites } = forcesTask(model, shown, radius)
      if (sites.length < 2) return
      const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches
      const made = new ForcesWorker()
      worker.current = made
      setRunning(true)
      made.addEventListener('error', end)
      made.addEventListener('message', ({ data: { places, isLast } }: MessageEvent<ForcesFrame>) => {
        const { x, y } = besidePlaces(latest.current.data, sites, places)
        if (isLast) {
          end()
          keep(x, y)
          for (const stage of stages) stage.camera.fit()
        } else if (!isStill) for (const stage of stages) stage.move(x, y)
      })
      made.postMessage({ task, ms: forceMs(sites.length) } satisfies ForcesWish, [])
    },
    [end, keep, stages],
  )
  const arrangement: Arrangement = {
    moved,
    isRunning,
    begin,
    stop: useCallback(() => worker.current?.postMessage('stop' satisfies ForcesWish, []), []),
    undo: useCallback(() => setSteps(before => before.slice(0, -1)), []),
    moveOne: useCallback(
      (site, { x, y }) => {
        const { data: now } = latest.current
        keep(now.x.with(site, x), now.y.with(site, y))
      },
      [keep],
    ),
  }
  return { placed, arrangement }
}
