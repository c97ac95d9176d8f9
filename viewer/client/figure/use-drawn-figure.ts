import { useEffect, useState } from 'react'
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
  useEffect(() => {
    let isWanted = true
    setState(last => ({ ...last, isDrawing: true }))
    const ask = async (): Promise<void> => {
      const { status, answer } = await send<DrawnFigure>('./api/figure', { settings })
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
