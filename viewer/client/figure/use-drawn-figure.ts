import { useEffect, useRef, useState } from 'react'
import type { DrawnFigure, FigureSettings } from '#viewer/protocol/figure.ts'
import { useLiveRevision } from '../live.ts'
import { send } from '../send.ts'

const restMs = 150

interface Drawing {
  readonly drawn: DrawnFigure | null
  readonly isFailed: boolean
  /** The next one is on its way. */
  readonly isDrawing: boolean
}

/** The figure as the server draws it, a moment after the last change; the one before as long as the next is on its way. */
export function useDrawnFigure(settings: FigureSettings): Drawing {
  const { revision } = useLiveRevision()
  const [state, setState] = useState<Drawing>({ drawn: null, isFailed: false, isDrawing: true })
  // One after the other: figures that nobody waits for any more are not asked for.
  const before = useRef<Promise<unknown>>(Promise.resolve())
  useEffect(() => {
    let isWanted = true
    setState(last => ({ ...last, isDrawing: true }))
    const ask = async (): Promise<void> => {
      await before.current
      if (!isWanted) return
      const asked = send<DrawnFigure>('./api/figure', { settings })
      before.current = asked
      const { status, answer } = await asked
      if (!isWanted) return
      if (status === 200) setState({ drawn: answer as DrawnFigure, isFailed: false, isDrawing: false })
      else setState(({ drawn }) => ({ drawn, isFailed: true, isDrawing: false }))
    }
    const timer = setTimeout(() => void ask(), restMs)
    return () => {
      isWanted = false
      clearTimeout(timer)
    }
  }, [settings, revision])
  return state
}
