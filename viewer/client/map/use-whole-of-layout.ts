import { useEffect, useRef } from 'react'
import type { AnyStage } from '../draw/any-stage.ts'

/** A camera looks at places of the layout that it was turned on; another layout is seen whole first. */
export function useWholeOfLayout(stage: React.RefObject<AnyStage | null>, layout: string): void {
  const last = useRef(layout)
  useEffect(() => {
    if (last.current !== layout) stage.current?.camera.fit()
    last.current = layout
  }, [stage, layout])
}
