import { createContext, useContext, useEffect, useRef, useState } from 'react'
import { published } from './published.ts'

export interface Live {
  /** Grows whenever anybody has written to the corpus: what was asked before may be old. */
  readonly revision: number
  /** The server does not answer. */
  readonly lost: boolean
}

const context = createContext<Live>({ revision: 0, lost: false })

export const LiveProvider = context.Provider
export const useLiveRevision = (): Live => useContext(context)

const restMs = 800

/** Listens to the server: changes of other tabs, of the command line, of a crawl. */
export function useLive(): Live {
  const [live, setLive] = useState<Live>({ revision: 0, lost: false })
  const waiting = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  useEffect(() => {
    if (published !== null) return undefined
    const events = new EventSource('./api/events')
    const change = (): void => {
      waiting.current ??= setTimeout(() => {
        waiting.current = undefined
        setLive(({ revision }) => ({ revision: revision + 1, lost: false }))
      }, restMs)
    }
    events.addEventListener('changed', change)
    events.addEventListener('open', () =>
      setLive(now => (now.lost ? { revision: now.revision + 1, lost: false } : now)),
    )
    events.addEventListener('error', () => setLive(now => ({ ...now, lost: true })))
    return () => {
      clearTimeout(waiting.current)
      waiting.current = undefined
      events.close()
    }
  }, [])
  return live
}
