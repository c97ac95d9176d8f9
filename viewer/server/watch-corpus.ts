/** Tells listeners when `stamp` changes; looks only while somebody listens. */
export interface CorpusWatch {
  /** Returns what ends it. */
  readonly listen: (listener: () => void) => () => void
}

const lookEveryMs = 1000

/** Watches the corpus for what any program writes to it: other tabs, the command line, a crawl. */
export function watchCorpus(stamp: () => string): CorpusWatch {
  const listeners = new Set<() => void>()
  let last = ''
  let timer: ReturnType<typeof setInterval> | undefined
  const look = (): void => {
    const now = stamp()
    if (now === last) return
    last = now
    for (const listener of listeners) listener()
  }
  return {
    listen: listener => {
      if (listeners.size === 0) {
        last = stamp()
        timer = setInterval(look, lookEveryMs)
        timer.unref()
      }
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) clearInterval(timer)
      }
    },
  }
}
