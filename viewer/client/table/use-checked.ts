import { useCallback, useMemo, useRef, useState } from 'react'
import type { Model } from '../model/model.ts'
import { useWorkbench } from '../workbench-context.ts'

/** The sites chosen for one decision. */
export interface Checked {
  /** Those of the rows shown, in their order. */
  readonly sites: readonly number[]
  readonly has: (site: number) => boolean
  /** One row; `upTo`: all from the one chosen before it. */
  readonly toggle: (site: number, upTo: boolean) => void
  readonly setAll: (on: boolean) => void
}

/** By ids, so that a choice outlives a new reading of the corpus. Null where nothing can be decided. */
export function useChecked({ data: { ids } }: Model, rows: readonly number[]): Checked | null {
  const { curation } = useWorkbench()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const last = useRef<number | null>(null)
  const toggle = useCallback(
    (site: number, upTo: boolean): void => {
      const from = upTo && last.current !== null ? rows.indexOf(last.current) : -1
      const to = rows.indexOf(site)
      const run = from < 0 ? [site] : rows.slice(Math.min(from, to), Math.max(from, to) + 1)
      last.current = site
      setChosen(before => {
        const isOn = !before.has(ids[site]!)
        const next = new Set(before)
        for (const one of run) {
          if (isOn) next.add(ids[one]!)
          else next.delete(ids[one]!)
        }
        return next
      })
    },
    [ids, rows],
  )
  const canDecide = curation !== null
  return useMemo((): Checked | null => {
    if (!canDecide) return null
    return {
      sites: rows.filter(site => chosen.has(ids[site]!)),
      has: site => chosen.has(ids[site]!),
      toggle,
      setAll: on => setChosen(on ? new Set(rows.map(site => ids[site]!)) : new Set()),
    }
  }, [canDecide, ids, rows, chosen, toggle])
}
