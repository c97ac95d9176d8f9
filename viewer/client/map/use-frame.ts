import { useEffect, useRef } from 'react'
import type { AnyStage } from '../draw/any-stage.ts'
import { isFiltered } from '../filters/filters.ts'
import type { View } from '../view/view.ts'

/** A slider that is drawn along comes to rest first. */
const restMs = 250

/** A filter that changes brings what it leaves into sight; the last one that goes, the whole map. Back shows what was seen then. */
export function useFrame(stage: React.RefObject<AnyStage | null>, { filters, camera }: View): void {
  const last = useRef({ filters, camera })
  useEffect(() => {
    const { filters: before, camera: seen } = last.current
    last.current = { filters, camera }
    if (before === filters || sameFilters(before, filters) || (seen !== camera && camera !== null)) return undefined
    const timer = setTimeout(() => {
      if (isFiltered(filters)) stage.current?.frameShown()
      else stage.current?.camera.fit()
    }, restMs)
    return () => clearTimeout(timer)
  }, [stage, filters, camera])
}

const sameFilters = (one: View['filters'], other: View['filters']): boolean =>
  JSON.stringify(one) === JSON.stringify(other)
